// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/AccountsWatch.h"

#include "core/account/AccountStore.h"

#include <QFileInfo>

namespace pennypost {

AccountsWatch::AccountsWatch(AccountStore &accounts, const QString &file, QObject *parent)
    : QObject(parent), m_accounts(accounts), m_file(file)
{
    connect(&m_folder, &QFileSystemWatcher::directoryChanged, this, &AccountsWatch::look);
    m_folder.addPath(QFileInfo(file).absolutePath());
}

/// The database lives in the same folder and makes it change often: most looks end here.
void AccountsWatch::look()
{
    const QFileInfo now(m_file);
    // Within one tick of the file system's clock it may have been written twice.
    const bool recent = qAbs(now.lastModified().secsTo(QDateTime::currentDateTime())) <= 2;
    if (!recent && now.lastModified() == m_written && now.size() == m_size)
        return;
    if (!m_accounts.follow())
        return; // once more when the folder changes again
    m_written = now.lastModified();
    m_size = now.size();
}

} // namespace pennypost
