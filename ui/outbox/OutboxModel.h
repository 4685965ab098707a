// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/outbox/OutboxLists.h"
#include "ui/outbox/OutboxRow.h"

#include <QAbstractListModel>
#include <QSet>

namespace pennypost {

/// The main window's list: what needs a decision, drafts, sent, and what the practice server received, each
/// under its heading, filtered by the search. Holds values that others read; reads nothing itself. GUI
/// thread.
class OutboxModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole, ///< OutboxRow::Kind as int
        IdRole,
        WhoRole,
        SubjectRole,
        NoteRole,
        TimeRole, ///< relative, as text
    };

    explicit OutboxModel(const Clock &clock, QObject *parent = nullptr);

    void setLists(const OutboxLists &lists);
    void setReceived(const QList<ReceivedSummary> &received);
    /// Filters what was not filtered when it was read.
    void setSearch(const QString &search);
    /// Takes a row out of sight while its deletion can still be undone.
    void setHidden(const QString &id, bool hidden);
    /// The deletion was carried out, or failed: the id is hidden no longer, and the row of what has gone does
    /// not wait for the next reading to go.
    void deletionEnded(const QString &id, bool gone);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const OutboxRow &row(const QModelIndex &index) const { return m_rows[index.row()]; }
    QModelIndex indexOf(const QString &id) const;
    /// No row at all, whatever the search.
    bool isEmpty() const;

private:
    void rebuild();
    void addSection(const QString &heading, const QList<OutboxRow> &rows);
    QString spoken(const OutboxRow &row) const;

    const Clock &m_clock;
    OutboxLists m_lists;
    QList<ReceivedSummary> m_received;
    QStringList m_searchWords;
    QSet<QString> m_hidden;
    QList<OutboxRow> m_rows;
};

} // namespace pennypost
