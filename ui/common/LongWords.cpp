// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/LongWords.h"

#include <QLabel>
#include <QList>
#include <QTextBoundaryFinder>

namespace pennypost {

QString LongWords::cut(const QString &name, int most)
{
    QList<qsizetype> ends;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, name);
    while (finder.toNextBoundary() > 0)
        ends.append(finder.position());
    if (ends.size() <= most)
        return name;
    const qsizetype tail = most / 3;
    const qsizetype head = most - 1 - tail;
    return name.first(ends.at(head - 1)) + u'…' + name.sliced(ends.at(ends.size() - tail - 1));
}

void LongWords::neverWiden(QLabel *label)
{
    label->setMinimumWidth(1);
}

} // namespace pennypost
