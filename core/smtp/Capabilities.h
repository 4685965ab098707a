// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/smtp/Reply.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <chrono>
#include <optional>

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
    bool chunking = false;            ///< RFC 3030
    bool binaryMime = false;          ///< RFC 3030; means nothing without chunking
    bool dsn = false;                 ///< RFC 3461
    bool requireTls = false;          ///< RFC 8689
    bool mtPriority = false;          ///< RFC 6710
    bool size = false;                ///< RFC 1870
    qint64 sizeLimit = 0;             ///< octets; 0 means no fixed limit
    QList<QByteArray> authMechanisms; ///< upper case, in the server's order, each once
    QList<QByteArray> others;         ///< unknown keywords with their parameters, upper-case keyword

    /// LIMITS (RFC 9422): 0 where none is told.
    struct Limits
    {
        int mails = 0;      ///< MAILMAX: transactions on one connection
        int recipients = 0; ///< RCPTMAX: in one transaction
        int domains = 0;    ///< RCPTDOMAINMAX: in one transaction
        bool operator==(const Limits &) const = default;
    } limits;

    /// DELIVERBY (RFC 2852): there, with the least time that it takes; 0 where none is told.
    std::optional<std::chrono::seconds> deliverBy;

    /// FUTURERELEASE (RFC 4865): how far ahead a letter may be held.
    struct FutureRelease
    {
        std::chrono::seconds longest{}; ///< from the MAIL command on
        QDateTime latest;
        bool operator==(const FutureRelease &) const = default;
    };
    std::optional<FutureRelease> futureRelease;

    bool operator==(const Capabilities &) const = default;
};

Capabilities parseCapabilities(const Reply &ehlo);

} // namespace pennypost
