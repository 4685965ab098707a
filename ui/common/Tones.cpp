// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Tones.h"

#include <algorithm>
#include <cmath>

namespace pennypost {

namespace {

constexpr int steps = 100;

qreal luminance(const QColor &color)
{
    const auto linear = [](qreal channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// What a colour that lets its ground shine through, as PlaceholderText often does, looks like there.
QColor opaqueOn(const QColor &color, const QColor &ground)
{
    QColor opaque = color;
    opaque.setAlphaF(1.0F);
    return Tones::mixed(ground, opaque, color.alphaF());
}

bool standsOut(const QColor &color, const QList<QColor> &grounds, qreal ratio)
{
    return std::all_of(grounds.begin(), grounds.end(),
                       [&](const QColor &ground) { return Tones::contrast(color, ground) >= ratio; });
}

QColor paper(const QPalette &palette)
{
    return palette.color(QPalette::Base);
}

QColor frame(const QPalette &palette)
{
    return palette.color(QPalette::Window);
}

/// No palette has roles for what is wrong or went well: these hues are made readable on whatever paper there
/// is, with something left for a tint of the same hue behind them.
QColor signal(int hue, int saturation, int value, const QPalette &palette)
{
    return Tones::legible(QColor::fromHsv(hue, saturation, value),
                          {paper(palette), frame(palette), Tones::raised(palette)}, Tones::readable * 1.15);
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

QColor Tones::legible(const QColor &color, const QList<QColor> &grounds, qreal ratio)
{
    const QColor &first = grounds.first();
    const QColor start = opaqueOn(color, first);
    // The nearer way first: away from the ground, keeping the hue.
    const bool darker = luminance(first) > 0.18;
    const QColor near = darker ? Qt::black : Qt::white;
    const QColor far = darker ? Qt::white : Qt::black;
    for (const QColor &goal : {near, far}) {
        for (int step = 0; step <= steps; ++step) {
            // Rounded as it will be painted, so that what is measured is what is seen.
            const QColor candidate(mixed(start, goal, qreal(step) / steps).rgb());
            if (standsOut(candidate, grounds, ratio))
                return candidate;
        }
    }
    return grounds.size() > 1 ? legible(color, grounds.first(grounds.size() - 1), ratio) : near;
}

QColor Tones::quiet(const QColor &ink, const QList<QColor> &grounds)
{
    const QColor &first = grounds.first();
    const QColor full = opaqueOn(ink, first);
    for (int step = steps; step >= 0; --step) {
        const QColor candidate(mixed(full, first, qreal(step) / steps).rgb());
        if (standsOut(candidate, grounds, readable))
            return candidate;
    }
    return legible(full, grounds);
}

QColor Tones::muted(const QPalette &palette)
{
    return quiet(palette.color(QPalette::Text),
                 {paper(palette), frame(palette), raised(palette), problemFill(palette)});
}

QColor Tones::hint(const QPalette &palette)
{
    return quiet(palette.color(QPalette::Text), {paper(palette), frame(palette)});
}

QColor Tones::accentText(const QPalette &palette)
{
    return legible(palette.color(QPalette::Active, QPalette::Highlight),
                   {paper(palette), frame(palette), raised(palette)});
}

QColor Tones::accent(const QPalette &palette)
{
    // Many themes pair their highlight with a text that falls short of 4.5:1; the fill gives way, not the
    // text.
    return legible(palette.color(QPalette::Active, QPalette::Highlight), {onAccent(palette)});
}

QColor Tones::onAccent(const QPalette &palette)
{
    return QColor(palette.color(QPalette::Active, QPalette::HighlightedText).rgb());
}

QColor Tones::focus(const QPalette &palette)
{
    return legible(palette.color(QPalette::Active, QPalette::Highlight), {paper(palette), frame(palette)},
                   visible);
}

QColor Tones::edge(const QPalette &palette)
{
    return legible(hairline(palette), {paper(palette), frame(palette)}, visible);
}

QColor Tones::problem(const QPalette &palette)
{
    return signal(356, 190, 215, palette);
}

QColor Tones::warning(const QPalette &palette)
{
    return signal(35, 225, 200, palette);
}

QColor Tones::success(const QPalette &palette)
{
    return signal(145, 200, 160, palette);
}

QColor Tones::hairline(const QPalette &palette)
{
    return mixed(paper(palette), palette.color(QPalette::Text), 0.14);
}

QColor Tones::raised(const QPalette &palette)
{
    return mixed(paper(palette), palette.color(QPalette::Text), 0.06);
}

QColor Tones::problemFill(const QPalette &palette)
{
    const QColor ink = problem(palette);
    const QColor text = palette.color(QPalette::Text);
    qreal share = 0.1;
    QColor fill = mixed(paper(palette), ink, share);
    while (share > 0 && !standsOut(fill, {ink, text}, readable)) {
        share -= 0.01;
        fill = mixed(paper(palette), ink, share);
    }
    return fill;
}

} // namespace pennypost
