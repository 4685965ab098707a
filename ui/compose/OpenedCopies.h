// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTemporaryDir>

#include <memory>

namespace pennypost {

/// Attachments that are looked at: read-only copies in a folder of the letter's own, opened by the desktop,
/// gone with the letter's window. Programs and scripts stay closed, for opening them is running them. Copies
/// on the thread pool. GUI thread.
class OpenedCopies : public QObject
{
    Q_OBJECT

public:
    explicit OpenedCopies(QObject *parent = nullptr);
    ~OpenedCopies() override;

    /// The bytes in `source` under the name they have in the letter; one copy for each pair, however often
    /// it is opened.
    void open(const QString &source, const QString &name);

    /// Whether the desktop would run a file of this name rather than show it.
    static bool isProgram(const QString &name);

Q_SIGNALS:
    /// It was not opened. May come long after open().
    void refused(const QString &name, const QString &title, const QString &sentence);

private:
    using Pair = std::pair<QString, QString>;

    void show(const QString &name, const QString &copy);
    void refuse(const QString &name, const QString &sentence);

    /// Shared with the jobs: the folder goes after the last of them, none finds it gone and makes it anew.
    std::shared_ptr<QTemporaryDir> m_folder;
    QHash<Pair, QString> m_copies; ///< by source and name
    QSet<Pair> m_underWay;
    int m_count = 0;
};

} // namespace pennypost
