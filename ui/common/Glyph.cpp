// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Glyph.h"

#include "ui/common/Icons.h"

#include <QPainter>

namespace pennypost {

QPixmap glyph(const QString &name, const QColor &color, int side, qreal devicePixelRatio)
{
    QPixmap pixmap = themedIcon(name).pixmap(QSize(side, side), devicePixelRatio);
    if (pixmap.isNull())
        return pixmap;
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRect(0, 0, side, side), color);
    return pixmap;
}

} // namespace pennypost
