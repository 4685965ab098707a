// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/AccountStore.h"

#include <QTemporaryDir>

namespace pennypost {

/// A folder of its own for one accounts.json, and what the file's tests do with it.
class AccountsFolder
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString file() const { return path(QStringLiteral("accounts.json")); }
    QByteArray contents() const;
    /// False if it could not be written.
    bool put(const QByteArray &bytes) const;
    QStringList listing() const;

private:
    QTemporaryDir m_folder;
};

/// An account with something in each field.
Account sampleAccount(const QString &id);

AccountStoreError::Kind kindOf(const Result<void, AccountStoreError> &result);

} // namespace pennypost
