// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/SendObstacle.h"

#include "ui/common/Bidi.h"
#include "ui/common/ProblemText.h"
#include "ui/compose/AttachmentModel.h"
#include "ui/compose/LetterForm.h"
#include "ui/compose/SendFlow.h"
#include "ui/compose/SendStateBar.h"

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

bool SendObstacle::tellFailedAttachment()
{
    AttachmentModel &attachments = m_form.attachments();
    const int row = attachments.firstFailed();
    if (row < 0)
        return false;
    const QModelIndex index = attachments.index(row);
    Strip strip;
    strip.tone = Strip::Tone::Problem;
    strip.title = SendFlow::tr("“%1” is not attached").arg(Bidi::value(index.data().toString()));
    strip.sentence = index.data(AttachmentModel::ReasonRole).toString();
    const QPersistentModelIndex kept = index;
    strip.stillSo = [kept] {
        return kept.data(AttachmentModel::StateRole).toInt() == int(AttachmentModel::State::Failed);
    };
    strip.buttons = {
        {SendFlow::tr("&Remove it from the letter"),
         [&attachments, kept] { attachments.removeAt(kept.row()); }},
        {SendFlow::tr("Try &again"), [&attachments, kept] { attachments.tryAgain(kept.row()); }},
    };
    m_bar.show(strip);
    m_form.focusOn(SendFinding::Field::Attachments);
    return true;
}

} // namespace pennypost
