// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/AttachmentPane.h"

#include "ui/common/Bidi.h"
#include "ui/compose/AttachmentDelegate.h"
#include "ui/compose/AttachmentModel.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
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
    connect(delegate, &AttachmentDelegate::openRequested, this,
            [this](const QModelIndex &index) { Q_EMIT openRequested(index.row()); });
    const auto fit = [this] {
        setVisible(m_model.rowCount() > 0);
        // The view lays its tiles out when it is shown or idle.
        QTimer::singleShot(0, this, &AttachmentPane::fitHeight);
    };
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, fit);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, fit);
    connect(&m_model, &QAbstractItemModel::modelReset, this, fit);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, fit); // a tile is as wide as its words
    setVisible(m_model.rowCount() > 0);
}

void AttachmentPane::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    setEditTriggers(readOnly ? QAbstractItemView::NoEditTriggers : QAbstractItemView::EditKeyPressed);
}

void AttachmentPane::setSideMargins(int left, int right)
{
    // The view's spacing stands around its tiles as well.
    const int inset = gap / 2;
    setViewportMargins(Bidi::margins({left - inset, gap / 2 + 1, right - inset, gap / 2}, layoutDirection()));
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

void AttachmentPane::move(const QModelIndex &index, int step)
{
    const int row = index.row();
    if (!m_readOnly && index.isValid() && m_model.moveBy(row, step))
        setCurrentIndex(m_model.index(row + step));
}

int AttachmentPane::stepOf(int key) const
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    switch (key) {
    case Qt::Key_Up:
        return -1;
    case Qt::Key_Down:
        return 1;
    case Qt::Key_Left:
        return mirrored ? 1 : -1;
    case Qt::Key_Right:
        return mirrored ? -1 : 1;
    default:
        return 0;
    }
}

void AttachmentPane::keyPressEvent(QKeyEvent *event)
{
    if (const int step = stepOf(event->key()); step != 0 && event->modifiers() & Qt::AltModifier) {
        move(currentIndex(), step);
        return;
    }
    const bool sideways = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (sideways && !(event->modifiers() & ~Qt::KeypadModifier)) {
        // Also from one line to the next, and mirrored where the tiles are: the view does neither.
        const QModelIndex next = m_model.index(currentIndex().row() + stepOf(event->key()));
        if (next.isValid())
            setCurrentIndex(next);
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
#ifdef Q_OS_MACOS
    const bool opens = event->key() == Qt::Key_Down && event->modifiers() & Qt::ControlModifier;
#else
    const bool opens = enter && !(event->modifiers() & ~Qt::KeypadModifier);
#endif
    if (opens && state() != EditingState && currentIndex().isValid()) {
        if (!event->isAutoRepeat()) // a key held down wants one window, not thirty
            Q_EMIT openRequested(currentIndex().row());
        return;
    }
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        remove(currentIndex());
        return;
    }
    if (event->matches(QKeySequence::Paste)) {
        event->ignore(); // the window's to take
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
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex kept = index;
    const auto state = AttachmentModel::State(index.data(AttachmentModel::StateRole).toInt());
    if (state == AttachmentModel::State::Ready)
        menu->addAction(tr("&Open"), this, [this, kept] { Q_EMIT openRequested(kept.row()); });
    if (!m_readOnly) {
        if (state == AttachmentModel::State::Failed)
            menu->addAction(tr("Try &again"), this, [this, kept] { m_model.tryAgain(kept.row()); });
        menu->addAction(tr("Re&name"), this, [this, kept] { edit(kept); });
        if (index.row() > 0)
            menu->addAction(tr("Move &forward"), this, [this, kept] { move(kept, -1); });
        if (index.row() + 1 < m_model.rowCount())
            menu->addAction(tr("Move &back"), this, [this, kept] { move(kept, 1); });
        menu->addAction(tr("&Remove"), this, [this, kept] { remove(kept); });
    }
    menu->popup(event->reason() == QContextMenuEvent::Mouse
                    ? event->globalPos()
                    : viewport()->mapToGlobal(visualRect(index).center()));
}

} // namespace pennypost
