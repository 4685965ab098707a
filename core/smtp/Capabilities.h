// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/smtp/Reply.h"

#include <QByteArray>
#include <QList>

namespace pennypost {

/// What an EHLO reply offers (RFC 5321 4.1.1.1), keywords in any case, AUTH= and X-EXPS merged into AUTH.
/// Valid for the connection state it was read in: thrown away at STARTTLS. A value; any thread.
struct Capabilities
{
    QByteArray serverName; ///< the greeting domain of the EHLO reply
    bool startTls = false;
    bool pipelining = false;
    bool eightBitMime = false;
    bool smtpUtf8 = false;
    bool enhancedStatusCodes = false;
    bool size = false;                ///< RFC 1870
    qint64 sizeLimit = 0;             ///< octets; 0 means no fixed limit
    QList<QByteArray> authMechanisms; ///< upper case, in the server's order, each once
    QList<QByteArray> others;         ///< unknown keywords with their parameters, upper-case keyword

    bool operator==(const Capabilities &) const = default;
};

Capabilities parseCapabilities(const Reply &ehlo);

} // namespace pennypost
