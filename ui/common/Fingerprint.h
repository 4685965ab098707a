// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace pennypost {

/// A certificate's SHA-256 as people compare it. GUI thread.
struct Fingerprint
{
    /// "AA:BB:…" on one line, as it is copied and pasted.
    static QString line(const QByteArray &sha256);

    /// `text` with each fingerprint in it broken after sixteen octets. It has no blanks: on one line it would
    /// set the window's least width, and halves are easier to compare. In a window from right to left each
    /// half is isolated, for otherwise "99:AA" would be shown as "AA:99".
    static QString inTwoLines(QString text);
};

} // namespace pennypost
