// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/Tones.h"

#include <algorithm>
#include <cmath>

namespace pennypost {

namespace {

qreal luminance(const QColor &color)
{
    const auto linear = [](qreal channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// Moves a colour away from its background, keeping the hue, until it can be read there.
QColor readable(const QColor &color, const QColor &background, qreal ratio)
{
    const QColor goal = luminance(background) > 0.18 ? QColor(Qt::black) : QColor(Qt::white);
    for (int step = 0; step <= 20; ++step) {
        const QColor candidate = Tones::mixed(color, goal, step / 20.0);
        if (Tones::contrast(candidate, background) >= ratio)
            return candidate;
    }
    return goal;
}

/// Paper and window frame differ little in any palette; what can be read on both is wanted.
QColor readableOnBoth(const QColor &color, const QPalette &palette, qreal ratio)
{
    const QColor onPaper = readable(color, palette.color(QPalette::Base), ratio);
    if (Tones::contrast(onPaper, palette.color(QPalette::Window)) >= ratio)
        return onPaper;
    const QColor onBoth = readable(onPaper, palette.color(QPalette::Window), ratio);
    return Tones::contrast(onBoth, palette.color(QPalette::Base)) >= ratio ? onBoth : onPaper;
}

} // namespace

QColor Tones::mixed(const QColor &one, const QColor &other, qreal shareOfOther)
{
    const auto blend = [shareOfOther](qreal from, qreal to) {
        return std::clamp(from + (to - from) * shareOfOther, 0.0, 1.0);
    };
    return QColor::fromRgbF(float(blend(one.redF(), other.redF())),
                            float(blend(one.greenF(), other.greenF())),
                            float(blend(one.blueF(), other.blueF())));
}

qreal Tones::contrast(const QColor &one, const QColor &other)
{
    const qreal first = luminance(one) + 0.05;
    const qreal second = luminance(other) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

QColor Tones::hairline(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.14);
}

QColor Tones::muted(const QPalette &palette)
{
    return readableOnBoth(mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.4), palette,
                          4.5);
}

QColor Tones::accent(const QPalette &palette)
{
    // Many themes pair their highlight with a text that falls short of 4.5:1; the fill gives way, not the
    // text.
    return readable(palette.color(QPalette::Active, QPalette::Highlight), onAccent(palette), 4.5);
}

QColor Tones::onAccent(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::HighlightedText);
}

QColor Tones::focus(const QPalette &palette)
{
    return readableOnBoth(palette.color(QPalette::Active, QPalette::Highlight), palette, 3.0);
}

QColor Tones::problem(const QPalette &palette)
{
    // No palette has a role for what is wrong; this hue is made readable on whatever paper there is.
    return readableOnBoth(QColor::fromHsv(356, 190, 215), palette, 4.5);
}

QColor Tones::problemFill(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), problem(palette), 0.1);
}

QColor Tones::raised(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.06);
}

} // namespace pennypost
