// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Envelope.h"
#include "core/smtp/DeliveryOptions.h"

#include <optional>

namespace pennypost {

/// What one letter asks of a dialogue (RFC 5321 3.3); a check of the server (`ServerCheck`) has none. A
/// value; any thread.
struct Transaction
{
    Envelope envelope;
    qint64 size = 0; ///< octets, for SIZE
    bool eightBitBody = false;
    bool utf8Headers = false;
    std::optional<qint64> eightBitSize{}; ///< of the form that goes where 8BITMIME is offered, if it has one
    enum class PartialRefusal {
        AllOrNothing,  ///< any refused recipient stops the letter before DATA; RSET
        DeliverToRest, ///< the accepted ones get it, the refused ones are in the receipt
        Ask,           ///< as soon as all are heard a person says which of the two
    } partialRefusal = PartialRefusal::AllOrNothing;
    DeliveryOptions options{};
    QDateTime begun{}; ///< for how far ahead `options` hold it
    /// The server has spoken on this connection just now, or is known to be there: otherwise it is heard
    /// before anything of the letter leaves, for a link that is dead already would make "may have been sent"
    /// of it.
    bool linkIsProven = true;
};

} // namespace pennypost
