// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/RecipientSuggestions.h"

#include "ui/common/Bidi.h"
#include "ui/common/Tones.h"
#include "ui/compose/RecipientEdit.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStandardItemModel>

#include <algorithm>

namespace pennypost {

namespace {

constexpr int rowMargin = 8; ///< around its text, as the system scales it
constexpr int rowNumber = Qt::UserRole + 1;

} // namespace

RecipientSuggestions::RecipientSuggestions(RecipientEdit &edit, QObject *parent)
    : QCompleter(parent), m_edit(edit), m_rows(new QStandardItemModel(this))
{
    setModel(m_rows);
    setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    setWrapAround(false);
    setWidget(&edit);
    m_list = popup(); // made by the first one who asks, with events of its own on the way
    m_list->setAccessibleName(tr("Known recipients"));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setFrameStyle(QFrame::Box | QFrame::Plain); // the style's own is not seen on dark paper
    m_list->installEventFilter(this);                   // ahead of QCompleter's own
    connect(this, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            &RecipientSuggestions::choose);
}

void RecipientSuggestions::suggest(const QList<KnownRecipient> &recipients, int start, bool takesFirst)
{
    m_recipients = recipients;
    m_start = start;
    m_hasMoved = false;
    if (recipients.isEmpty())
        return close();
    fill();
    show();
    m_list->setCurrentIndex(takesFirst ? completionModel()->index(0, 0) : QModelIndex());
}

void RecipientSuggestions::close()
{
    if (m_list->isVisible())
        m_list->hide();
}

void RecipientSuggestions::fill()
{
    m_rows->clear();
    for (int row = 0; row < m_recipients.size(); ++row) {
        const Mailbox &mailbox = m_recipients[row].mailbox;
        const QString name = mailbox.displayName.simplified();
        const QString address = Bidi::value(mailbox.addrSpec());
        auto *item = new QStandardItem(name.isEmpty() ? address : Bidi::value(name) + u"  " + address);
        item->setData(row, rowNumber);
        item->setData(mailbox.display(), Qt::AccessibleTextRole);
        const QSize text = m_list->fontMetrics().size(Qt::TextSingleLine, item->text());
        item->setSizeHint(text + QSize(2 * rowMargin, rowMargin));
        item->setToolTip(tr("Delete forgets this address"));
        m_rows->appendRow(item);
    }
}

void RecipientSuggestions::show()
{
    QTextCursor at = m_edit.textCursor();
    at.setPosition(std::min(m_start, at.position()));
    QRect place = m_edit.cursorRect(at);
    const int wanted = m_list->sizeHintForColumn(0) + m_list->verticalScrollBar()->sizeHint().width() +
                       2 * m_list->frameWidth();
    const int widest = std::max(m_edit.width(), m_edit.fontMetrics().averageCharWidth() * 30);
    const int width = std::min(std::max(wanted, m_edit.fontMetrics().averageCharWidth() * 30), widest);
    // Within the field. From right to left an address, which is Latin, begins somewhere within its line.
    place.setLeft(m_edit.isRightToLeft() ? m_edit.width() - width
                                         : std::max(0, std::min(place.left(), m_edit.width() - width)));
    place.setWidth(width);
    QPalette palette = m_edit.palette();
    palette.setColor(QPalette::WindowText, Tones::edge(palette));
    m_list->setPalette(palette);
    complete(place);
    // From right to left Qt 6.4 takes the field's right edge for the list's left one.
    m_list->move(m_edit.mapToGlobal(place.topLeft()).x(), m_list->y());
}

/// All other keys are QCompleter's: it gives them to the field, where one goes on typing.
bool RecipientSuggestions::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        takeKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QCompleter::eventFilter(watched, event);
}

bool RecipientSuggestions::takeKey(int key)
{
    const QModelIndex current = m_list->currentIndex();
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        m_hasMoved = true;
        return false;
    case Qt::Key_Delete:
        if (!m_hasMoved || !current.isValid())
            return false;
        forgetCurrent();
        return true;
    case Qt::Key_Enter:
    case Qt::Key_Return:
    case Qt::Key_Tab:
        if (!current.isValid())
            return false;
        close();
        choose(current);
        return true;
    default:
        return false;
    }
}

void RecipientSuggestions::choose(const QModelIndex &index)
{
    const int row = index.data(rowNumber).toInt();
    if (index.isValid() && row < m_recipients.size())
        Q_EMIT chosen(m_recipients[row].mailbox);
}

void RecipientSuggestions::forgetCurrent()
{
    const int row = m_list->currentIndex().data(rowNumber).toInt();
    const Mailbox mailbox = m_recipients.takeAt(row).mailbox;
    if (m_recipients.isEmpty()) {
        close();
    } else {
        fill();
        show();
        m_list->setCurrentIndex(completionModel()->index(std::min(row, int(m_recipients.size()) - 1), 0));
    }
    Q_EMIT forgotten(mailbox);
}

} // namespace pennypost
