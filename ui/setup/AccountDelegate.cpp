// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/AccountDelegate.h"

#include "ui/common/Tones.h"
#include "ui/setup/AccountListModel.h"
#include "ui/setup/Measures.h"

#include <QApplication>
#include <QPainter>

namespace pennypost {

namespace {

constexpr int Padding = Measures::Gap + Measures::Tight;

QFont titleFont(const QFont &font)
{
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    return bold;
}

} // namespace

QSize AccountDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines =
        QFontMetrics(titleFont(option.font)).height() + Measures::Tight + QFontMetrics(option.font).height();
    return {option.fontMetrics.averageCharWidth() * 24, lines + 2 * Padding};
}

void AccountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    own.text.clear(); // the style paints background, selection and focus; the words are ours
    const QStyle *style = own.widget ? own.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &own, painter, own.widget);

    const bool selected = own.state.testFlag(QStyle::State_Selected);
    const QPalette::ColorGroup group =
        own.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    QPalette palette = own.palette;
    palette.setColor(QPalette::WindowText,
                     palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));

    const Qt::LayoutDirection direction = own.direction;
    const QRect inner = own.rect.adjusted(Padding, Padding, -Padding, -Padding);
    const int align = int(QStyle::visualAlignment(direction, Qt::AlignLeft | Qt::AlignTop));
    painter->save();

    const QFont bold = titleFont(own.font);
    const QFontMetrics boldMetrics(bold);
    const QString mark = index.data(AccountListModel::DefaultRole).toBool() ? tr("Default") : QString();
    const int markWidth = mark.isEmpty() ? 0 : own.fontMetrics.horizontalAdvance(mark) + Measures::Gap;
    const QRect titleRect = QStyle::visualRect(direction, inner, inner.adjusted(0, 0, -markWidth, 0));
    painter->setFont(bold);
    painter->setPen(palette.color(QPalette::WindowText));
    painter->drawText(titleRect, align,
                      boldMetrics.elidedText(index.data(AccountListModel::TitleRole).toString(),
                                             Qt::ElideRight, titleRect.width()));
    painter->setFont(own.font);
    painter->setPen(selected ? palette.color(QPalette::WindowText) : Tones::muted(palette));
    painter->drawText(inner, int(QStyle::visualAlignment(direction, Qt::AlignRight | Qt::AlignTop)), mark);
    const QRect detailRect = inner.adjusted(0, boldMetrics.height() + Measures::Tight, 0, 0);
    painter->drawText(detailRect, align,
                      own.fontMetrics.elidedText(index.data(AccountListModel::DetailRole).toString(),
                                                 Qt::ElideRight, detailRect.width()));
    painter->restore();
}

} // namespace pennypost
