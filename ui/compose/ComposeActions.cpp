// SPDX-License-Identifier: GPL-3.0-or-later
// What ComposeWindow's actions do; what they are called and by which keys they go is in ComposeCommands.cpp.
#include "ui/common/Icons.h"
#include "ui/common/MenuIcon.h"
#include "ui/compose/AttachmentPane.h"
#include "ui/compose/BodyEditor.h"
#include "ui/compose/ComposeBar.h"
#include "ui/compose/ComposeController.h"
#include "ui/compose/ComposeWindow.h"
#include "ui/compose/FindBar.h"
#include "ui/compose/LetterHead.h"
#include "ui/compose/RecipientField.h"
#include "ui/compose/WritingHabits.h"
#include "ui/shortcuts/Shortcuts.h"

#include <QAction>
#include <QApplication>
#include <QMenu>

namespace pennypost {

QAction *ComposeWindow::makeAction(const QString &id)
{
    const ShortcutCommand &command = m_commands.command(id);
    auto *action = new QAction(command.text, this);
    action->setObjectName(id);
    m_shortcuts.bind(action, m_commands, command);
    addAction(action);
    return action;
}

void ComposeWindow::makeActions()
{
    m_send = makeAction(u"letter.send"_qs);
    m_send->setIcon(themedIcon(u"send"_qs));
    m_attach = makeAction(u"letter.attach"_qs);
    m_attach->setIcon(themedIcon(u"attach"_qs));
    m_rich = makeAction(u"letter.rich"_qs);
    m_rich->setIconText(u"Aa"_qs);
    m_rich->setCheckable(true);
    m_attach->setIconText(tr("Attach"));
    connect(m_send, &QAction::triggered, this, [this] { m_controller->send(); });
    connect(m_attach, &QAction::triggered, this, [this] { chooseFiles(); });
    connect(m_rich, &QAction::toggled, this, [this](bool rich) { m_controller->setRich(rich); });

    m_bar->setSendAction(m_send);
    m_bar->addAction(m_attach);
    m_bar->addAction(m_rich);
    m_bar->setMenu(makeMenu());

    connect(makeAction(u"letter.next-area"_qs), &QAction::triggered, this, [this] { moveToArea(1); });
    connect(makeAction(u"letter.previous-area"_qs), &QAction::triggered, this, [this] { moveToArea(-1); });
    const QAction *next = makeAction(u"letter.find-next"_qs);
    const QAction *previous = makeAction(u"letter.find-previous"_qs);
    connect(next, &QAction::triggered, m_find, &FindBar::findNext);
    connect(previous, &QAction::triggered, m_find, &FindBar::findPrevious);
    const auto followKeys = [this, next, previous] {
        m_find->showKeys(next->shortcut(), previous->shortcut());
    };
    followKeys();
    connect(next, &QAction::changed, m_find, followKeys);
    connect(previous, &QAction::changed, m_find, followKeys);
}

QMenu *ComposeWindow::makeMenu()
{
    auto *menu = new QMenu(this);
    menu->setAccessibleName(tr("More actions"));
    const auto add = [this, menu](const QString &icon, const QString &id, auto act) {
        QAction *action = makeAction(id);
        if (!icon.isEmpty())
            action->setIcon(menuIcon(icon));
        connect(action, &QAction::triggered, this, act);
        menu->addAction(action);
        return action;
    };
    add(u"new-letter"_qs, u"letter.new"_qs, [this] { Q_EMIT newLetterRequested(); });
    add(u"save"_qs, u"letter.save"_qs, [this] { m_controller->save(); });
    menu->addSeparator();
    add({}, u"letter.to"_qs, [this] { m_head->to().input()->setFocus(Qt::ShortcutFocusReason); });
    add({}, u"letter.cc"_qs, [this] { m_head->showCc(); });
    add({}, u"letter.bcc"_qs, [this] { m_head->showBcc(); });
    menu->addSeparator();
    add({}, u"letter.paste-plain"_qs, [this] { m_body->pastePlain(); });
    add(u"quote"_qs, u"letter.paste-quoted"_qs, [this] { m_body->pasteQuoted(); });
    menu->addSeparator();
    add(u"search"_qs, u"letter.find"_qs, [this] { m_find->openToFind(); });
    add({}, u"letter.replace"_qs, [this] { m_find->openToReplace(); });
    menu->addSeparator();
    add({}, u"letter.larger"_qs, [this] {
        m_body->zoom(1);
        alignColumns();
    });
    add({}, u"letter.smaller"_qs, [this] {
        m_body->zoom(-1);
        alignColumns();
    });
    add({}, u"letter.usual-size"_qs, [this] {
        m_body->resetZoom();
        alignColumns();
    });
    menu->addSeparator();
    using Habits = WritingHabits::Habits;
    const auto addHabit = [&add, &habits = m_habits](const QString &id, bool Habits::*habit) {
        QAction *action = add({}, id, [] {});
        action->setCheckable(true);
        const auto show = [action, &habits, habit] { action->setChecked(habits.habits().*habit); };
        show();
        connect(&habits, &WritingHabits::changed, action, show);
        connect(action, &QAction::triggered, &habits, [&habits, habit](bool checked) {
            Habits now = habits.habits();
            now.*habit = checked;
            habits.setHabits(now);
        });
    };
    addHabit(u"letter.ask-subject"_qs, &Habits::asksForSubject);
    addHabit(u"letter.break-lines"_qs, &Habits::breaksLines);
    addHabit(u"letter.date-in-utc"_qs, &Habits::datesInUtc);
    add(u"account"_qs, u"letter.accounts"_qs, [this] { Q_EMIT accountsRequested(); });
    add({}, u"letter.shortcuts"_qs, [this] { Q_EMIT shortcutsRequested(); });
    menu->addSeparator();
    add(u"remove"_qs, u"letter.discard"_qs, [this] { m_controller->discard(); });
    add(u"close"_qs, u"letter.close"_qs, [this] { close(); });
    QAction *quit = add({}, u"letter.quit"_qs, [] {});
    quit->setMenuRole(QAction::QuitRole);
    // From the event loop, for it closes this window.
    connect(quit, &QAction::triggered, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    return menu;
}

} // namespace pennypost
