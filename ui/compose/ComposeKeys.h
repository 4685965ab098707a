// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>

namespace pennypost {

/// The compose window's shortcuts that QKeySequence has no standard for, or another one than composers have.
/// A table for each kind of keyboard, pure, so that either can be looked at anywhere; in it Qt::CTRL is the
/// Command key on macOS, Qt::ALT Option and Qt::META Control.
struct ComposeKeys
{
    enum class Keyboard { Pc, Mac };
    static ComposeKeys of(Keyboard keyboard);
    /// This system's.
    static ComposeKeys here();

    using Keys = QList<QKeySequence>;
    Keys send;
    Keys attach;
    Keys goToTo;
    Keys showCc;
    Keys showBcc;
    Keys pastePlain;
    Keys pasteQuoted;
    Keys find;
    Keys findNext;
    Keys findPrevious;
    Keys replace;
    Keys usualSize;
    Keys nextArea;
    Keys previousArea;
};

} // namespace pennypost
