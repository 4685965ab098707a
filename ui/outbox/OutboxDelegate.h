// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace pennypost {

/// Paints OutboxModel's rows: headings, and letters on two lines (whom and when, subject and what is
/// special), with the icon of their kind. Colours from the palette, sizes from the font; mirrored for right
/// to left. GUI thread.
class OutboxDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace pennypost
