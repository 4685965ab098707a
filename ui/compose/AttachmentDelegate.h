// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace pennypost {

/// Paints an attachment as a tile: icon, name, size, a cross to remove it; a line that fills while its bytes
/// are taken in; the reason in place of the size where that failed, and a warning where the file is empty.
/// GUI thread.
class AttachmentDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

Q_SIGNALS:
    void removeRequested(const QModelIndex &index);
    /// By a double click.
    void openRequested(const QModelIndex &index);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;

private:
    struct Places
    {
        QRect tile, icon, name, detail, cross;
    };
    Places placesIn(const QStyleOptionViewItem &option) const;
    QString detailOf(const QModelIndex &index) const;
};

} // namespace pennypost
