// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/DisclosureButton.h"

#include "ui/common/ActionWords.h"
#include "ui/common/Icons.h"
#include "ui/common/Tones.h"
#include "ui/setup/Measures.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

namespace pennypost {

DisclosureButton::DisclosureButton(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setAccessibleName(ActionWords::plain(text));
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize DisclosureButton::sizeHint() const
{
    const QSize words = fontMetrics().size(Qt::TextShowMnemonic, text());
    return {words.height() + Measures::Tight + words.width() + Measures::Gap, words.height() + Measures::Gap};
}

void DisclosureButton::keyPressEvent(QKeyEvent *event)
{
    // Enter belongs to the window's default button, the arrows to this.
    const bool leftward = layoutDirection() == Qt::RightToLeft;
    if (event->key() == (leftward ? Qt::Key_Left : Qt::Key_Right))
        setChecked(true);
    else if (event->key() == (leftward ? Qt::Key_Right : Qt::Key_Left))
        setChecked(false);
    else
        QAbstractButton::keyPressEvent(event);
}

void DisclosureButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = fontMetrics().height();
    const QRect arrow(0, (height() - side) / 2, side, side);
    // The folded arrow points to where the words run to: the icon is mirrored with the layout.
    const QString name = isChecked() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right");
    themedIcon(name, QPalette::WindowText)
        .paint(&painter, QStyle::visualRect(layoutDirection(), rect(), arrow));

    QStyleOptionFocusRect option;
    option.initFrom(this);
    int flags = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
    flags |= style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this) ? Qt::TextShowMnemonic
                                                                             : Qt::TextHideMnemonic;
    const QRect words = rect().adjusted(side + Measures::Tight, 0, 0, 0);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words), flags, text());
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Tones::focus(palette()), 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

} // namespace pennypost
