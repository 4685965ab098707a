// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/OutboxDelegate.h"

#include "ui/common/Icons.h"
#include "ui/common/Tones.h"
#include "ui/outbox/OutboxModel.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace pennypost {

namespace {

constexpr int sideMargin = 16;
constexpr int rowPadding = 8;
constexpr int lineGap = 2;
constexpr int gap = 12;

QString iconNameOf(OutboxRow::Kind kind)
{
    switch (kind) {
    case OutboxRow::Kind::Undecided:
        return QStringLiteral("question");
    case OutboxRow::Kind::Draft:
        return QStringLiteral("draft");
    case OutboxRow::Kind::Sent:
        return QStringLiteral("sent");
    case OutboxRow::Kind::Received:
        return QStringLiteral("inbox");
    case OutboxRow::Kind::Heading:
        break;
    }
    return {};
}

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.92);
    return font;
}

QFont stronger(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

/// Draws the right-hand text, then the left-hand one in what is left of the line.
class Line
{
public:
    Line(QPainter &painter, const QStyleOptionViewItem &option, const QRect &place)
        : m_painter(painter), m_direction(option.direction), m_row(option.rect), m_left(place)
    {
    }

    void atEnd(const QString &text, const QFont &font, const QColor &colour)
    {
        if (text.isEmpty())
            return;
        const int width = QFontMetrics(font).horizontalAdvance(text) + 1;
        draw(text, font, colour, m_left.adjusted(qMax(0, m_left.width() - width), 0, 0, 0), Qt::AlignRight);
        m_left.adjust(0, 0, -width - gap, 0);
    }

    void atStart(const QString &text, const QFont &font, const QColor &colour)
    {
        draw(QFontMetrics(font).elidedText(text, Qt::ElideRight, m_left.width()), font, colour, m_left,
             Qt::AlignLeft);
    }

private:
    void draw(const QString &text, const QFont &font, const QColor &colour, const QRect &rect,
              Qt::Alignment alignment)
    {
        m_painter.setFont(font);
        m_painter.setPen(colour);
        // The row is the window's, each text has its own direction: a question mark stays at its end.
        m_painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        m_painter.drawText(
            QStyle::visualRect(m_direction, m_row, rect),
            int(QStyle::visualAlignment(m_direction, alignment) | Qt::AlignVCenter | Qt::AlignAbsolute) |
                Qt::TextSingleLine,
            text);
    }

    QPainter &m_painter;
    Qt::LayoutDirection m_direction;
    QRect m_row; ///< what right to left is mirrored in
    QRect m_left;
};

OutboxRow::Kind kindOf(const QModelIndex &index)
{
    return OutboxRow::Kind(index.data(OutboxModel::KindRole).toInt());
}

} // namespace

void OutboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &item,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem option = item;
    initStyleOption(&option, index);
    option.text.clear();
    const auto kind = kindOf(index);
    QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const QRect inner = option.rect.adjusted(sideMargin, 0, -sideMargin, 0);

    painter->save();
    if (kind == OutboxRow::Kind::Heading) {
        const QColor ink = Tones::quiet(option.palette.color(QPalette::Active, QPalette::Text),
                                        {option.palette.color(QPalette::Active, QPalette::Base)});
        const QRect line = inner.adjusted(0, inner.height() - option.fontMetrics.height() - 6, 0, -6);
        Line(*painter, option, line)
            .atStart(index.data(OutboxModel::WhoRole).toString(), stronger(smaller(item.font)), ink);
        painter->restore();
        return;
    }

    // Full while the list has the keyboard; else the row is only marked, so that one sees where keys go.
    const bool marked = option.state & QStyle::State_Selected && option.widget && !option.widget->hasFocus();
    const bool selected = option.state & QStyle::State_Selected && !marked;
    const QColor base = option.palette.color(QPalette::Active, QPalette::Base);
    const QColor mark = Tones::mixed(base, Tones::accent(option.palette), 0.14);
    if (marked) {
        painter->fillRect(option.rect, mark);
        const QRect bar(option.rect.left(), option.rect.top(), 3, option.rect.height());
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar),
                          Tones::focus(option.palette));
    } else {
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    }
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor ink = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor ground = option.palette.color(group, selected ? QPalette::Highlight : QPalette::Base);
    const QColor under = marked ? mark : ground;
    const QColor second = selected ? ink : Tones::quiet(ink, {under});

    const int side = style->pixelMetric(QStyle::PM_SmallIconSize, &option, option.widget);
    const QRect icon(inner.left(), inner.top() + rowPadding + (option.fontMetrics.height() - side) / 2, side,
                     side);
    themedIcon(iconNameOf(kind), selected ? QPalette::HighlightedText : QPalette::Text)
        .paint(painter, QStyle::visualRect(option.direction, option.rect, icon), Qt::AlignCenter);

    const QRect text = inner.adjusted(side + gap, rowPadding, 0, -rowPadding);
    const QFont firstFont = item.font;
    const QFont secondFont = smaller(item.font);
    const int firstHeight = QFontMetrics(stronger(firstFont)).height();
    Line first(*painter, option, QRect(text.left(), text.top(), text.width(), firstHeight));
    Line below(*painter, option,
               QRect(text.left(), text.top() + firstHeight + lineGap, text.width(),
                     QFontMetrics(secondFont).height()));
    first.atEnd(index.data(OutboxModel::TimeRole).toString(), secondFont, second);
    first.atStart(index.data(OutboxModel::WhoRole).toString(), stronger(firstFont), ink);
    below.atEnd(index.data(OutboxModel::NoteRole).toString(), stronger(secondFont), ink);
    below.atStart(index.data(OutboxModel::SubjectRole).toString(), secondFont, second);

    if (option.state & QStyle::State_HasFocus) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.rect = option.rect.adjusted(2, 2, -2, -2);
        focus.backgroundColor = ground;
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
    }
    painter->restore();
}

QSize OutboxDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = QFontMetrics(stronger(option.font)).height();
    if (kindOf(index) == OutboxRow::Kind::Heading)
        return {0, line + 6 + (index.row() == 0 ? 10 : 18)};
    return {0, line + lineGap + QFontMetrics(smaller(option.font)).height() + 2 * rowPadding};
}

} // namespace pennypost
