// SPDX-License-Identifier: GPL-3.0-or-later
// What AttachmentModel tells of its rows, to eyes and ears; how they come and go is in AttachmentModel.cpp.
#include "ui/common/ProblemText.h"
#include "ui/common/SizeText.h"
#include "ui/common/ToolTipText.h"
#include "ui/compose/AttachmentRow.h"

namespace pennypost {

int AttachmentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString AttachmentModel::told(const Row &row)
{
    const QString &name = row.attachment.fileName;
    switch (row.state) {
    case State::Ready:
        if (row.attachment.size == 0)
            return tr("%1, the file is empty: 0 bytes", "attachment: file name").arg(name);
        return tr("%1, %2", "attachment: file name, size").arg(name, sizeText(row.attachment.size));
    case State::Capturing:
        return tr("%1, being attached", "attachment").arg(name);
    case State::Failed: {
        const ProblemText words = ProblemWords::of(row.error);
        const QString failed =
            tr("%1, not attached: %2", "attachment: file name, what went wrong").arg(name, words.inOneLine());
        return words.serverWords.isEmpty() ? failed : QString(failed + u'\n' + words.serverWords);
    }
    }
    return {};
}

QVariant AttachmentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return row.attachment.fileName;
    case SizeRole:
        return row.attachment.size;
    case StateRole:
        return int(row.state);
    case ProgressRole:
        return row.attachment.size > 0 ? double(row.done) / double(row.attachment.size) : 0.0;
    case ReasonRole:
        return row.state == State::Failed ? ProblemWords::of(row.error).title : QString();
    case ReasonInFullRole:
        return row.state == State::Failed ? ProblemWords::of(row.error).inOneLine() : QString();
    case FolderRole:
        return row.state == State::Failed && row.error.kind == StoreError::Kind::SourceIsFolder ? row.path
                                                                                                : QString();
    case Qt::ToolTipRole:
        return toolTipText(told(row));
    case Qt::AccessibleTextRole:
        return told(row);
    default:
        return {};
    }
}

bool AttachmentModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    Row &row = m_rows[size_t(index.row())];
    const QString name = value.toString().trimmed();
    if (name.isEmpty() || name == row.attachment.fileName)
        return false;
    row.attachment.fileName = safeFileName(name);
    changedRow(index.row());
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags AttachmentModel::flags(const QModelIndex &index) const
{
    return QAbstractListModel::flags(index) | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
}

} // namespace pennypost
