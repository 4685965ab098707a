// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/StripField.h"

#include "ui/common/ActionWords.h"
#include "ui/common/PasswordField.h"
#include "ui/compose/Strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace pennypost {

StripField::StripField(QWidget *parent)
    : QWidget(parent),
      m_label(new QLabel(this)),
      m_plain(new QLineEdit(this)),
      m_secret(new PasswordField(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 0);
    row->addWidget(m_label);
    for (QLineEdit *each : {m_plain, static_cast<QLineEdit *>(m_secret)}) {
        connect(each, &QLineEdit::returnPressed, this, &StripField::returnPressed);
        row->addWidget(each, 1);
    }
}

void StripField::follow(const Strip &strip)
{
    forget();
    m_secret->setVisible(strip.fieldSecret);
    m_plain->setVisible(!strip.fieldSecret);
    m_label->setText(strip.fieldLabel);
    m_label->setBuddy(line());
    line()->setText(strip.fieldText);
    for (QLineEdit *each : {m_plain, static_cast<QLineEdit *>(m_secret)})
        each->setAccessibleName(ActionWords::plain(strip.fieldLabel));
    setVisible(!strip.fieldLabel.isEmpty());
}

QString StripField::text() const
{
    return line()->text();
}

void StripField::forget()
{
    m_plain->setText({});
    m_secret->forget();
}

QWidget *StripField::lastStop() const
{
    return line() == m_secret ? static_cast<QWidget *>(m_secret->eye()) : m_plain;
}

void StripField::focus(Qt::FocusReason reason)
{
    line()->setFocus(reason);
    line()->selectAll();
}

QLineEdit *StripField::line() const
{
    return m_secret->isHidden() ? m_plain : m_secret;
}

} // namespace pennypost
