// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/PrimaryButton.h"

#include "ui/compose/Glyph.h"
#include "ui/compose/Tones.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

namespace pennypost {

namespace {
constexpr int sidePadding = 16;
constexpr int cornerRadius = 5;
} // namespace

PrimaryButton::PrimaryButton(const QString &text, QWidget *parent) : QPushButton(text, parent)
{
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    setFont(bold);
}

void PrimaryButton::setGlyph(const QString &name)
{
    m_glyph = name;
    updateGeometry();
    update();
}

int PrimaryButton::glyphWidth() const
{
    return m_glyph.isEmpty() ? 0 : iconSize().width() + 6;
}

QSize PrimaryButton::sizeHint() const
{
    const int textWidth = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    return {textWidth + glyphWidth() + 2 * sidePadding, QPushButton::sizeHint().height()};
}

void PrimaryButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);

    QColor fill = Tones::accent(palette());
    QColor ink = Tones::onAccent(palette());
    if (!isEnabled()) {
        fill = Tones::mixed(palette().color(QPalette::Window), palette().color(QPalette::WindowText), 0.12);
        ink = Tones::muted(palette());
    } else if (isDown()) {
        fill = Tones::mixed(fill, Qt::black, 0.18);
    } else if (option.state & QStyle::State_MouseOver) {
        fill = Tones::mixed(fill, Qt::black, 0.08);
    }

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.drawRoundedRect(area, cornerRadius, cornerRadius);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, 1.5));
        painter.drawRoundedRect(area.adjusted(2.5, 2.5, -2.5, -2.5), cornerRadius - 2, cornerRadius - 2);
    }

    int flags = Qt::AlignCenter | Qt::TextShowMnemonic;
    if (!style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this))
        flags |= Qt::TextHideMnemonic;
    const int iconWidth = glyphWidth();
    const int textWidth = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    QRect line(0, 0, iconWidth + textWidth, height());
    line.moveCenter(rect().center());
    if (!m_glyph.isEmpty()) {
        const int side = iconSize().width();
        const QRect place(line.left(), (height() - side) / 2, side, side);
        painter.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), place),
                           glyph(m_glyph, ink, side, devicePixelRatioF()));
    }
    painter.setPen(ink);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), line.adjusted(iconWidth, 0, 0, 0)), flags,
                     text());
}

} // namespace pennypost
