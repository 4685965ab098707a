// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace pennypost {

/// Which drafts have a window at the moment, in a small file of the profile: after a crash or a power cut
/// these windows open again; after a clean end there is no file. Synchronous; on the StoreThread in the app.
class OpenLetters
{
public:
    explicit OpenLetters(const QString &profile);

    QStringList read() const;
    /// Atomically; an empty list removes the file.
    bool write(const QStringList &draftIds) const;

private:
    QString m_file;
};

} // namespace pennypost
