// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/SendObstacle.h"

#include "ui/common/ProblemText.h"
#include "ui/compose/AttachmentModel.h"
#include "ui/compose/FailedFiles.h"
#include "ui/compose/LetterForm.h"
#include "ui/compose/SendFlow.h"
#include "ui/compose/SendStateBar.h"

#include <algorithm>

namespace pennypost {

SendObstacle::SendObstacle(LetterForm &form, SendStateBar &bar, QObject *parent)
    : QObject(parent), m_form(form), m_bar(bar)
{
}

void SendObstacle::tell(const SendFinding &finding)
{
    const ProblemText words = ProblemWords::of(finding);
    Strip strip;
    strip.tone = Strip::Tone::Problem;
    strip.title = words.title;
    strip.sentence = words.sentence;
    strip.untilEdited = true;
    if (finding.kind == SendFinding::Kind::NoSender)
        strip.buttons = {
            {SendFlow::tr("&Set up an account…"), [this] { Q_EMIT accountsRequested(); }, false}};
    m_bar.show(strip);
    m_form.focusOn(finding.field, finding.subject);
}

bool SendObstacle::tellFailedFiles()
{
    AttachmentModel &attachments = m_form.attachments();
    const QList<QPersistentModelIndex> failed = FailedFiles::of(attachments);
    if (failed.isEmpty())
        return false;
    Strip strip = FailedFiles::strip(attachments, failed,
                                     [this](const QString &folder) { Q_EMIT filesWanted(folder); });
    strip.stillSo = [failed] { return std::all_of(failed.cbegin(), failed.cend(), FailedFiles::isFailed); };
    m_bar.show(strip);
    m_form.focusOn(SendFinding::Field::Attachments);
    return true;
}

} // namespace pennypost
