// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/SendQuestion.h"

#include "ui/common/ProblemText.h"

#include <algorithm>

namespace pennypost {

SendQuestion SendQuestion::of(const QList<SendFinding> &findings)
{
    using Kind = SendFinding::Kind;
    const auto holds = [&findings](Kind kind) {
        return std::any_of(findings.begin(), findings.end(),
                           [kind](const SendFinding &finding) { return finding.kind == kind; });
    };
    SendQuestion question;
    question.aboutSubject = holds(Kind::EmptySubject);
    if (question.aboutSubject && holds(Kind::EmptyBody)) {
        // Each has a question of its own at its end: one after the other they would ask twice.
        question.title = tr("The letter has neither a subject nor a text");
        question.sentence = tr("There is no attachment either, and without a subject it is easily overlooked "
                               "or taken for spam. Send it all the same?");
        return question;
    }
    const ProblemText words = ProblemWords::of(findings.constFirst());
    question.title = words.title;
    question.sentence = words.sentence;
    return question;
}

} // namespace pennypost
