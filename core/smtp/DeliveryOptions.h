// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace pennypost {

/// What a letter asks of its delivery beside being delivered: parameters of MAIL and RCPT that need an
/// extension of the server. One that it does not offer fails the letter before anything is sent
/// (Problem::ExtensionMissing): who asked for it must not believe it done. A value; any thread.
struct DeliveryOptions
{
    /// When to report (RFC 3461 4.1), each to every recipient. All false: nothing is said, and the server
    /// reports failures, as ever.
    struct Notify
    {
        bool success = false;
        bool failure = false;
        bool delay = false;
        bool never = false; ///< excludes the others
        bool operator==(const Notify &) const = default;
        bool isSet() const { return success || failure || delay || never; }
    } notify;
    enum class Return { Unsaid, Headers, Full } returned = Return::Unsaid; ///< RET of RFC 3461 4.3
    QByteArray envelopeId; ///< ENVID (RFC 3461 4.4): at most 100 printable US-ASCII octets; empty: none

    /// DELIVERBY (RFC 2852).
    struct DeliverBy
    {
        std::chrono::seconds within{}; ///< up to 999,999,999 s; above zero with Return
        enum class Otherwise { Return, Notify } otherwise = Otherwise::Return;
        bool trace = false;
        bool operator==(const DeliverBy &) const = default;
    };
    std::optional<DeliverBy> deliverBy;

    std::optional<QDateTime> holdUntil; ///< FUTURERELEASE (RFC 4865)
    std::optional<int> priority;        ///< MT-PRIORITY (RFC 6710): -9 to 9, higher is sooner
    bool requireTls = false;            ///< REQUIRETLS (RFC 8689): all the way, or not at all

    bool needDsn() const { return notify.isSet() || returned != Return::Unsaid || !envelopeId.isEmpty(); }
    bool operator==(const DeliveryOptions &) const = default;
};

} // namespace pennypost
