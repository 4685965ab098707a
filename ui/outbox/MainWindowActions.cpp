// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's menu bar, and what its actions do.
#include "ui/common/Icons.h"
#include "ui/common/MenuIcon.h"
#include "ui/outbox/MainWindow.h"
#include "ui/outbox/OutboxDesk.h"
#include "ui/outbox/OutboxModel.h"
#include "ui/shortcuts/Shortcuts.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QMessageBox>

namespace pennypost {

QAction *MainWindow::makeAction(QMenu *menu, const QString &icon, const QString &id)
{
    const ShortcutCommand &command = m_commands.command(id);
    auto *action = new QAction(icon.isEmpty() ? QIcon() : menuIcon(icon), command.text, this);
    action->setObjectName(id);
    m_services.shortcuts.bind(action, m_commands, command);
    if (menu)
        menu->addAction(action);
    else
        addAction(action);
    return action;
}

void MainWindow::makeActions()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    connect(makeAction(file, u"new-letter"_qs, u"main.new"_qs), &QAction::triggered, this,
            &MainWindow::newLetterRequested);
    connect(makeAction(file, u"practice"_qs, u"main.practise"_qs), &QAction::triggered, this,
            &MainWindow::practiceRequested);
    connect(makeAction(file, u"folder"_qs, u"main.open-file"_qs), &QAction::triggered, this,
            &MainWindow::chooseLetterFiles);
    file->addSeparator();
    connect(makeAction(file, {}, u"main.close"_qs), &QAction::triggered, this, &QWidget::close);
    QAction *quit = makeAction(file, {}, u"main.quit"_qs);
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, qApp, &QCoreApplication::quit, Qt::QueuedConnection);

    QMenu *letter = menuBar()->addMenu(tr("&Letter"));
    connect(makeAction(letter, u"search"_qs, u"main.find"_qs), &QAction::triggered, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    letter->addSeparator();
    m_actions.open = letter->addAction(menuIcon(u"letter"_qs), tr("&Open"));
    m_actions.open->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_actions.arrived = makeAction(letter, u"check"_qs, u"main.arrived"_qs);
    m_actions.sendAgain = makeAction(letter, u"send"_qs, u"main.send-again"_qs);
    m_actions.forget = makeAction(letter, {}, u"main.forget"_qs);
    letter->addSeparator();
    m_actions.remove = letter->addAction(menuIcon(u"remove"_qs), tr("&Delete"));
    m_actions.remove->setShortcut(QKeySequence::Delete);
    // Return and Del are the list's: in the search field they edit, on a button they press.
    for (QAction *action : {m_actions.open, m_actions.remove}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_list->addAction(action);
    }
    connect(m_actions.open, &QAction::triggered, this, &MainWindow::openCurrent);
    connect(m_actions.remove, &QAction::triggered, this, &MainWindow::removeCurrent);
    connect(m_actions.arrived, &QAction::triggered, this, [this] { m_desk->settleAsSent(m_current); });
    connect(m_actions.sendAgain, &QAction::triggered, this, [this] { sendAgain(m_current); });
    connect(m_actions.forget, &QAction::triggered, this, [this] { m_desk->forget(m_current); });

    QMenu *accounts = menuBar()->addMenu(tr("&Accounts"));
    connect(makeAction(accounts, u"plus"_qs, u"main.set-up"_qs), &QAction::triggered, this,
            &MainWindow::setupRequested);
    QAction *manage = makeAction(accounts, u"account"_qs, u"main.accounts"_qs);
    manage->setMenuRole(QAction::PreferencesRole);
    connect(manage, &QAction::triggered, this, &MainWindow::accountsRequested);

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    connect(makeAction(help, {}, u"main.shortcuts"_qs), &QAction::triggered, this,
            &MainWindow::shortcutsRequested);
    connect(makeAction(help, {}, u"main.save-log"_qs), &QAction::triggered, this, &MainWindow::saveLog);
    QAction *about = makeAction(help, u"info"_qs, u"main.about"_qs);
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, &MainWindow::about);

    // Down from the search field goes to what was found, Escape back to all letters; F6 from area to
    // area.
    auto *down = new QAction(m_search);
    down->setShortcut(Qt::Key_Down);
    down->setShortcutContext(Qt::WidgetShortcut);
    m_search->addAction(down);
    connect(down, &QAction::triggered, this, &MainWindow::focusList);
    auto *escape = new QAction(m_search);
    escape->setShortcut(QKeySequence::Cancel);
    escape->setShortcutContext(Qt::WidgetShortcut);
    m_search->addAction(escape);
    connect(escape, &QAction::triggered, this, [this] {
        m_search->clear();
        focusList();
    });
    connect(makeAction(nullptr, {}, u"main.next-area"_qs), &QAction::triggered, this,
            [this] { moveToArea(1); });
    connect(makeAction(nullptr, {}, u"main.previous-area"_qs), &QAction::triggered, this,
            [this] { moveToArea(-1); });
    currentChanged();
}

void MainWindow::about()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    box->setWindowTitle(tr("About Pennypost"));
    const QString version = QCoreApplication::applicationVersion();
    box->setText(version.isEmpty() ? tr("Pennypost") : tr("Pennypost %1").arg(version));
    box->setInformativeText(tr("Write a letter and be sure that it went out.\n\n"
                               "Free software under the GNU General Public License, version 3 or later."));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

} // namespace pennypost
