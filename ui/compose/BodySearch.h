// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

class QTextCursor;

namespace pennypost {

class BodyEditor;

/// Words sought in a letter's body: where they are, the way from one to the next, others in their place.
/// Keeps up with what is written meanwhile. FindBar is its face. GUI thread.
class BodySearch : public QObject
{
    Q_OBJECT

public:
    explicit BodySearch(BodyEditor &body, QObject *parent = nullptr);

    /// Selects the first hit from where the selection begins, so that it stays while more is typed.
    void seek(const QString &sought, Qt::CaseSensitivity sensitivity);
    QString sought() const { return m_sought; }
    /// To the next hit (1) or the one before (-1), round at the ends.
    void step(int direction);
    /// Replaces the selected hit, if one is, and goes on to the next.
    void replace(const QString &by);
    /// All of them, as one step to undo. Returns how many.
    int replaceAll(const QString &by);
    /// Whether every hit is marked in the letter, and counted as it changes.
    void setMarking(bool marking);

    int count() const { return int(m_hits.size()); }
    /// The selected one's number, from 1; 0 if none is selected.
    int current() const;

Q_SIGNALS:
    void changed();

private:
    void recount();
    void mark();
    void select(int position);
    bool isHit(const QTextCursor &cursor) const;

    BodyEditor &m_body;
    QString m_sought;
    Qt::CaseSensitivity m_sensitivity = Qt::CaseInsensitive;
    QList<int> m_hits; ///< positions in the document (UTF-16 units), ascending
    bool m_marking = false;
};

/// Where `sought` begins in `text`, without overlaps; nothing for an empty one. A blank finds a no-break
/// space as well. Pure.
QList<int> hitsIn(const QString &text, const QString &sought, Qt::CaseSensitivity sensitivity);

} // namespace pennypost
