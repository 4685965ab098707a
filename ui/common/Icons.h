// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

namespace pennypost {

/// An icon of our own set (resources/icons/NAME.svg, without the suffix), in the palette's colour of the
/// moment it is painted: right in a dark theme, when disabled, when selected and after the theme changed,
/// sharp at 100 to 300 %, mirrored in a right-to-left layout where it points somewhere. `role` is whose
/// colour it takes: ButtonText beside text, HighlightedText on the filled button. A name that isn't there
/// gives a null icon. GUI thread.
///
///     sendAction->setIcon(themedIcon(u"send"_qs));
QIcon themedIcon(const QString &name, QPalette::ColorRole role = QPalette::ButtonText);

/// The program's own icon, in its colours, in all sizes.
QIcon applicationIcon();

} // namespace pennypost
