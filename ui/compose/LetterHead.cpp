// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/LetterHead.h"

#include "core/account/AccountStore.h"
#include "ui/common/Bidi.h"
#include "ui/compose/FieldRow.h"
#include "ui/compose/IdentityCombo.h"
#include "ui/compose/RecipientField.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace pennypost {

LetterHead::LetterHead(const AccountStore &accounts, QWidget *parent)
    : QWidget(parent),
      m_from(new IdentityCombo(accounts, this)),
      m_to(new RecipientField(tr("To"), this)),
      m_cc(new RecipientField(tr("Cc"), this)),
      m_bcc(new RecipientField(tr("Bcc"), this)),
      m_subject(new SubjectEdit(this)),
      m_openers(new QWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(tr("Addresses and subject"));

    m_subject->setFrame(false);
    m_subject->setAccessibleName(tr("Subject"));
    m_subject->setFixedHeight(fontMetrics().lineSpacing()); // as the other fields, in line with the labels
    m_subject->setAlignment(Bidi::readingSide());           // also while it is empty, or Latin
    m_subject->setMaxLength(2000);                          // far beyond any header line a person reads

    addRow(tr("Fro&m"), m_from);
    m_toRow = addRow(tr("&To"), m_to);
    m_ccRow = addRow(tr("&Cc"), m_cc);
    m_bccRow = addRow(tr("&Bcc"), m_bcc);
    addRow(tr("Sub&ject"), m_subject)->setInset(m_subject->inset());
    m_ccRow->hide();
    m_bccRow->hide();

    auto *openers = new QHBoxLayout(m_openers);
    openers->setContentsMargins(0, 0, 0, 0);
    openers->setSpacing(0);
    m_openCc = addOpener(tr("Cc"), tr("Add recipients of a copy"));
    m_openBcc = addOpener(tr("Bcc"), tr("Add recipients of a copy that the others don't see"));
    const int padding =
        (m_openBcc->sizeHint().width() - fontMetrics().horizontalAdvance(m_openBcc->text())) / 2;
    m_toRow->addAtEnd(m_openers, padding);
    connect(m_openCc, &QToolButton::clicked, this, &LetterHead::showCc);
    connect(m_openBcc, &QToolButton::clicked, this, &LetterHead::showBcc);

    setTabOrder(m_from, m_to->input());
    setTabOrder(m_to->input(), m_cc->input());
    setTabOrder(m_cc->input(), m_bcc->input());
    setTabOrder(m_bcc->input(), m_subject);
    setSideMargins(16, 16);
}

FieldRow *LetterHead::addRow(const QString &label, QWidget *field)
{
    auto *row = new FieldRow(label, field, this);
    layout()->addWidget(row);
    m_rows.push_back(row);
    return row;
}

QToolButton *LetterHead::addOpener(const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(m_openers);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setAutoRaise(true);
    // By Tab one goes from To to Subject; the shortcuts open the fields.
    button->setFocusPolicy(Qt::NoFocus);
    button->setMaximumHeight(fontMetrics().lineSpacing() + 2);
    m_openers->layout()->addWidget(button);
    return button;
}

void LetterHead::showCc()
{
    m_ccRow->show();
    m_openCc->hide();
    Q_EMIT rowsChanged();
    m_cc->input()->setFocus(Qt::ShortcutFocusReason);
}

void LetterHead::showBcc()
{
    m_bccRow->show();
    m_openBcc->hide();
    Q_EMIT rowsChanged();
    m_bcc->input()->setFocus(Qt::ShortcutFocusReason);
}

void LetterHead::showFilled()
{
    m_ccRow->setVisible(!m_cc->isEmpty());
    m_openCc->setVisible(m_cc->isEmpty());
    m_bccRow->setVisible(!m_bcc->isEmpty());
    m_openBcc->setVisible(m_bcc->isEmpty());
    Q_EMIT rowsChanged();
}

bool LetterHead::focusFirstEmpty()
{
    if (m_to->isEmpty() && m_cc->isEmpty() && m_bcc->isEmpty())
        m_to->input()->setFocus(Qt::OtherFocusReason);
    else if (m_subject->text().isEmpty())
        m_subject->setFocus(Qt::OtherFocusReason);
    else
        return false;
    return true;
}

void LetterHead::setReadOnly(bool readOnly)
{
    m_from->setEnabled(!readOnly);
    m_to->setReadOnly(readOnly);
    m_cc->setReadOnly(readOnly);
    m_bcc->setReadOnly(readOnly);
    m_subject->setReadOnly(readOnly);
    m_openers->setEnabled(!readOnly);
}

int LetterHead::fieldOffset() const
{
    int widest = 0;
    for (const FieldRow *row : m_rows) {
        if (!row->isHidden())
            widest = std::max(widest, row->labelWidth());
    }
    return widest + FieldRow::gap();
}

void LetterHead::setSideMargins(int before, int after)
{
    for (FieldRow *row : m_rows)
        row->setColumns(before, fieldOffset() - FieldRow::gap(), after);
}

} // namespace pennypost
