// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/AttachmentPane.h"

#include "ui/compose/AttachmentDelegate.h"
#include "ui/compose/AttachmentModel.h"
#include "ui/compose/OfferedFiles.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QTimer>

#include <algorithm>

namespace pennypost {

namespace {
constexpr int gap = 8;
constexpr int mostRows = 3; ///< then the pane scrolls
} // namespace

AttachmentPane::AttachmentPane(AttachmentModel &model, QWidget *parent) : QListView(parent), m_model(model)
{
    auto *delegate = new AttachmentDelegate(this);
    setItemDelegate(delegate);
    setModel(&m_model);
    setAccessibleName(tr("Attachments"));
    setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setSpacing(gap / 2);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setSideMargins(16, 16);

    connect(delegate, &AttachmentDelegate::removeRequested, this, &AttachmentPane::remove);
    const auto fit = [this] {
        setVisible(m_model.rowCount() > 0);
        // The view lays its tiles out when it is shown or idle.
        QTimer::singleShot(0, this, &AttachmentPane::fitHeight);
    };
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, fit);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, fit);
    connect(&m_model, &QAbstractItemModel::modelReset, this, fit);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] {
        scheduleDelayedItemsLayout(); // a tile is as wide as its words
    });
    setVisible(m_model.rowCount() > 0);
}

void AttachmentPane::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    setEditTriggers(readOnly ? QAbstractItemView::NoEditTriggers : QAbstractItemView::EditKeyPressed);
}

void AttachmentPane::setSideMargins(int left, int right)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    // The view's spacing stands around its tiles as well.
    const int inset = gap / 2;
    setViewportMargins((mirrored ? right : left) - inset, gap / 2 + 1, (mirrored ? left : right) - inset,
                       gap / 2);
    QTimer::singleShot(0, this, &AttachmentPane::fitHeight);
}

void AttachmentPane::focusRow(int row)
{
    setFocus(Qt::OtherFocusReason);
    setCurrentIndex(m_model.index(row));
}

void AttachmentPane::fitHeight()
{
    if (m_model.rowCount() == 0)
        return;
    doItemsLayout();
    const int tile = sizeHintForRow(0) + gap;
    const int content = contentsSize().height();
    const QMargins margins = viewportMargins();
    const int height = std::clamp(content, tile, tile * mostRows) + margins.top() + margins.bottom();
    if (height != this->height())
        setFixedHeight(height);
}

void AttachmentPane::remove(const QModelIndex &index)
{
    if (m_readOnly || !index.isValid())
        return;
    const int row = index.row();
    m_model.removeAt(row);
    if (m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(std::min(row, m_model.rowCount() - 1)));
    else
        focusPreviousChild();
}

void AttachmentPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        remove(currentIndex());
        return;
    }
    if (event->matches(QKeySequence::Paste)) {
        const OfferedFiles offered = OfferedFiles::of(*QApplication::clipboard()->mimeData());
        if (!offered.paths.isEmpty() && !m_readOnly)
            Q_EMIT filesOffered(offered.paths);
        return;
    }
    QListView::keyPressEvent(event);
}

void AttachmentPane::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (!currentIndex().isValid())
        setCurrentIndex(m_model.index(0)); // so that the focus can be seen
}

void AttachmentPane::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        QTimer::singleShot(0, this, &AttachmentPane::fitHeight);
}

void AttachmentPane::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index =
        event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid() || m_readOnly)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex kept = index;
    if (AttachmentModel::State(index.data(AttachmentModel::StateRole).toInt()) ==
        AttachmentModel::State::Failed)
        menu->addAction(tr("&Try again"), this, [this, kept] { m_model.tryAgain(kept.row()); });
    menu->addAction(tr("Re&name"), this, [this, kept] { edit(kept); });
    menu->addAction(tr("&Remove"), this, [this, kept] { remove(kept); });
    menu->popup(event->reason() == QContextMenuEvent::Mouse
                    ? event->globalPos()
                    : viewport()->mapToGlobal(visualRect(index).center()));
}

} // namespace pennypost
