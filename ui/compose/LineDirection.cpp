// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/LineDirection.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace pennypost {

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

bool LineDirection::mayTurn(const QTextCursor &cursor, bool typing)
{
    const QString line = cursor.block().text();
    if (cursor.hasSelection() || !ofText(line))
        return true;
    if (typing)
        return false;
    const auto letters = std::count_if(line.begin(), line.end(), [](QChar c) { return ofText({&c, 1}); });
    return letters < 2 || cursor.atBlockStart() || cursor.atBlockEnd();
}

void LineDirection::follow()
{
    // Nor while something can be redone: this came by undo, and an edit of ours would end that.
    if (m_from < 0 || m_following || m_document.isRedoAvailable())
        return;
    m_following = true;
    QTextBlock block = m_document.findBlock(m_from);
    Qt::LayoutDirection before = block.previous().isValid() ? block.previous().textDirection() : m_base;
    for (; block.isValid(); block = block.next()) {
        const auto own = ofText(block.text());
        QTextBlockFormat format = block.blockFormat();
        const bool marked = format.layoutDirection() == Qt::RightToLeft;
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
