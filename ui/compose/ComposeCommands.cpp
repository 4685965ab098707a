// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/ComposeCommands.h"

#include "ui/common/QuitKeys.h"
#include "ui/compose/AttachmentPane.h"
#include "ui/compose/ComposeKeys.h"
#include "ui/compose/ComposeWindow.h"
#include "ui/compose/FormatBar.h"

#include <QGuiApplication>

namespace pennypost {

ShortcutArea ComposeCommands::letter()
{
    const ComposeKeys keys = ComposeKeys::here();
    const auto standard = [](QKeySequence::StandardKey key) { return QKeySequence::keyBindings(key); };
    return {
        ComposeWindow::tr("In a letter"),
        {
            {u"letter.send"_qs, ComposeWindow::tr("&Send"), keys.send},
            {u"letter.attach"_qs, ComposeWindow::tr("&Attach…"), keys.attach},
            {u"letter.rich"_qs, ComposeWindow::tr("Rich te&xt"), {}},
            {u"letter.new"_qs, ComposeWindow::tr("&New letter"), standard(QKeySequence::New)},
            {u"letter.save"_qs, ComposeWindow::tr("Save &draft"), standard(QKeySequence::Save)},
            {u"letter.discard"_qs, ComposeWindow::tr("D&iscard draft"), {}},
            {u"letter.to"_qs, ComposeWindow::tr("Go &to To"), keys.goToTo},
            {u"letter.cc"_qs, ComposeWindow::tr("Show &Cc"), keys.showCc},
            {u"letter.bcc"_qs, ComposeWindow::tr("Show &Bcc"), keys.showBcc},
            {u"letter.paste-plain"_qs, ComposeWindow::tr("Paste as &plain text"), keys.pastePlain},
            {u"letter.paste-quoted"_qs, ComposeWindow::tr("Paste as &quotation"), keys.pasteQuoted},
            {u"letter.bold"_qs, FormatBar::tr("&Bold"), standard(QKeySequence::Bold)},
            {u"letter.italic"_qs, FormatBar::tr("&Italic"), standard(QKeySequence::Italic)},
            {u"letter.underline"_qs, FormatBar::tr("&Underline"), standard(QKeySequence::Underline)},
            {u"letter.bullets"_qs, FormatBar::tr("Bu&lleted list"), {}},
            {u"letter.numbers"_qs, FormatBar::tr("&Numbered list"), {}},
            {u"letter.quote"_qs, FormatBar::tr("&Quotation"), {}},
            {u"letter.link"_qs, FormatBar::tr("Lin&k"), {Qt::CTRL | Qt::Key_K}},
            {u"letter.find"_qs, ComposeWindow::tr("&Find…"), keys.find},
            {u"letter.find-next"_qs, ComposeWindow::tr("Find next"), keys.findNext},
            {u"letter.find-previous"_qs, ComposeWindow::tr("Find previous"), keys.findPrevious},
            {u"letter.replace"_qs, ComposeWindow::tr("&Replace…"), keys.replace},
            {u"letter.larger"_qs, ComposeWindow::tr("&Larger text"), standard(QKeySequence::ZoomIn)},
            {u"letter.smaller"_qs, ComposeWindow::tr("S&maller text"), standard(QKeySequence::ZoomOut)},
            {u"letter.usual-size"_qs, ComposeWindow::tr("Text in its &usual size"), keys.usualSize},
            {u"letter.next-area"_qs, ComposeWindow::tr("Next area"), keys.nextArea},
            {u"letter.previous-area"_qs, ComposeWindow::tr("Previous area"), keys.previousArea},
            {u"letter.ask-subject"_qs, ComposeWindow::tr("As&k for a missing subject"), {}},
            {u"letter.break-lines"_qs, ComposeWindow::tr("Break lon&g lines of plain text"), {}},
            {u"letter.date-in-utc"_qs, ComposeWindow::tr("Do not tell my time &zone"), {}},
            {u"letter.accounts"_qs, ComposeWindow::tr("Acc&ounts…"), {}},
            {u"letter.shortcuts"_qs, ComposeWindow::tr("Ke&yboard shortcuts…"), {}},
            {u"letter.close"_qs, ComposeWindow::tr("Close &window"), standard(QKeySequence::Close)},
            {u"letter.quit"_qs, ComposeWindow::tr("Quit P&ennypost"), quitKeys()},
        },
    };
}

ShortcutArea ComposeCommands::attachments()
{
#ifdef Q_OS_MACOS
    const Keys open = {Qt::CTRL | Qt::Key_Down};
    const Keys rename = {Qt::Key_Return};
#else
    const Keys open = {Qt::Key_Return};
    const Keys rename = {Qt::Key_F2};
#endif
    // Sideways as the tiles stand.
    const bool mirrored = QGuiApplication::isRightToLeft();
    const Qt::Key forward = mirrored ? Qt::Key_Right : Qt::Key_Left;
    const Qt::Key back = mirrored ? Qt::Key_Left : Qt::Key_Right;
    return {AttachmentPane::tr("In the list of attachments"),
            {},
            {
                {{}, AttachmentPane::tr("&Open"), open},
                {{}, AttachmentPane::tr("Re&name"), rename},
                {{}, AttachmentPane::tr("&Remove"), {Qt::Key_Delete, Qt::Key_Backspace}},
                {{}, AttachmentPane::tr("Move &forward"), {Qt::ALT | Qt::Key_Up, Qt::ALT | forward}},
                {{}, AttachmentPane::tr("Move &back"), {Qt::ALT | Qt::Key_Down, Qt::ALT | back}},
            }};
}

} // namespace pennypost
