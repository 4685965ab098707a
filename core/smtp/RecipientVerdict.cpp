// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/RecipientVerdict.h"

#include <algorithm>
#include <iterator>

namespace pennypost {

namespace {

/// By the problem and not by the reply's first digit: 550 5.4.5 is a limit that passes, 452 4.5.3 one that
/// stays.
bool isForNow(const RefusedPath &path)
{
    SubmissionError alone;
    alone.problem = classify(Stage::Recipients, path.reply);
    alone.reply = path.reply;
    return retryOf(alone) == RetryAdvice::Later;
}

} // namespace

RecipientVerdict verdictOf(const QList<RefusedPath> &refused, Transaction::PartialRefusal mode)
{
    const bool forNow = mode == Transaction::PartialRefusal::AllOrNothing
                            ? std::all_of(refused.begin(), refused.end(), isForNow)
                            : std::any_of(refused.begin(), refused.end(), isForNow);
    QList<RefusedPath> deciders;
    std::copy_if(refused.begin(), refused.end(), std::back_inserter(deciders),
                 [forNow](const RefusedPath &path) { return isForNow(path) == forNow; });
    const auto saysSo = [forNow](const RefusedPath &path) { return path.reply.isTransient() == forNow; };
    const auto decider = std::find_if(deciders.begin(), deciders.end(), saysSo);
    const Problem problem = classify(Stage::Recipients, deciders.first().reply);
    const bool agreed = std::all_of(deciders.begin(), deciders.end(), [problem](const RefusedPath &path) {
        return classify(Stage::Recipients, path.reply) == problem;
    });
    const Problem mixture = forNow ? Problem::Temporary : Problem::RecipientsRefused;
    return {agreed ? problem : mixture, decider == deciders.end() ? deciders.first() : *decider};
}

} // namespace pennypost
