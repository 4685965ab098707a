// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/DropTarget.h"

#include "ui/common/Tones.h"

#include <QApplication>
#include <QDropEvent>
#include <QPainter>

namespace pennypost {

DropTarget::DropTarget(QWidget *window) : QWidget(window), m_window(window)
{
    m_window->setAcceptDrops(true);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Drop here to attach"));
    hide();
    // The fields take drops of their own, and a filter on each would miss those made later.
    qApp->installEventFilter(this);
}

bool DropTarget::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool drag = type == QEvent::DragEnter || type == QEvent::DragMove || type == QEvent::Drop;
    if (!drag && type != QEvent::DragLeave)
        return false;
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || widget->window() != m_window)
        return false;
    if (!drag) {
        hide();
        return false;
    }
    auto *drop = static_cast<QDropEvent *>(event);
    if (!m_taking || !OfferedFiles::areIn(*drop->mimeData()))
        return false;
    drop->setDropAction(Qt::CopyAction); // never a move: the file stays where it is
    drop->accept();
    if (type != QEvent::Drop) {
        setGeometry(m_window->rect());
        raise();
        show();
        return true;
    }
    hide();
    Q_EMIT filesOffered(OfferedFiles::of(*drop->mimeData()));
    return true;
}

void DropTarget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Base);
    veil.setAlphaF(0.9F);
    painter.fillRect(rect(), veil);
    painter.setPen(QPen(Tones::focus(palette()), 2, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(12, 12, -12, -12), 8, 8);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() + 3);
    painter.setFont(large);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(rect(), Qt::AlignCenter, tr("Drop here to attach"));
}

} // namespace pennypost
