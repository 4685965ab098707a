// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QStringList>

class QMimeData;

namespace pennypost {

/// What a paste or drop brings along to attach: local files, else one picture. Text that happens to come with
/// a picture (a browser's, a spreadsheet's) stays text: pictures count only where there is nothing to read,
/// while files count also where their paths stand beside them as text, as file managers have it. Every field
/// that a letter is written in hands what it is offered on as one of these; ComposeController::attach takes
/// it. GUI thread.
struct OfferedFiles
{
    QStringList paths; ///< absolute
    QImage picture;

    bool isEmpty() const { return paths.isEmpty() && picture.isNull(); }
    static OfferedFiles of(const QMimeData &data);
    static OfferedFiles fromClipboard();
    /// Without decoding a picture: for a drag that only passes by.
    static bool areIn(const QMimeData &data);
    static bool areOnClipboard();
};

} // namespace pennypost
