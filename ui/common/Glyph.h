// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPixmap>
#include <QString>

namespace pennypost {

/// One of our icons (see themedIcon()) in a colour that is no palette role: a warning's, a filled button's.
/// `side` in device independent pixels. For painting now, not to be kept: the colour is the moment's.
QPixmap glyph(const QString &name, const QColor &color, int side, qreal devicePixelRatio);

} // namespace pennypost
