// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/ComposeBar.h"

#include "ui/common/AccentButton.h"
#include "ui/common/ActionWords.h"
#include "ui/common/Announcement.h"
#include "ui/common/Icons.h"
#include "ui/common/Tones.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace pennypost {

namespace {

/// Without the dots: nobody needs to hear or read them.
QString wordsOf(const QAction &action)
{
    return ActionWords::plain(action.text()).remove(u'…');
}

} // namespace

ComposeBar::ComposeBar(QWidget *parent)
    : QWidget(parent),
      m_row(new QHBoxLayout(this)),
      m_send(new AccentButton({}, this)),
      m_more(new QToolButton(this)),
      m_saved(new QLabel(this)),
      m_notSaved(new QLabel(this))
{
    setAccessibleName(tr("Send and attach"));
    m_send->setGlyph(QStringLiteral("send"));
    m_row->setContentsMargins(16, 8, 16, 9);
    m_row->setSpacing(4);
    m_row->addWidget(m_send);
    m_row->addSpacing(8);
    m_more->setIcon(themedIcon(QStringLiteral("more")));
    m_more->setAutoRaise(true);
    m_more->setIconSize(iconSize());
    connect(m_more, &QToolButton::clicked, this, &ComposeBar::openMenu);
    m_send->setIconSize(iconSize());
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setAccessibleName(tr("More actions"));
    m_more->setToolTip(tr("More actions"));
    m_row->addWidget(m_more);
    m_row->addStretch(1);
    // Their names are their words, so that a screen reader says "Saved 10:42"; what they are about stands
    // beside.
    Announcement::prepare(m_notSaved);
    for (QLabel *state : {m_saved, m_notSaved})
        state->setAccessibleDescription(tr("State of the draft"));
    m_notSaved->hide();
    m_row->addWidget(m_saved);
    m_row->addWidget(m_notSaved);
    tint();
}

void ComposeBar::setSendAction(QAction *action)
{
    const auto follow = [this, action] {
        m_send->setText(action->text());
        m_send->setEnabled(action->isEnabled());
        m_send->setToolTip(ActionWords::withKeys(wordsOf(*action), action->shortcut()));
    };
    follow();
    m_send->setAccessibleName(wordsOf(*action));
    connect(action, &QAction::changed, this, follow);
    connect(m_send, &QPushButton::clicked, action, &QAction::trigger);
}

void ComposeBar::addAction(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    // The button takes the action's own tooltip whenever that changes, also when it is disabled.
    const auto follow = [button, action] {
        button->setToolTip(ActionWords::withKeys(wordsOf(*action), action->shortcut()));
        button->setAccessibleName(wordsOf(*action));
    };
    follow();
    connect(action, &QAction::changed, button, follow);
    button->setToolButtonStyle(action->icon().isNull() ? Qt::ToolButtonTextOnly
                                                       : Qt::ToolButtonTextBesideIcon);
    button->setIconSize(iconSize());
    m_row->insertWidget(m_row->indexOf(m_more), button);
    // As they stand, not as they were made; but Send is the last. Tab leads from the letter's text to the
    // first of them, and whoever took it for an indent and types on must not send with the next blank.
    setTabOrder(m_more->previousInFocusChain(), button);
    setTabOrder(button, m_more);
    setTabOrder(m_more, m_send);
}

void ComposeBar::setMenu(QMenu *menu)
{
    m_menu = menu;
}

void ComposeBar::openMenu()
{
    // Not QToolButton::setMenu(): its arrow beside three dots says the same thing twice.
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QPoint corner =
        m_more->mapToGlobal(mirrored ? m_more->rect().bottomRight() : m_more->rect().bottomLeft());
    if (mirrored)
        corner.rx() -= m_menu->sizeHint().width();
    m_menu->popup(corner);
}

QSize ComposeBar::iconSize() const
{
    const int side = std::max(16, fontMetrics().height()); // as tall as the words beside it
    return {side, side};
}

void ComposeBar::setStatus(const QString &saved, bool failed)
{
    m_saved->setVisible(!failed);
    if (!failed) {
        m_saved->setText(saved);
        m_notSaved->hide();
        m_notSaved->clear();
    } else if (m_notSaved->text() != saved) { // once for each cause
        m_notSaved->setText(saved);
        Announcement::make(m_notSaved, saved);
        m_notSaved->show();
    }
}

void ComposeBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void ComposeBar::tint()
{
    const auto color = [this](QLabel *label, const QColor &ink) {
        QPalette tinted = palette();
        tinted.setColor(QPalette::WindowText, ink);
        label->setPalette(tinted);
    };
    color(m_saved, Tones::muted(palette()));
    color(m_notSaved, Tones::problem(palette()));
}

void ComposeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, Tones::hairline(palette()));
}

} // namespace pennypost
