// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/ReceivedCommands.h"

#include "ui/outbox/ReceivedView.h"

namespace pennypost {

ShortcutArea ReceivedCommands::area()
{
    return {
        ReceivedView::tr("In a letter that was opened"),
        {
            {u"received.reply"_qs, ReceivedView::tr("&Reply"), {Qt::CTRL | Qt::Key_R}},
            {u"received.reply-all"_qs, ReceivedView::tr("Reply to &all"), {Qt::CTRL | Qt::SHIFT | Qt::Key_R}},
            {u"received.forward"_qs, ReceivedView::tr("For&ward"), {Qt::CTRL | Qt::Key_L}},
            {u"received.forward-attached"_qs,
             ReceivedView::tr("Forward as an a&ttachment"),
             {Qt::CTRL | Qt::SHIFT | Qt::Key_L}},
            {u"received.edit-as-new"_qs, ReceivedView::tr("&Edit as new"), {Qt::CTRL | Qt::Key_E}},
        },
        {
            {{}, ReceivedView::tr("Close"), {QKeySequence(QKeySequence::Cancel)}},
        },
    };
}

} // namespace pennypost
