// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/LineDirection.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace pennypost {

namespace {

bool isMarked(const QTextBlock &block)
{
    return block.blockFormat().layoutDirection() == Qt::RightToLeft;
}

bool hasRightToLeft(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        // A half of a pair may be one of the scripts beyond U+FFFF that run so.
        return c.isSurrogate() || c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
    });
}

} // namespace

LineDirection::LineDirection(QTextDocument &document, QObject *parent) : QObject(parent), m_document(document)
{
    connect(&m_document, &QTextDocument::contentsChange, this, [this](int from, int, int added) {
        m_from = m_from < 0 ? from : std::min(m_from, from);
        m_to = std::max(m_to, from + added);
    });
    // Not before: within contentsChange() a document must not be changed.
    connect(&m_document, &QTextDocument::contentsChanged, this, &LineDirection::follow);
}

void LineDirection::setBase(Qt::LayoutDirection base)
{
    if (base == m_base)
        return;
    m_base = base;
    m_from = 0;
    m_to = m_document.characterCount();
    follow();
}

std::optional<Qt::LayoutDirection> LineDirection::ofText(QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t letter = text[at].unicode();
        if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
            letter = QChar::surrogateToUcs4(text[at], text[at + 1]); // its other half is no letter
        switch (QChar::direction(letter)) {
        case QChar::DirL:
            return Qt::LeftToRight;
        case QChar::DirR:
        case QChar::DirAL:
            return Qt::RightToLeft;
        default:
            break;
        }
    }
    return std::nullopt;
}

bool LineDirection::turnsWith(const QTextCursor &edited, const QString &typed) const
{
    const QTextBlock first = m_document.findBlock(edited.selectionStart());
    const QTextBlock last = m_document.findBlock(edited.selectionEnd());
    if (first != last || typed.contains(u'\n')) {
        bool leftToRight = directionBefore(first) == Qt::LeftToRight && !hasRightToLeft(typed);
        for (QTextBlock block = first; leftToRight && block.isValid(); block = block.next()) {
            leftToRight = !isMarked(block) && !hasRightToLeft(block.text());
            if (block.blockNumber() > last.blockNumber())
                break;
        }
        return !leftToRight;
    }
    QString text = first.text();
    const auto own = ofText(text);
    const auto current = own.value_or(isMarked(first) ? Qt::RightToLeft : Qt::LeftToRight);
    text.replace(edited.selectionStart() - first.position(), edited.selectionEnd() - edited.selectionStart(),
                 typed);
    const auto then = ofText(text);
    const auto direction = then.value_or(directionBefore(first));
    // The mark is a matter of a line without a letter; see follow().
    return direction != current || (!then && isMarked(first) != (direction == Qt::RightToLeft));
}

Qt::LayoutDirection LineDirection::directionBefore(const QTextBlock &block) const
{
    return block.previous().isValid() ? block.previous().textDirection() : m_base;
}

void LineDirection::follow()
{
    // Nor while something can be redone: this came by undo, and an edit of ours would end that.
    if (m_from < 0 || m_following || m_document.isRedoAvailable())
        return;
    m_following = true;
    QTextBlock block = m_document.findBlock(m_from);
    Qt::LayoutDirection before = directionBefore(block);
    for (; block.isValid(); block = block.next()) {
        const auto own = ofText(block.text());
        QTextBlockFormat format = block.blockFormat();
        const bool marked = isMarked(block);
        before = own.value_or(before);
        // From left to right it stands by itself; and a mark that a letter agrees with does no harm.
        const bool toMark = !own && before == Qt::RightToLeft && !marked;
        const bool toClear = before == Qt::LeftToRight && marked;
        if (!toMark && !toClear) {
            if (block.position() > m_to)
                break; // the lines below follow this one, as they did
            continue;
        }
        if (toMark)
            format.setLayoutDirection(Qt::RightToLeft);
        else
            format.clearProperty(QTextFormat::LayoutDirection);
        QTextCursor cursor(block);
        cursor.joinPreviousEditBlock();
        cursor.setBlockFormat(format);
        cursor.endEditBlock();
    }
    m_from = m_to = -1;
    m_following = false;
}

} // namespace pennypost
