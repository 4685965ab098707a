// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace pennypost {

/// Has a screen reader say what a widget shows as soon as it shows it, wherever the focus is. For what nobody
/// asked for: a strip, a problem, a save that failed.
///
/// Qt 6.4's bridge to AT-SPI ignores QAccessible::Alert. What a reader on Linux speaks by itself is a
/// notification that comes into sight: a role of its own, which no ready interface of Qt's has, and the event
/// for showing, also where the widget is in sight already. Windows takes the alert. GUI thread.
class Announcement
{
public:
    /// Before anything else is done with the widget: its interface is made once, at the first event.
    static void prepare(QWidget *widget);
    /// Says `words`, which become the widget's accessible name. It is in sight already, or is shown next.
    static void make(QWidget *widget, const QString &words);
};

} // namespace pennypost
