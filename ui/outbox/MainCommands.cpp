// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/MainCommands.h"

#include "ui/common/QuitKeys.h"
#include "ui/outbox/MainWindow.h"

namespace pennypost {

ShortcutArea MainCommands::area()
{
    const auto standard = [](QKeySequence::StandardKey key) { return QKeySequence::keyBindings(key); };
    return {
        MainWindow::tr("In the main window"),
        {
            {u"main.new"_qs, MainWindow::tr("&New letter"), standard(QKeySequence::New)},
            {u"main.practise"_qs, MainWindow::tr("&Practise"), {}},
            {u"main.open-file"_qs, MainWindow::tr("&Open letters from files…"), standard(QKeySequence::Open)},
            {u"main.find"_qs, MainWindow::tr("&Find"), standard(QKeySequence::Find)},
            {u"main.arrived"_qs, MainWindow::tr("&It arrived"), {}},
            {u"main.send-again"_qs, MainWindow::tr("&Send again…"), {}},
            {u"main.forget"_qs, MainWindow::tr("Fo&rget it"), {}},
            {u"main.next-area"_qs, MainWindow::tr("Next area"), {Qt::Key_F6}},
            {u"main.previous-area"_qs, MainWindow::tr("Previous area"), {Qt::SHIFT | Qt::Key_F6}},
            {u"main.set-up"_qs, MainWindow::tr("&Set up an account…"), {}},
            {u"main.accounts"_qs, MainWindow::tr("&Manage accounts…"), {}},
            {u"main.shortcuts"_qs, MainWindow::tr("&Keyboard shortcuts…"), {}},
            {u"main.save-log"_qs, MainWindow::tr("Save the connection &log…"), {}},
            {u"main.about"_qs, MainWindow::tr("&About Pennypost"), {}},
            {u"main.close"_qs, MainWindow::tr("&Close"), standard(QKeySequence::Close)},
            {u"main.quit"_qs, MainWindow::tr("&Quit"), quitKeys()},
        },
        {
            {{}, MainWindow::tr("&Open"), {Qt::Key_Return}},
            {{}, MainWindow::tr("&Delete"), {QKeySequence(QKeySequence::Delete)}},
        },
    };
}

} // namespace pennypost
