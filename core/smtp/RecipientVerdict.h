// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/smtp/SubmissionError.h"
#include "core/smtp/Transaction.h"

namespace pennypost {

/// What several refused recipients, each with a reply of its own (RFC 5321 3.3), mean for a letter that
/// nobody gets. Pure; used by SubmissionDialogue.
///
/// With AllOrNothing, or a person's no to Ask, one of them refused for good is enough: trying again ends the
/// same way. With DeliverToRest the letter reaches those that were refused for now as soon as the server
/// takes them, so one of these is enough to make trying again right.
struct RecipientVerdict
{
    Problem problem;     ///< the common one of all that decided
    RefusedPath decider; ///< of them the first that says so by its code too, else the first: its reply is the
                         ///< letter's
};

/// `refused` is not empty; `accepted`: how many of the same transaction were not.
RecipientVerdict verdictOf(const QList<RefusedPath> &refused, qsizetype accepted,
                           Transaction::PartialRefusal mode);

} // namespace pennypost
