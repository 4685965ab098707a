// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/Transport.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace pennypost {

/// A server that says nothing on a connection in clear either takes its time or waits for our ClientHello.
/// This asks it on a second connection. speaksTls() is emitted on proof alone: a handshake that was done, a
/// certificate, an old ServerHello or a TLS alert; on anything else nothing is, for a busy server is as
/// silent. Sends no word of SMTP. Used by SubmissionWorker on the submission thread; destroying it ends it.
class TlsProbe final : public QObject
{
    Q_OBJECT

public:
    explicit TlsProbe(std::unique_ptr<Transport> transport);

    void start(const Endpoint &endpoint);
    /// How long a silence lasts before it is worth asking: nearly every server has greeted after a few
    /// seconds. But where one is expected to greet in clear, it may well make everybody wait for up to a
    /// minute, and punish whoever talks before it.
    static std::chrono::seconds patience(quint16 port);

Q_SIGNALS:
    void speaksTls();

private:
    std::unique_ptr<Transport> m_transport;
};

} // namespace pennypost
