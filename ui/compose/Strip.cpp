// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/Strip.h"

#include "ui/common/ProblemText.h"

namespace pennypost {

Strip Strip::of(const ProblemText &words)
{
    Strip strip;
    strip.tone = Tone::Problem;
    strip.title = words.title;
    strip.sentence = words.sentence;
    strip.details = words.serverWords;
    strip.detailsLabel = words.quoted ? tr("The server's words") : tr("The system's words");
    return strip;
}

} // namespace pennypost
