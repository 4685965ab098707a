// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/PracticeFolder.h"
#include "core/practice/PracticeSession.h"

#include <QObject>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QStringList>
#include <QTimer>

namespace pennypost {

/// One client of the practice server: TLS from the first octet, then its octets to a PracticeSession and the
/// replies back. Deletes itself when the client has gone, says nothing for five minutes, or never reads what
/// it is told. On the server's thread.
class PracticeConnection final : public QObject
{
    Q_OBJECT

public:
    /// Takes the socket over. `secrets` outlives it.
    PracticeConnection(qintptr socket, const QSslConfiguration &tls, const PracticeSecrets &secrets,
                       const QString &folder, const Clock &clock, UniqueIds &ids, QObject *parent);
    ~PracticeConnection() override;

Q_SIGNALS:
    /// It has been accepted, and the client told so.
    void received(const QString &file);

private:
    void greet();
    void serve();
    void hangUp(const QByteArray &lastWords);
    void announce();

    QSslSocket m_socket;
    QTimer m_silence;
    QStringList m_stored; ///< and not announced yet
    PracticeFolder m_folder;
    PracticeSession m_session;
};

} // namespace pennypost
