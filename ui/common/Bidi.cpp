// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Bidi.h"

#include <QGuiApplication>
#include <QStringList>

namespace pennypost {

namespace {

constexpr QChar leftToRightMark(0x200E);
constexpr QChar rightToLeftMark(0x200F);
constexpr QChar firstStrongIsolate(0x2068);
constexpr QChar popIsolate(0x2069);

/// Has it a letter that runs from right to left?
bool holdsRightToLeft(const QString &text)
{
    for (const QChar c : text) {
        const QChar::Direction direction = c.direction();
        if (direction == QChar::DirR || direction == QChar::DirAL)
            return true;
    }
    return false;
}

} // namespace

QString Bidi::value(const QString &foreign)
{
    if (foreign.isEmpty() || (!QGuiApplication::isRightToLeft() && !holdsRightToLeft(foreign)))
        return foreign;
    return firstStrongIsolate + foreign + popIsolate;
}

QString Bidi::lines(const QString &text)
{
    return lines(text, QGuiApplication::layoutDirection());
}

QString Bidi::lines(const QString &text, Qt::LayoutDirection direction)
{
    const bool leftward = direction == Qt::RightToLeft;
    if (!leftward && !holdsRightToLeft(text))
        return text;
    QStringList directed;
    for (const QString &line : text.split(u'\n')) {
        const bool agrees = line.isEmpty() || line.front() == rightToLeftMark ||
                            line.front() == leftToRightMark || line.isRightToLeft() == leftward;
        directed.append(agrees ? line : (leftward ? rightToLeftMark : leftToRightMark) + line);
    }
    return directed.join(u'\n');
}

Qt::Alignment Bidi::readingSide()
{
    return readingSide(QGuiApplication::layoutDirection());
}

Qt::Alignment Bidi::readingSide(Qt::LayoutDirection direction)
{
    return (direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
}

QMargins Bidi::margins(const QMargins &margins, Qt::LayoutDirection direction)
{
    if (direction != Qt::RightToLeft)
        return margins;
    return {margins.right(), margins.top(), margins.left(), margins.bottom()};
}

} // namespace pennypost
