// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/BlockShape.h"

#include <QFont>
#include <QTextList>

#include <algorithm>

namespace pennypost {

namespace {

constexpr qreal quoteIndent = 16;
constexpr qreal lineHeightPercent = 140;

bool isOrdered(QTextListFormat::Style style)
{
    return style <= QTextListFormat::ListDecimal; // Qt counts bullets from -1 to -3 and numbers from -4 down
}

} // namespace

BlockShape BlockShape::of(const QTextBlock &block)
{
    BlockShape shape;
    shape.quote = std::max(0, block.blockFormat().intProperty(QTextFormat::BlockQuoteLevel));
    if (const QTextList *list = block.textList()) {
        shape.listDepth = std::max(1, list->format().indent());
        shape.ordered = isOrdered(list->format().style());
    } else {
        shape.heading = std::clamp(block.blockFormat().headingLevel(), 0, 6);
    }
    return shape;
}

QTextBlockFormat BlockShape::blockFormat() const
{
    QTextBlockFormat format;
    format.setLineHeight(lineHeightPercent, QTextBlockFormat::ProportionalHeight);
    if (quote > 0) {
        format.setProperty(QTextFormat::BlockQuoteLevel, quote);
        // Both sides, so that a line of either direction stands clear of the bar.
        format.setLeftMargin(quote * quoteIndent);
        format.setRightMargin(quote * quoteIndent);
    }
    if (heading > 0)
        format.setHeadingLevel(heading);
    return format;
}

QTextListFormat BlockShape::listFormat() const
{
    QTextListFormat format;
    format.setIndent(listDepth);
    format.setStyle(ordered ? QTextListFormat::ListDecimal : QTextListFormat::ListDisc);
    return format;
}

QTextCharFormat BlockShape::charFormat() const
{
    QTextCharFormat format;
    if (heading > 0) {
        format.setFontWeight(QFont::Bold);
        format.setProperty(QTextFormat::FontSizeAdjustment, std::max(0, 4 - heading));
    }
    return format;
}

TextMarks TextMarks::of(const QTextCharFormat &format, int heading)
{
    TextMarks marks;
    marks.link = format.isAnchor() ? format.anchorHref() : QString();
    marks.strong = heading == 0 && format.fontWeight() >= QFont::DemiBold;
    marks.emphasis = format.fontItalic();
    marks.underline = marks.link.isEmpty() && format.fontUnderline();
    return marks;
}

QTextCharFormat TextMarks::charFormat(const BlockShape &line) const
{
    QTextCharFormat format = line.charFormat();
    if (strong)
        format.setFontWeight(QFont::Bold);
    if (emphasis)
        format.setFontItalic(true);
    if (underline)
        format.setFontUnderline(true);
    if (!link.isEmpty()) {
        format.setAnchor(true);
        format.setAnchorHref(link);
    }
    return format;
}

} // namespace pennypost
