// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/AccentButton.h"

#include "ui/common/Glyph.h"
#include "ui/common/Tones.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

namespace pennypost {

namespace {
constexpr int sidePadding = 16;
constexpr int linePadding = 7; // above and below the words, where the style's own buttons are lower
constexpr int glyphGap = 8;
constexpr int cornerRadius = 5;

struct Colors
{
    QColor fill;
    QColor ink;
    QColor edge;
};

Colors colorsOf(const AccentButton &button, bool pointedAt)
{
    const QPalette &palette = button.palette();
    Colors colors{Tones::accent(palette), Tones::onAccent(palette), {}};
    if (!button.isEnabled()) {
        colors.fill =
            Tones::mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.12);
        colors.ink = Tones::quiet(palette.color(QPalette::WindowText), {colors.fill});
        colors.edge = colors.fill;
        return colors;
    }
    // Its own edge, seen only where the fill alone would not stand out from the window.
    colors.edge = Tones::legible(colors.fill, {palette.color(QPalette::Window)}, Tones::visible);
    // Away from the words' colour, so that they stay readable.
    const QColor away = colors.ink.lightnessF() > 0.5F ? Qt::black : Qt::white;
    if (button.isDown())
        colors.fill = Tones::mixed(colors.fill, away, 0.18);
    else if (pointedAt)
        colors.fill = Tones::mixed(colors.fill, away, 0.08);
    return colors;
}
} // namespace

AccentButton::AccentButton(const QString &text, QWidget *parent) : QPushButton(text, parent)
{
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    setFont(bold);
}

void AccentButton::setGlyph(const QString &name)
{
    m_glyph = name;
    updateGeometry();
    update();
}

int AccentButton::glyphWidth() const
{
    return m_glyph.isEmpty() ? 0 : iconSize().width() + glyphGap;
}

QSize AccentButton::sizeHint() const
{
    const int textWidth = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    return {textWidth + glyphWidth() + 2 * sidePadding,
            qMax(QPushButton::sizeHint().height(), fontMetrics().height() + 2 * linePadding)};
}

QSize AccentButton::minimumSizeHint() const
{
    return sizeHint();
}

void AccentButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    const Colors colors = colorsOf(*this, option.state & QStyle::State_MouseOver);

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.edge, 1));
    painter.setBrush(colors.fill);
    const QRectF area = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.drawRoundedRect(area, cornerRadius, cornerRadius);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.ink, 1.5));
        painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), cornerRadius - 2, cornerRadius - 2);
    }

    int flags = Qt::AlignCenter | Qt::TextShowMnemonic;
    if (!style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this))
        flags |= Qt::TextHideMnemonic;
    const int textWidth = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    QRect line(0, 0, glyphWidth() + textWidth, height());
    line.moveCenter(rect().center());
    if (!m_glyph.isEmpty()) {
        const int side = iconSize().width();
        const QRect place(line.left(), (height() - side) / 2, side, side);
        painter.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), place),
                           glyph(m_glyph, colors.ink, side, devicePixelRatioF()));
    }
    painter.setPen(colors.ink);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), line.adjusted(glyphWidth(), 0, 0, 0)),
                     flags, text());
}

} // namespace pennypost
