// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/StripField.h"

#include "ui/common/Icons.h"
#include "ui/compose/Strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace pennypost {

StripField::StripField(QWidget *parent)
    : QWidget(parent), m_label(new QLabel(this)), m_line(new QLineEdit(this)), m_reveal(new QToolButton(this))
{
    m_label->setBuddy(m_line);
    m_reveal->setAutoRaise(true);
    m_reveal->setCheckable(true);
    connect(m_line, &QLineEdit::returnPressed, this, &StripField::returnPressed);
    connect(m_reveal, &QToolButton::toggled, this, &StripField::reveal);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 0);
    row->addWidget(m_label);
    row->addWidget(m_line, 1);
    row->addWidget(m_reveal);
}

void StripField::follow(const Strip &strip)
{
    setVisible(!strip.fieldLabel.isEmpty());
    m_label->setText(strip.fieldLabel);
    m_line->setText(strip.fieldText);
    m_line->setAccessibleName(QString(strip.fieldLabel).remove(u'&'));
    m_line->setInputMethodHints(strip.fieldSecret ? Qt::ImhHiddenText | Qt::ImhSensitiveData |
                                                        Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase
                                                  : Qt::ImhNone);
    m_reveal->setVisible(strip.fieldSecret);
    m_reveal->setChecked(!strip.fieldSecret);
    reveal(!strip.fieldSecret);
}

void StripField::reveal(bool shown)
{
    m_line->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    const QString words = shown ? tr("Hide the password") : tr("Show the password");
    m_reveal->setIcon(themedIcon(shown ? QStringLiteral("eye-off") : QStringLiteral("eye")));
    m_reveal->setToolTip(words);
    m_reveal->setAccessibleName(words);
}

QString StripField::text() const
{
    return m_line->text();
}

void StripField::forget()
{
    m_line->setText({}); // clear() is an edit, which can be undone
}

QWidget *StripField::lastStop() const
{
    return m_reveal;
}

void StripField::focus(Qt::FocusReason reason)
{
    m_line->setFocus(reason);
    m_line->selectAll();
}

} // namespace pennypost
