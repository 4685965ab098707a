// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/FormatBar.h"

#include "ui/common/ActionWords.h"
#include "ui/common/Bidi.h"
#include "ui/common/Icons.h"
#include "ui/compose/BlockShape.h"
#include "ui/compose/BodyEditor.h"
#include "ui/compose/ComposeCommands.h"
#include "ui/shortcuts/Shortcuts.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace pennypost {

FormatBar::FormatBar(BodyEditor &body, Shortcuts &shortcuts, QWidget *parent)
    : QWidget(parent),
      m_body(body),
      m_shortcuts(shortcuts),
      m_commands(ComposeCommands::letter()),
      m_row(new QHBoxLayout(this)),
      m_strong(add(u"bold"_qs, u"letter.bold"_qs, true)),
      m_emphasis(add(u"italic"_qs, u"letter.italic"_qs, true)),
      m_underline(add(u"underline"_qs, u"letter.underline"_qs, true)),
      m_bullets(add(u"list"_qs, u"letter.bullets"_qs, true)),
      m_numbers(add(u"list-ordered"_qs, u"letter.numbers"_qs, true)),
      m_quote(add(u"quote"_qs, u"letter.quote"_qs, true)),
      m_link(add(u"link"_qs, u"letter.link"_qs, false))
{
    setAccessibleName(tr("Formatting"));
    m_row->setSpacing(2);
    m_row->addStretch(1);
    setSideMargins(0, 0);
    setFocusProxy(buttons().constFirst());

    connect(m_strong, &QAction::triggered, &m_body, &BodyEditor::toggleStrong);
    connect(m_emphasis, &QAction::triggered, &m_body, &BodyEditor::toggleEmphasis);
    connect(m_underline, &QAction::triggered, &m_body, &BodyEditor::toggleUnderline);
    connect(m_bullets, &QAction::triggered, &m_body, [this] { m_body.toggleList(false); });
    connect(m_numbers, &QAction::triggered, &m_body, [this] { m_body.toggleList(true); });
    connect(m_quote, &QAction::triggered, &m_body, &BodyEditor::toggleQuote);
    connect(m_link, &QAction::triggered, this, &FormatBar::linkRequested);

    connect(&m_body, &BodyEditor::cursorPositionChanged, this, &FormatBar::showCursorsFormat);
    connect(&m_body, &BodyEditor::currentCharFormatChanged, this, &FormatBar::showCursorsFormat);
    const auto showFor = [this](bool rich) {
        setVisible(rich);
        enableActions();
    };
    connect(&m_body, &BodyEditor::richChanged, this, showFor);
    showFor(m_body.isRich());
}

QAction *FormatBar::add(const QString &icon, const QString &id, bool checkable)
{
    const ShortcutCommand &command = m_commands.command(id);
    auto *action = new QAction(themedIcon(icon), command.text, this);
    action->setObjectName(id);
    action->setCheckable(checkable);
    m_shortcuts.bind(action, m_commands, command);
    addAction(action);

    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    const int side = std::max(16, fontMetrics().height());
    button->setIconSize({side, side});
    button->setFocusPolicy(Qt::TabFocus);
    const QString words = ActionWords::plain(command.text);
    button->setAccessibleName(words);
    // The button's whenever the action changes.
    const auto follow = [action, words] {
        action->setToolTip(ActionWords::withKeys(words, action->shortcut()));
    };
    follow();
    connect(&m_shortcuts, &Shortcuts::changed, action, follow);
    m_row->addWidget(button);
    return action;
}

QList<QToolButton *> FormatBar::buttons() const
{
    return findChildren<QToolButton *>(Qt::FindDirectChildrenOnly);
}

void FormatBar::setUsable(bool usable)
{
    m_usable = usable;
    enableActions();
}

void FormatBar::enableActions()
{
    const QList<QAction *> all = actions();
    for (QAction *action : all)
        action->setEnabled(m_usable && m_body.isRich()); // a shortcut of a hidden bar would act out of sight
}

void FormatBar::setSideMargins(int left, int right)
{
    const int padding = 4; // a flat button's icon stands this far from its edge
    const int begin = std::max(0, left - padding);
    m_row->setContentsMargins(Bidi::margins({begin, 4, right, 4}, layoutDirection()));
}

void FormatBar::showCursorsFormat()
{
    const QTextCharFormat format = m_body.currentCharFormat();
    const BlockShape line = BlockShape::of(m_body.textCursor().block());
    m_strong->setChecked(format.fontWeight() >= QFont::DemiBold);
    m_emphasis->setChecked(format.fontItalic());
    m_underline->setChecked(format.fontUnderline() && !format.isAnchor());
    m_bullets->setChecked(line.listDepth > 0 && !line.ordered);
    m_numbers->setChecked(line.listDepth > 0 && line.ordered);
    m_quote->setChecked(line.quote > 0);
}

} // namespace pennypost
