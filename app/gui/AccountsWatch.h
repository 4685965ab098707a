// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QObject>

namespace pennypost {

class AccountStore;

/// Lets the windows follow what pennypost-cli stores in accounts.json while they are open: who was added can
/// be chosen, who was removed is asked about. It looks at the folder, for the file is replaced at each change
/// and a watch on it would end with the old one. GUI thread.
class AccountsWatch : public QObject
{
    Q_OBJECT

public:
    AccountsWatch(AccountStore &accounts, const QString &file, QObject *parent = nullptr);

private:
    void look();

    AccountStore &m_accounts;
    QString m_file;
    QDateTime m_written; ///< when, as far as the store knows
    qint64 m_size = -1;
    QFileSystemWatcher m_folder;
};

} // namespace pennypost
