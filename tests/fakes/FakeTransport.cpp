// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/FakeTransport.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {
constexpr qint64 lowWater = 256 * 1024;
}

FakeTransport::~FakeTransport()
{
    if (onDestroyed)
        onDestroyed();
}

void FakeTransport::open(const Endpoint &endpoint, Start start)
{
    Q_ASSERT(m_state == State::New);
    m_state = State::Opening;
    m_endpoint = endpoint;
    m_start = start;
}

void FakeTransport::startTls()
{
    Q_ASSERT(m_state == State::Up);
    if (!m_incoming.isEmpty())
        return fail(TransportError::Kind::PeerSpeaksPlain);
    m_state = State::Handshaking;
}

QByteArray FakeTransport::read()
{
    return std::exchange(m_incoming, {});
}

void FakeTransport::write(const QByteArray &bytes)
{
    if (!isUp())
        return;
    m_written += bytes;
    if (m_clogged)
        m_unsent += bytes.size();
    m_highestUnsent = std::max(m_highestUnsent, m_unsent);
    if (onWrite)
        onWrite(bytes);
}

void FakeTransport::close()
{
    m_state = State::Closed;
}

void FakeTransport::abort()
{
    m_state = State::Aborted;
}

void FakeTransport::resolve()
{
    Q_ASSERT(m_state == State::Opening);
    Q_EMIT resolved({peerAddress()});
}

void FakeTransport::connectNow()
{
    Q_ASSERT(m_state == State::Opening);
    m_state = m_start == Start::Tls ? State::Handshaking : State::Up;
    Q_EMIT connected();
}

void FakeTransport::encryptNow()
{
    Q_ASSERT(m_state == State::Handshaking);
    m_state = State::Up;
    m_tls.protocol = QStringLiteral("TLSv1.3");
    m_tls.cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
    m_tls.certificate.sha256 = QByteArray(32, 'c');
    Q_EMIT encrypted();
}

void FakeTransport::receive(const QByteArray &bytes)
{
    if (!isUp())
        return;
    m_incoming += bytes;
    Q_EMIT readyRead();
}

void FakeTransport::receiveByteByByte(const QByteArray &bytes)
{
    const QPointer<FakeTransport> alive(this);
    for (qsizetype i = 0; i < bytes.size() && alive; ++i)
        receive(bytes.mid(i, 1));
}

void FakeTransport::fail(TransportError::Kind kind, const PeerCertificate &certificate)
{
    fail({kind, QStringLiteral("said the system"), certificate});
}

void FakeTransport::fail(const TransportError &error)
{
    if (m_state == State::Failed || m_state == State::Closed || m_state == State::Aborted)
        return;
    m_state = State::Failed;
    Q_EMIT failed(error);
}

void FakeTransport::drain(qint64 octets)
{
    const qint64 before = m_unsent;
    m_unsent = std::max<qint64>(0, m_unsent - octets);
    if (isUp() && before >= lowWater && m_unsent < lowWater)
        Q_EMIT drained();
}

QByteArray FakeTransport::takeWritten()
{
    const QByteArray fresh = m_written.mid(m_taken);
    m_taken = m_written.size();
    return fresh;
}

} // namespace pennypost
