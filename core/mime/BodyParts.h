// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mime/MimeParser.h"

namespace pennypost {

/// Which of a letter's parts are what it says and which it brings along: the first text that is not attached,
/// plain or HTML, with its other form where a multipart/alternative has both, and all other leaves in the
/// order of the letter, of which a letter within it is one. Points into the tree that it was asked about. Any
/// thread. Used by whoever shows or answers a letter.
struct BodyParts
{
    const ReceivedPart *plain = nullptr;
    const ReceivedPart *html = nullptr;
    QList<const ReceivedPart *> files;

    static BodyParts of(const ReceivedPart &root);
};

/// What a part is called where it lies as a file: its own name, else its subject where it is a letter, else
/// by its type. Never empty; fit to be one (safeFileName()).
QString fileNameFor(const ReceivedPart &part);
/// Of a letter with this subject: "Tea at five.eml".
QString letterFileName(const QString &subject);

} // namespace pennypost
