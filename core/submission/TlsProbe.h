// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/Transport.h"

#include <QObject>

#include <memory>

namespace pennypost {

/// A server that says nothing on a connection in clear either takes its time or waits for our ClientHello.
/// This asks it on a second connection: with speaksTls() the question is settled in seconds instead of the
/// greeting's five minutes; otherwise nothing is emitted. Sends no word of SMTP. Used by SubmissionWorker on
/// the submission thread; destroying it ends it.
class TlsProbe final : public QObject
{
    Q_OBJECT

public:
    explicit TlsProbe(std::unique_ptr<Transport> transport);

    void start(const Endpoint &endpoint);
    /// Not where a server is expected to greet in clear: it may well make everybody wait there, and punish
    /// whoever talks before it.
    static bool isWorthwhile(quint16 port) { return port != 25 && port != 587 && port != 2525; }

Q_SIGNALS:
    void speaksTls();

private:
    std::unique_ptr<Transport> m_transport;
};

} // namespace pennypost
