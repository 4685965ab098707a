// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QStringList>

class QMimeData;

namespace pennypost {

/// What a paste or drop brings along to attach: local files, else one picture. Text that happens to come with
/// a picture (a browser's, a spreadsheet's) stays text: pictures count only where there is nothing to read.
/// GUI thread.
struct OfferedFiles
{
    QStringList paths; ///< absolute
    QImage picture;

    bool isEmpty() const { return paths.isEmpty() && picture.isNull(); }
    static OfferedFiles of(const QMimeData &data);
    /// Without decoding a picture: for a drag that only passes by.
    static bool areIn(const QMimeData &data);
};

} // namespace pennypost
