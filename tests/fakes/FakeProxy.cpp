// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/FakeProxy.h"

#include "tests/fakes/AbortiveClose.h"

#include <QTcpSocket>
#include <QtEndian>

#include <utility>

namespace pennypost {

class FakeProxy::Visit : public QObject
{
public:
    Visit(FakeProxy &proxy, qintptr descriptor) : m_proxy(proxy)
    {
        m_client.setSocketDescriptor(descriptor);
        connect(&m_client, &QTcpSocket::readyRead, this, &Visit::hear);
        connect(&m_client, &QTcpSocket::disconnected, &m_server, &QTcpSocket::disconnectFromHost);
        connect(&m_server, &QTcpSocket::disconnected, &m_client, &QTcpSocket::disconnectFromHost);
        connect(&m_server, &QTcpSocket::readyRead, this, [this] {
            m_client.write(std::exchange(m_held, {}) + m_server.readAll());
            m_client.flush();
        });
        if (m_proxy.m_manner == Manner::ClosesAtOnce)
            m_client.disconnectFromHost();
    }

private:
    enum class Stage { Opening, SignIn, Request, Through };

    void hear()
    {
        if (m_stage == Stage::Through && m_proxy.m_pauses)
            return m_client.setReadBufferSize(1);
        m_in += m_client.readAll();
        while (m_stage != Stage::Through && step()) {
        }
        if (m_stage == Stage::Through)
            m_server.write(std::exchange(m_in, {}));
    }

    /// False: more is needed, or it is over.
    bool step()
    {
        if (m_in.startsWith('C'))
            return takeHttp();
        switch (m_stage) {
        case Stage::Opening:
            return takeOpening();
        case Stage::SignIn:
            return takeSignIn();
        case Stage::Request:
            return takeRequest();
        case Stage::Through:
            break;
        }
        return false;
    }

    bool takeOpening()
    {
        if (m_in.size() < 2 || m_in.size() < 2 + m_in.at(1))
            return false;
        const QByteArray methods = m_in.mid(2, m_in.at(1));
        m_in.remove(0, 2 + methods.size());
        const char method = m_proxy.m_signIn.first.isEmpty() ? '\0' : '\x02';
        if (!methods.contains(method)) {
            m_client.write("\x05\xff", 2);
            return false;
        }
        m_stage = method == 0 ? Stage::Request : Stage::SignIn;
        m_client.write(QByteArray("\x05").append(method));
        return true;
    }

    bool takeSignIn()
    {
        const auto &[user, password] = m_proxy.m_signIn;
        const QByteArray right =
            QByteArray("\x01").append(char(user.size())) + user + char(password.size()) + password;
        if (m_in.size() < 2)
            return false;
        const bool fits = m_in == right;
        m_in.clear();
        m_client.write(QByteArray("\x01").append(fits ? '\0' : '\x01'));
        m_stage = Stage::Request;
        return false; // the request comes after the answer
    }

    bool takeRequest()
    {
        if (m_in.size() < 5 || m_in.size() < 7 + m_in.at(4))
            return false;
        const QByteArray name = m_in.mid(5, m_in.at(4));
        const auto port = qFromBigEndian<quint16>(m_in.constData() + 5 + name.size());
        m_in.remove(0, 7 + name.size());
        take(name + ':' + QByteArray::number(port), QByteArray::fromHex("05000001000000000000"));
        return false;
    }

    bool takeHttp()
    {
        const qsizetype end = m_in.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        const QByteArray head = m_in.left(end + 2);
        m_in.remove(0, end + 4);
        const auto &[user, password] = m_proxy.m_signIn;
        const QByteArray right = "Basic " + QByteArray(user + ':' + password).toBase64() + "\r\n";
        if (!user.isEmpty() && !head.contains(right)) {
            m_client.write("HTTP/1.1 407 Who are you?\r\nProxy-Authenticate: Basic realm=\"x\"\r\n\r\n");
            return false;
        }
        take(head.split(' ').at(1), "HTTP/1.1 200 Connection established\r\n\r\n");
        return false;
    }

    void take(const QByteArray &wanted, const QByteArray &consent)
    {
        m_proxy.m_wanted.append(wanted);
        switch (m_proxy.m_manner) {
        case Manner::ResetsWhenAsked:
            makeCloseAbortive(m_client.socketDescriptor());
            return m_client.abort();
        case Manner::ClosesAtOnce:
        case Manner::ClosesWhenAsked:
            return m_client.disconnectFromHost();
        case Manner::ClosesAfterConsent:
            m_client.write(consent);
            return m_client.disconnectFromHost();
        case Manner::JoinsGreeting:
            m_held = consent;
            break;
        case Manner::Honest:
            m_client.write(consent);
            break;
        }
        m_stage = Stage::Through;
        m_server.connectToHost(QHostAddress(QHostAddress::LocalHost), m_proxy.m_serverPort);
    }

    FakeProxy &m_proxy;
    QTcpSocket m_client, m_server;
    Stage m_stage = Stage::Opening;
    QByteArray m_in, m_held;
};

FakeProxy::FakeProxy() = default;
FakeProxy::~FakeProxy() = default;

void FakeProxy::start()
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("FakeProxy: %s", qPrintable(errorString()));
}

void FakeProxy::incomingConnection(qintptr descriptor)
{
    m_visits.push_back(std::make_unique<Visit>(*this, descriptor));
}

} // namespace pennypost
