// SPDX-License-Identifier: GPL-3.0-or-later
// ComposeWindow's actions and their keys, in one list; its layout is in ComposeWindow.cpp.
#include "ui/common/Icons.h"
#include "ui/common/MenuIcon.h"
#include "ui/common/QuitKeys.h"
#include "ui/compose/AttachmentPane.h"
#include "ui/compose/BodyEditor.h"
#include "ui/compose/ComposeBar.h"
#include "ui/compose/ComposeController.h"
#include "ui/compose/ComposeKeys.h"
#include "ui/compose/ComposeWindow.h"
#include "ui/compose/FindBar.h"
#include "ui/compose/LetterHead.h"
#include "ui/compose/RecipientField.h"
#include "ui/compose/WritingHabits.h"

#include <QAction>
#include <QApplication>
#include <QMenu>

namespace pennypost {

QAction *ComposeWindow::makeAction(const QString &icon, const QString &text,
                                   const QList<QKeySequence> &shortcuts)
{
    auto *action = new QAction(text, this);
    if (!icon.isEmpty())
        action->setIcon(themedIcon(icon));
    action->setShortcuts(shortcuts);
    addAction(action);
    return action;
}

void ComposeWindow::makeActions()
{
    const ComposeKeys keys = ComposeKeys::here();
    m_send = makeAction(QStringLiteral("send"), tr("&Send"), keys.send);
    m_attach = makeAction(QStringLiteral("attach"), tr("&Attach…"), keys.attach);
    m_rich = makeAction({}, tr("Rich te&xt"), {});
    m_rich->setIconText(QStringLiteral("Aa"));
    m_rich->setCheckable(true);
    m_attach->setIconText(tr("Attach"));
    connect(m_send, &QAction::triggered, this, [this] { m_controller->send(); });
    connect(m_attach, &QAction::triggered, this, [this] { chooseFiles(); });
    connect(m_rich, &QAction::toggled, this, [this](bool rich) { m_controller->setRich(rich); });

    m_bar->setSendAction(m_send);
    m_bar->addAction(m_attach);
    m_bar->addAction(m_rich);
    m_bar->setMenu(makeMenu());

    const auto areaKey = [this](const QList<QKeySequence> &each, int direction) {
        QAction *action = makeAction({}, direction > 0 ? tr("Next area") : tr("Previous area"), each);
        connect(action, &QAction::triggered, this, [this, direction] { moveToArea(direction); });
    };
    areaKey(keys.nextArea, 1);
    areaKey(keys.previousArea, -1);

    connect(makeAction({}, tr("Find next"), keys.findNext), &QAction::triggered, m_find, &FindBar::findNext);
    connect(makeAction({}, tr("Find previous"), keys.findPrevious), &QAction::triggered, m_find,
            &FindBar::findPrevious);
}

QMenu *ComposeWindow::makeMenu()
{
    const ComposeKeys keys = ComposeKeys::here();
    auto *menu = new QMenu(this);
    menu->setAccessibleName(tr("More actions"));
    const auto add = [this, menu](const QString &icon, const QString &text,
                                  const QList<QKeySequence> &shortcuts, auto act) {
        QAction *action = makeAction({}, text, shortcuts);
        if (!icon.isEmpty())
            action->setIcon(menuIcon(icon));
        connect(action, &QAction::triggered, this, act);
        menu->addAction(action);
        return action;
    };
    add(QStringLiteral("new-letter"), tr("&New letter"), QKeySequence::keyBindings(QKeySequence::New),
        [this] { Q_EMIT newLetterRequested(); });
    add(QStringLiteral("save"), tr("Save &draft"), QKeySequence::keyBindings(QKeySequence::Save),
        [this] { m_controller->save(); });
    menu->addSeparator();
    add({}, tr("Go &to To"), keys.goToTo,
        [this] { m_head->to().input()->setFocus(Qt::ShortcutFocusReason); });
    add({}, tr("Show &Cc"), keys.showCc, [this] { m_head->showCc(); });
    add({}, tr("Show &Bcc"), keys.showBcc, [this] { m_head->showBcc(); });
    menu->addSeparator();
    add({}, tr("Paste as &plain text"), keys.pastePlain, [this] { m_body->pastePlain(); });
    add(QStringLiteral("quote"), tr("Paste as &quotation"), keys.pasteQuoted,
        [this] { m_body->pasteQuoted(); });
    menu->addSeparator();
    add(QStringLiteral("search"), tr("&Find…"), keys.find, [this] { m_find->openToFind(); });
    add({}, tr("&Replace…"), keys.replace, [this] { m_find->openToReplace(); });
    menu->addSeparator();
    add({}, tr("&Larger text"), QKeySequence::keyBindings(QKeySequence::ZoomIn), [this] {
        m_body->zoom(1);
        alignColumns();
    });
    add({}, tr("S&maller text"), QKeySequence::keyBindings(QKeySequence::ZoomOut), [this] {
        m_body->zoom(-1);
        alignColumns();
    });
    add({}, tr("Text in its &usual size"), keys.usualSize, [this] {
        m_body->resetZoom();
        alignColumns();
    });
    menu->addSeparator();
    WritingHabits &habits = m_habits;
    QAction *ask = add({}, tr("As&k for a missing subject"), {}, [] {});
    ask->setCheckable(true);
    ask->setChecked(habits.asksForSubject());
    connect(ask, &QAction::triggered, &habits, &WritingHabits::setAsksForSubject);
    connect(&habits, &WritingHabits::changed, ask,
            [ask, &habits] { ask->setChecked(habits.asksForSubject()); });
    add(QStringLiteral("account"), tr("Acc&ounts…"), {}, [this] { Q_EMIT accountsRequested(); });
    add(QStringLiteral("remove"), tr("D&iscard draft"), {}, [this] { m_controller->discard(); });
    add(QStringLiteral("close"), tr("Close &window"), QKeySequence::keyBindings(QKeySequence::Close),
        [this] { close(); });
    QAction *quit = add({}, tr("Quit P&ennypost"), quitKeys(), [] {});
    quit->setMenuRole(QAction::QuitRole);
    // From the event loop, for it closes this window.
    connect(quit, &QAction::triggered, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    return menu;
}

} // namespace pennypost
