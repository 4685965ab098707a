// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contacts/RecipientHistory.h"

#include <QCompleter>

class QStandardItemModel;

namespace pennypost {

class RecipientEdit;

/// The list below an address field: known recipients that fit what is typed. The first is chosen by Enter or
/// Tab unless what is typed is an address already, which then counts as it is; arrows go through them, Escape
/// closes, Delete forgets the one that one has gone to. Child of the field; GUI thread.
class RecipientSuggestions : public QCompleter
{
    Q_OBJECT

public:
    explicit RecipientSuggestions(RecipientEdit &edit, QObject *parent);

    /// Below the entry that begins at `start` (UTF-16 units); nobody closes the list. `takesFirst`: Enter and
    /// Tab take the first one without further ado.
    void suggest(const QList<KnownRecipient> &recipients, int start, bool takesFirst);
    void close();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void chosen(const pennypost::Mailbox &mailbox);
    void forgotten(const pennypost::Mailbox &mailbox);

private:
    bool takeKey(int key);
    void fill();
    void show();
    void choose(const QModelIndex &index);
    void forgetCurrent();

    RecipientEdit &m_edit;
    QStandardItemModel *m_rows;
    QAbstractItemView *m_list = nullptr;
    QList<KnownRecipient> m_recipients;
    int m_start = 0;
    bool m_hasMoved = false; ///< a person has gone to a row, and not only found it chosen
};

} // namespace pennypost
