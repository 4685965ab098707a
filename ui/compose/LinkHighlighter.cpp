// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/LinkHighlighter.h"

#include <QTextDocument>
#include <QTextFragment>

namespace pennypost {

LinkHighlighter::LinkHighlighter(QTextDocument *document) : QSyntaxHighlighter(document) {}

void LinkHighlighter::setLinkColor(const QColor &color)
{
    if (m_color == color)
        return;
    m_color = color;
    rehighlight();
}

void LinkHighlighter::highlightBlock(const QString &)
{
    const QTextBlock block = currentBlock();
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        if (!fragment.charFormat().isAnchor())
            continue;
        QTextCharFormat format = fragment.charFormat();
        format.setForeground(m_color);
        format.setFontUnderline(true);
        setFormat(fragment.position() - block.position(), fragment.length(), format);
    }
}

} // namespace pennypost
