// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/AccountStore.h"

#include <QAbstractListModel>

namespace pennypost {

/// The accounts of an AccountStore, one a row, following its changes. GUI thread. Used by AccountsDialog with
/// AccountDelegate.
class AccountListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,
        TitleRole,   ///< name, or the address without one
        DetailRole,  ///< address and server
        DefaultRole, ///< bool
    };

    explicit AccountListModel(const AccountStore &store, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// Invalid if there is no such account.
    QModelIndex indexOf(const QString &id) const;

private:
    static QString detail(const Account &account);

    const AccountStore &m_store;
    QList<Account> m_accounts; ///< as the view last saw them
    QString m_defaultId;
};

} // namespace pennypost
