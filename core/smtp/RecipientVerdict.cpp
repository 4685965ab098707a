// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/RecipientVerdict.h"

#include <algorithm>
#include <iterator>

namespace pennypost {

namespace {

/// A limit to the number of recipients (RFC 5321 4.5.3.1.10) needs one that was below it. Without such a one
/// 452 is the lack of room that RFC 5321 4.2.3 means by it, or a limit of time, and waiting helps; and the
/// refusal for good of the only recipient is one of its address.
Problem problemOf(const Reply &reply, qsizetype accepted, bool alone)
{
    const Problem problem = classify(Stage::Recipients, reply);
    if (problem != Problem::TooManyRecipients || accepted > 0)
        return problem;
    if (reply.isTransient())
        return Problem::Temporary;
    return alone ? Problem::RecipientsRefused : problem;
}

/// By the problem and not by the reply's first digit: 550 5.4.5 is a limit that passes, 452 4.5.3 one that
/// stays.
bool isForNow(Problem problem, const Reply &reply)
{
    SubmissionError alone;
    alone.problem = problem;
    alone.reply = reply;
    return retryOf(alone) == RetryAdvice::Later;
}

} // namespace

RecipientVerdict verdictOf(const QList<RefusedPath> &refused, qsizetype accepted,
                           Transaction::PartialRefusal mode)
{
    const auto problem = [&](const RefusedPath &path) {
        return problemOf(path.reply, accepted, refused.size() == 1);
    };
    const auto passes = [&](const RefusedPath &path) { return isForNow(problem(path), path.reply); };
    const bool forNow = mode == Transaction::PartialRefusal::DeliverToRest
                            ? std::any_of(refused.begin(), refused.end(), passes)
                            : std::all_of(refused.begin(), refused.end(), passes);
    QList<RefusedPath> deciders;
    std::copy_if(refused.begin(), refused.end(), std::back_inserter(deciders),
                 [&](const RefusedPath &path) { return passes(path) == forNow; });
    const auto saysSo = [forNow](const RefusedPath &path) { return path.reply.isTransient() == forNow; };
    const auto decider = std::find_if(deciders.begin(), deciders.end(), saysSo);
    const Problem first = problem(deciders.first());
    const bool agreed = std::all_of(deciders.begin(), deciders.end(),
                                    [&](const RefusedPath &path) { return problem(path) == first; });
    const Problem mixture = forNow ? Problem::Temporary : Problem::RecipientsRefused;
    return {agreed ? first : mixture, decider == deciders.end() ? deciders.first() : *decider};
}

} // namespace pennypost
