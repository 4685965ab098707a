// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/OutboxModel.h"

#include "core/store/SearchKey.h"
#include "ui/outbox/RelativeTime.h"

namespace pennypost {

namespace {

using Kind = OutboxRow::Kind;

QString orElse(const QString &text, const QString &otherwise)
{
    return text.trimmed().isEmpty() ? otherwise : text.simplified();
}

} // namespace

OutboxModel::OutboxModel(const Clock &clock, QObject *parent) : QAbstractListModel(parent), m_clock(clock) {}

void OutboxModel::setLists(const OutboxLists &lists)
{
    m_lists = lists;
    rebuild();
}

void OutboxModel::setReceived(const QList<ReceivedSummary> &received)
{
    m_received = received;
    rebuild();
}

void OutboxModel::setSearch(const QString &search)
{
    m_searchWords = searchWords(search);
    rebuild();
}

void OutboxModel::setHidden(const QString &id, bool hidden)
{
    if (hidden)
        m_hidden.insert(id);
    else
        m_hidden.remove(id);
    rebuild();
}

void OutboxModel::deletionEnded(const QString &id, bool gone)
{
    m_hidden.remove(id);
    if (gone) {
        m_lists.drafts.removeIf([&](const DraftSummary &draft) { return draft.id == id; });
        m_lists.sent.removeIf([&](const SentSummary &letter) { return letter.id == id; });
        m_received.removeIf([&](const ReceivedSummary &letter) { return letter.file == id; });
    }
    rebuild();
}

bool OutboxModel::isEmpty() const
{
    return m_rows.isEmpty() && m_searchWords.isEmpty();
}

void OutboxModel::rebuild()
{
    QList<OutboxRow> undecided;
    QList<OutboxRow> drafts;
    QList<OutboxRow> sent;
    QList<OutboxRow> received;
    QSet<QString> undecidedDrafts;
    QSet<QString> onTheirWay;
    for (const OutboxItem &item : m_lists.items) {
        if (item.phase != Phase::MayHaveBeenSent) {
            onTheirWay.insert(item.draftId);
            continue;
        }
        undecidedDrafts.insert(item.draftId);
        undecided.append({Kind::Undecided, item.id, item.recipients, item.subject, tr("May have been sent"),
                          item.since, item.finished});
    }
    for (const DraftSummary &draft : m_lists.drafts) {
        // One letter is one row: the one that asks for the decision.
        if (undecidedDrafts.contains(draft.id))
            continue;
        const QString note = onTheirWay.contains(draft.id) ? tr("On its way") : QString();
        drafts.append({Kind::Draft, draft.id, draft.to, draft.subject, note, draft.savedAt});
    }
    for (const SentSummary &letter : m_lists.sent) {
        const QString note = letter.refused ? tr("%n refused", nullptr, letter.refused) : QString();
        sent.append({Kind::Sent, letter.id, letter.recipients, letter.subject, note, letter.time});
    }
    for (const ReceivedSummary &letter : m_received)
        received.append({Kind::Received, letter.file, letter.from, letter.subject, {}, letter.time});

    beginResetModel();
    m_rows.clear();
    addSection(tr("Needs your decision"), undecided);
    addSection(tr("Drafts"), drafts);
    addSection(tr("Sent"), sent);
    addSection(tr("Practice: received here"), received);
    endResetModel();
}

void OutboxModel::addSection(const QString &heading, const QList<OutboxRow> &rows)
{
    QList<OutboxRow> shown;
    for (const OutboxRow &row : rows) {
        // Sent letters were searched by the store, which knows more of them than their summary.
        const bool found =
            row.kind == Kind::Sent || matchesSearch(searchKey(row.who + u'\n' + row.subject), m_searchWords);
        if (found && !m_hidden.contains(row.id))
            shown.append(row);
    }
    if (shown.isEmpty())
        return;
    m_rows.append({Kind::Heading, {}, heading, {}, {}, {}});
    m_rows.append(shown);
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OutboxRow &row = m_rows[index.row()];
    const bool heading = row.kind == Kind::Heading;
    switch (role) {
    case KindRole:
        return int(row.kind);
    case IdRole:
        return row.id;
    case Qt::DisplayRole: // what typing in the list looks for
    case WhoRole:
        return heading
                   ? row.who
                   : orElse(row.who, row.kind == Kind::Received ? tr("(no sender)") : tr("(no recipient)"));
    case SubjectRole:
        return heading ? QString() : orElse(row.subject, tr("(no subject)"));
    case NoteRole:
        return row.note;
    case TimeRole:
        return RelativeTime::of(row.time, m_clock.now());
    case Qt::ToolTipRole:
        return RelativeTime::inFull(row.time);
    case Qt::AccessibleTextRole:
        return spoken(row);
    default:
        return {};
    }
}

QString OutboxModel::spoken(const OutboxRow &row) const
{
    const QString subject = orElse(row.subject, tr("(no subject)"));
    const QString time = RelativeTime::of(row.time, m_clock.now());
    QString text;
    switch (row.kind) {
    case Kind::Heading:
        return row.who;
    case Kind::Undecided:
    case Kind::Draft:
        text = tr("Draft to %1: %2, %3").arg(orElse(row.who, tr("(no recipient)")), subject, time);
        break;
    case Kind::Sent:
        text = tr("Sent to %1: %2, %3").arg(orElse(row.who, tr("(no recipient)")), subject, time);
        break;
    case Kind::Received:
        text = tr("Received from %1: %2, %3").arg(orElse(row.who, tr("(no sender)")), subject, time);
        break;
    }
    return row.note.isEmpty() ? text : tr("%1. %2").arg(row.note, text);
}

Qt::ItemFlags OutboxModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows[index.row()].kind == Kind::Heading)
        return Qt::NoItemFlags; // the arrow keys pass over it
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QModelIndex OutboxModel::indexOf(const QString &id) const
{
    for (int at = 0; at < m_rows.size(); ++at) {
        if (m_rows[at].id == id && m_rows[at].kind != Kind::Heading)
            return index(at);
    }
    return {};
}

} // namespace pennypost
