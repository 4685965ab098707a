// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's menu bar and shortcuts.
#include "ui/common/Icons.h"
#include "ui/common/MenuIcon.h"
#include "ui/common/QuitKeys.h"
#include "ui/outbox/MainWindow.h"
#include "ui/outbox/OutboxDesk.h"
#include "ui/outbox/OutboxModel.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QMessageBox>

namespace pennypost {

namespace {

QAction *add(QMenu *menu, const QString &icon, const QString &text, const QKeySequence &shortcut = {})
{
    QAction *action = menu->addAction(icon.isEmpty() ? QIcon() : menuIcon(icon), text);
    action->setShortcut(shortcut);
    return action;
}

} // namespace

void MainWindow::makeActions()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    connect(add(file, u"new-letter"_qs, tr("&New letter"), QKeySequence::New), &QAction::triggered, this,
            &MainWindow::newLetterRequested);
    connect(add(file, u"practice"_qs, tr("&Practise")), &QAction::triggered, this,
            &MainWindow::practiceRequested);
    file->addSeparator();
    connect(add(file, {}, tr("&Close"), QKeySequence::Close), &QAction::triggered, this, &QWidget::close);
    QAction *quit = add(file, {}, tr("&Quit"));
    quit->setShortcuts(quitKeys());
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, qApp, &QCoreApplication::quit, Qt::QueuedConnection);

    QMenu *letter = menuBar()->addMenu(tr("&Letter"));
    QAction *find = add(letter, u"search"_qs, tr("&Find"), QKeySequence::Find);
    connect(find, &QAction::triggered, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    letter->addSeparator();
    m_actions.open = add(letter, u"letter"_qs, tr("&Open"));
    m_actions.open->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_actions.arrived = add(letter, u"check"_qs, tr("&It arrived"));
    m_actions.sendAgain = add(letter, u"send"_qs, tr("&Send again…"));
    m_actions.forget = add(letter, {}, tr("Fo&rget it"));
    letter->addSeparator();
    m_actions.remove = add(letter, u"remove"_qs, tr("&Delete"), QKeySequence::Delete);
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
    connect(add(accounts, u"plus"_qs, tr("&Set up an account…")), &QAction::triggered, this,
            &MainWindow::setupRequested);
    QAction *manage = add(accounts, u"account"_qs, tr("&Manage accounts…"));
    manage->setMenuRole(QAction::PreferencesRole);
    connect(manage, &QAction::triggered, this, &MainWindow::accountsRequested);

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    QAction *about = add(help, u"info"_qs, tr("&About Pennypost"));
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
    for (const int direction : {1, -1}) {
        auto *area = new QAction(this);
        area->setShortcut(direction > 0 ? Qt::Key_F6 : Qt::SHIFT | Qt::Key_F6);
        addAction(area);
        connect(area, &QAction::triggered, this, [this, direction] { moveToArea(direction); });
    }
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
