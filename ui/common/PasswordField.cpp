// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/PasswordField.h"

#include "ui/common/ActionWords.h"
#include "ui/common/Icons.h"

#include <QAction>
#include <QSignalBlocker>
#include <QToolButton>

namespace pennypost {

PasswordField::PasswordField(QWidget *parent) : QLineEdit(parent), m_show(new QAction(this))
{
    setShown(false);
    m_show->setCheckable(true);
    m_show->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
    m_show->setShortcutContext(Qt::WidgetShortcut);
    addAction(m_show, QLineEdit::TrailingPosition);
    connect(m_show, &QAction::toggled, this, [this](bool shown) {
        setShown(shown);
        refresh();
    });
    // A button of its own, which Tab does not reach by itself.
    eye()->setFocusPolicy(Qt::TabFocus);
    refresh();
}

PasswordField::~PasswordField()
{
    // Whoever listens may be in the middle of its own destruction.
    const QSignalBlocker quiet(this);
    forget();
}

void PasswordField::forget()
{
    setText({}); // clear() is an edit, which can be undone
    m_show->setChecked(false);
}

void PasswordField::setShown(bool shown)
{
    setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    // With Normal the line drops them: an input method would learn what is typed.
    setInputMethodHints(inputMethodHints() | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                        Qt::ImhNoAutoUppercase);
}

void PasswordField::refresh()
{
    const bool shown = m_show->isChecked();
    m_show->setIcon(themedIcon(shown ? QStringLiteral("eye-off") : QStringLiteral("eye"), QPalette::Text));
    const QString words = shown ? tr("Hide the password") : tr("Show the password");
    m_show->setText(words);
    m_show->setToolTip(ActionWords::withKeys(words, m_show->shortcut()));
    eye()->setAccessibleName(words);
}

QToolButton *PasswordField::eye() const
{
    return findChild<QToolButton *>(); // Qt makes it for the action and keeps it until the action goes
}

} // namespace pennypost
