// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compose/SubjectEdit.h"

#include <QToolButton>
#include <QWidget>

#include <vector>

namespace pennypost {

class AccountStore;
class FieldRow;
class IdentityCombo;
class RecipientField;

/// From, To, Cc, Bcc and Subject of a letter. Cc and Bcc are there once they hold something or are asked for.
/// GUI thread.
class LetterHead : public QWidget
{
    Q_OBJECT

public:
    explicit LetterHead(const AccountStore &accounts, QWidget *parent = nullptr);

    IdentityCombo &from() { return *m_from; }
    RecipientField &to() { return *m_to; }
    RecipientField &cc() { return *m_cc; }
    RecipientField &bcc() { return *m_bcc; }
    SubjectEdit &subject() { return *m_subject; }

    void showCc();
    void showBcc();
    /// Opens Cc and Bcc where a draft has them.
    void showFilled();
    /// The first field that is still to be filled in gets the focus; false if none is.
    bool focusFirstEmpty();
    void setReadOnly(bool readOnly);

    /// Width of the column of those labels that are shown, with its gap: where the fields and the body begin.
    int fieldOffset() const;
    void setSideMargins(int before, int after);

Q_SIGNALS:
    /// Cc or Bcc came or went, so that fieldOffset() may be another.
    void rowsChanged();

private:
    FieldRow *addRow(const QString &label, QWidget *field);
    QToolButton *addOpener(const QString &text, const QString &toolTip);

    IdentityCombo *m_from;
    RecipientField *m_to;
    RecipientField *m_cc;
    RecipientField *m_bcc;
    SubjectEdit *m_subject;
    std::vector<FieldRow *> m_rows;
    FieldRow *m_toRow;
    FieldRow *m_ccRow;
    FieldRow *m_bccRow;
    QWidget *m_openers;
    QToolButton *m_openCc;
    QToolButton *m_openBcc;
};

} // namespace pennypost
