// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/AccentButton.h"

#include "ui/common/Icons.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

namespace pennypost {

namespace {
constexpr int sidePadding = 14;
constexpr int iconGap = 8;
constexpr int radius = 5;
} // namespace

AccentButton::AccentButton(const QString &iconName, const QString &text, QWidget *parent)
    : QPushButton(text, parent), m_icon(themedIcon(iconName, QPalette::HighlightedText))
{
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
}

QSize AccentButton::sizeHint() const
{
    const QSize usual = QPushButton::sizeHint();
    const int text = fontMetrics().size(Qt::TextShowMnemonic, this->text()).width();
    return {text + iconSize().width() + iconGap + 2 * sidePadding,
            qMax(usual.height(), fontMetrics().height() + 14)};
}

void AccentButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    const auto group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    QColor fill = palette().color(group, QPalette::Highlight);
    if (isDown())
        fill = fill.darker(120);
    else if (option.state & QStyle::State_MouseOver)
        fill = fill.darker(108);
    const QColor ink = palette().color(group, QPalette::HighlightedText);

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.drawRoundedRect(area, radius, radius);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, 1.5));
        painter.drawRoundedRect(area.adjusted(2.5, 2.5, -2.5, -2.5), radius - 2, radius - 2);
    }

    const int side = iconSize().width();
    const int textWidth = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    QRect content(0, 0, side + iconGap + textWidth, height());
    content.moveCenter(rect().center());
    m_icon.paint(&painter, QStyle::visualRect(layoutDirection(), rect(),
                                              {content.left(), (height() - side) / 2, side, side}));
    int flags = Qt::AlignCenter | Qt::TextShowMnemonic;
    if (!style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this))
        flags |= Qt::TextHideMnemonic;
    painter.setPen(ink);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), content.adjusted(side + iconGap, 0, 0, 0)),
                     flags, text());
}

} // namespace pennypost
