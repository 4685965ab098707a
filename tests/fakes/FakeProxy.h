// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpServer>

#include <memory>
#include <vector>

namespace pennypost {

/// A real SOCKS5 and HTTP CONNECT proxy on the loopback interface, which tells the two apart by what it
/// hears, and takes everybody to one server of the test, whatever name they ask for. Test's thread.
class FakeProxy : public QTcpServer
{
    Q_OBJECT

public:
    FakeProxy();
    ~FakeProxy() override;

    enum class Manner {
        Honest,
        JoinsGreeting, ///< its own last words and the server's first in one segment
        ClosesAtOnce,
        ClosesWhenAsked, ///< hears what is wanted and goes, without a word
        ResetsWhenAsked,
        ClosesAfterConsent, ///< says yes, and goes
    };
    void setManner(Manner manner) { m_manner = manner; }
    /// Nobody gets through without it.
    void setSignIn(const QByteArray &user, const QByteArray &password) { m_signIn = {user, password}; }
    void setServer(quint16 port) { m_serverPort = port; }
    /// From the consent on it takes next to nothing more from the client.
    void pauseReading() { m_pauses = true; }
    void start();

    /// Who asked for what, as "name:port".
    const QByteArrayList &wanted() const { return m_wanted; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    class Visit;

    Manner m_manner = Manner::Honest;
    std::pair<QByteArray, QByteArray> m_signIn;
    quint16 m_serverPort = 0;
    bool m_pauses = false;
    QByteArrayList m_wanted;
    std::vector<std::unique_ptr<Visit>> m_visits;
};

} // namespace pennypost
