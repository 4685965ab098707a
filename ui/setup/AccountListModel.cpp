// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/AccountListModel.h"

#include "ui/setup/SetupWords.h"

namespace pennypost {

AccountListModel::AccountListModel(const AccountStore &store, QObject *parent)
    : QAbstractListModel(parent), m_store(store)
{
    const auto take = [this] {
        beginResetModel();
        m_accounts = m_store.accounts();
        m_defaultId = m_store.defaultAccount() ? m_store.defaultAccount()->id : QString();
        endResetModel();
    };
    connect(&store, &AccountStore::changed, this, take);
    take();
}

int AccountListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_accounts.size());
}

QVariant AccountListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Account &account = m_accounts.at(index.row());
    const Mailbox &mailbox = account.mailbox();
    const bool isDefault = account.id == m_defaultId;
    switch (role) {
    case IdRole:
        return account.id;
    case TitleRole:
    case Qt::DisplayRole:
        return mailbox.displayName.isEmpty() ? mailbox.addrSpec() : mailbox.displayName;
    case DetailRole:
        return detail(account);
    case DefaultRole:
        return isDefault;
    case Qt::AccessibleTextRole: {
        const QString words = mailbox.displayName.isEmpty()
                                  ? detail(account)
                                  : mailbox.displayName + QStringLiteral(", ") + detail(account);
        return isDefault ? tr("%1, default account").arg(words) : words;
    }
    case Qt::ToolTipRole:
        return mailbox.addrSpec();
    default:
        return {};
    }
}

QModelIndex AccountListModel::indexOf(const QString &id) const
{
    for (int row = 0; row < m_accounts.size(); ++row) {
        if (m_accounts.at(row).id == id)
            return index(row);
    }
    return {};
}

QString AccountListModel::detail(const Account &account)
{
    const QString address = account.mailbox().addrSpec();
    if (account.practice)
        return tr("%1 · practice, on this computer only").arg(address);
    return tr("%1 · %2").arg(address, SetupWords::summary(account.server));
}

} // namespace pennypost
