// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/LegiblePalette.h"

#include "ui/common/Tones.h"

#include <QApplication>
#include <QEvent>
#include <QStyle>

#include <array>
#include <utility>

namespace pennypost {

namespace {

constexpr std::array groups{QPalette::Active, QPalette::Inactive, QPalette::Disabled};
constexpr std::array corrected{QPalette::PlaceholderText, QPalette::Link, QPalette::LinkVisited,
                               QPalette::Highlight};

/// By how many per cent Fusion's edges are darker than Window (qfusionstyle.cpp).
constexpr std::array<std::pair<const char *, int>, 4> fusionEdges{
    {{"QLineEdit", 140}, {"QAbstractSpinBox", 140}, {"QCheckBox", 127}, {"QRadioButton", 150}}};

/// A palette of its own for each group, so that what is asked for its current colours answers with these.
QPalette oneGroup(const QPalette &palette, QPalette::ColorGroup group)
{
    QPalette only = palette;
    only.setCurrentColorGroup(group);
    return only;
}

} // namespace

QPalette LegiblePalette::corrections(const QPalette &palette)
{
    QPalette right;
    for (const auto group : groups) {
        const QPalette here = oneGroup(palette, group);
        const auto put = [&](QPalette::ColorRole role, const QColor &color) {
            if (here.color(role) != color)
                right.setColor(group, role, color);
        };
        put(QPalette::PlaceholderText, Tones::hint(here));
        const QList<QColor> grounds{here.color(QPalette::Base), here.color(QPalette::Window)};
        put(QPalette::Link, Tones::legible(here.color(QPalette::Link), grounds));
        put(QPalette::LinkVisited, Tones::legible(here.color(QPalette::LinkVisited), grounds));
        if (group != QPalette::Disabled) // nothing is to be read there
            put(QPalette::Highlight,
                Tones::legible(here.color(QPalette::Highlight), {here.color(QPalette::HighlightedText)}));
    }
    return right;
}

QPalette LegiblePalette::edged(const QPalette &palette, int darker)
{
    // Thin lines lose some of it to antialiasing.
    constexpr qreal drawn = Tones::visible * 1.2;
    const QColor edge = Tones::legible(
        Tones::edge(palette), {palette.color(QPalette::Base), palette.color(QPalette::Window)}, drawn);
    QPalette edged = palette;
    for (const auto group : groups)
        edged.setColor(group, QPalette::Window, edge.lighter(darker));
    return edged;
}

LegiblePalette::LegiblePalette(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
    apply();
}

bool LegiblePalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ApplicationPaletteChange && !m_applying)
        apply();
    return QObject::eventFilter(watched, event);
}

void LegiblePalette::apply()
{
    m_applying = true;
    // What somebody else set, without what was put over it: the platform's own is to show through again, or a
    // changed theme would stay behind our last correction.
    const QPalette current = QApplication::palette();
    QPalette without;
    for (const auto group : groups) {
        for (int role = 0; role < QPalette::NColorRoles; ++role) {
            const auto each = QPalette::ColorRole(role);
            const bool ours = m_corrections.isBrushSet(group, each) &&
                              m_corrections.brush(group, each) == current.brush(group, each);
            if (current.isBrushSet(group, each) && !ours)
                without.setBrush(group, each, current.brush(group, each));
        }
    }
    QApplication::setPalette(without);
    m_corrections = corrections(QApplication::palette());
    QPalette whole = without;
    for (const auto group : groups) {
        for (const auto role : corrected) {
            if (m_corrections.isBrushSet(group, role))
                whole.setBrush(group, role, m_corrections.brush(group, role));
        }
    }
    QApplication::setPalette(whole);
    if (QApplication::style()->name().compare(QLatin1StringView("fusion"), Qt::CaseInsensitive) == 0) {
        for (const auto &[widget, darker] : fusionEdges)
            QApplication::setPalette(edged(QApplication::palette(), darker), widget);
    }
    m_applying = false;
}

} // namespace pennypost
