// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/BodySearch.h"

#include "ui/common/Tones.h"
#include "ui/compose/BodyEditor.h"

#include <algorithm>

namespace pennypost {

namespace {

constexpr qsizetype mostMarked = 2000; ///< beyond, marking would take longer than typing a letter

/// In the look of the first of what it replaces.
void replaceSelection(QTextCursor &cursor, const QString &by)
{
    QTextCursor first(cursor);
    first.setPosition(cursor.selectionStart() + 1);
    const QTextCharFormat look = first.charFormat();
    cursor.insertText(by, look);
}

} // namespace

QList<int> hitsIn(const QString &text, const QString &sought, Qt::CaseSensitivity sensitivity)
{
    const auto withBlanks = [](QString words) { return words.replace(QChar::Nbsp, u' '); };
    const QString all = withBlanks(text);
    const QString words = withBlanks(sought);
    QList<int> hits;
    if (words.isEmpty())
        return hits;
    for (qsizetype at = all.indexOf(words, 0, sensitivity); at >= 0;
         at = all.indexOf(words, at + words.size(), sensitivity))
        hits.append(int(at));
    return hits;
}

BodySearch::BodySearch(BodyEditor &body, QObject *parent) : QObject(parent), m_body(body)
{
    connect(&m_body, &QTextEdit::textChanged, this, [this] {
        if (!m_marking)
            return;
        recount();
        Q_EMIT changed();
    });
    connect(&m_body, &QTextEdit::selectionChanged, this, &BodySearch::changed);
}

void BodySearch::seek(const QString &sought, Qt::CaseSensitivity sensitivity)
{
    m_sought = sought;
    m_sensitivity = sensitivity;
    recount();
    QTextCursor cursor = m_body.textCursor();
    cursor.setPosition(cursor.selectionStart());
    const auto hit = std::lower_bound(m_hits.cbegin(), m_hits.cend(), cursor.position());
    if (m_hits.isEmpty())
        m_body.setTextCursor(cursor);
    else
        select(hit == m_hits.cend() ? m_hits.constFirst() : *hit);
    Q_EMIT changed();
}

void BodySearch::step(int direction)
{
    recount();
    if (m_hits.isEmpty())
        return;
    const QTextCursor cursor = m_body.textCursor();
    if (direction > 0) {
        const int from = isHit(cursor) ? cursor.selectionEnd() : cursor.selectionStart();
        const auto hit = std::lower_bound(m_hits.cbegin(), m_hits.cend(), from);
        select(hit == m_hits.cend() ? m_hits.constFirst() : *hit);
    } else {
        const int until = cursor.selectionStart() - int(m_sought.size());
        const auto hit = std::upper_bound(m_hits.cbegin(), m_hits.cend(), until);
        select(hit == m_hits.cbegin() ? m_hits.constLast() : *std::prev(hit));
    }
}

void BodySearch::replace(const QString &by)
{
    if (m_body.isReadOnly())
        return;
    recount();
    QTextCursor cursor = m_body.textCursor();
    if (isHit(cursor)) {
        replaceSelection(cursor, by);
        m_body.setTextCursor(cursor); // behind the new words: what they hold is not sought again
    }
    step(1);
}

int BodySearch::replaceAll(const QString &by)
{
    recount();
    if (m_body.isReadOnly() || m_hits.isEmpty())
        return 0;
    const QList<int> hits = m_hits; // counted anew with the change
    QTextCursor cursor(m_body.document());
    cursor.beginEditBlock();
    for (auto hit = hits.crbegin(); hit != hits.crend(); ++hit) {
        cursor.setPosition(*hit);
        cursor.setPosition(*hit + int(m_sought.size()), QTextCursor::KeepAnchor);
        replaceSelection(cursor, by);
    }
    cursor.endEditBlock();
    return int(hits.size());
}

void BodySearch::setMarking(bool marking)
{
    m_marking = marking;
    recount();
    Q_EMIT changed();
}

int BodySearch::current() const
{
    const QTextCursor cursor = m_body.textCursor();
    return isHit(cursor) ? int(m_hits.indexOf(cursor.selectionStart())) + 1 : 0;
}

bool BodySearch::isHit(const QTextCursor &cursor) const
{
    return cursor.hasSelection() && cursor.selectionEnd() - cursor.selectionStart() == m_sought.size() &&
           std::binary_search(m_hits.cbegin(), m_hits.cend(), cursor.selectionStart());
}

void BodySearch::select(int position)
{
    QTextCursor cursor = m_body.textCursor();
    cursor.setPosition(position);
    cursor.setPosition(position + int(m_sought.size()), QTextCursor::KeepAnchor);
    m_body.setTextCursor(cursor);
    m_body.ensureCursorVisible();
}

void BodySearch::recount()
{
    m_hits = hitsIn(m_body.toPlainText(), m_sought, m_sensitivity);
    mark();
}

void BodySearch::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    const qsizetype marked = m_marking ? std::min(m_hits.size(), mostMarked) : 0;
    const QPalette palette = m_body.palette();
    QTextEdit::ExtraSelection mark;
    mark.format.setBackground(Tones::mixed(palette.color(QPalette::Base), Tones::focus(palette), 0.25));
    for (const int hit : m_hits.first(marked)) {
        mark.cursor = QTextCursor(m_body.document());
        mark.cursor.setPosition(hit);
        mark.cursor.setPosition(hit + int(m_sought.size()), QTextCursor::KeepAnchor);
        marks.append(mark);
    }
    if (!marks.isEmpty() || !m_body.extraSelections().isEmpty())
        m_body.setExtraSelections(marks);
}

} // namespace pennypost
