// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBlock>
#include <QTextBlockFormat>
#include <QTextCharFormat>
#include <QTextListFormat>

namespace pennypost {

/// What a line of the letter is: ordinary, a heading, a list item, quoted. How that stands in a QTextDocument
/// is decided in this class's files alone, so that editor, export and import can't differ. GUI thread.
struct BlockShape
{
    int quote = 0;        ///< depth, 0 for none
    int heading = 0;      ///< 1 to 6, 0 for none
    int listDepth = 0;    ///< from 1, 0 for no list
    bool ordered = false; ///< of the list
    bool operator==(const BlockShape &) const = default;

    static BlockShape of(const QTextBlock &block);
    QTextBlockFormat blockFormat() const;
    QTextListFormat listFormat() const;
    /// The characters of such a line before anyone set them apart.
    QTextCharFormat charFormat() const;
    bool isPlain() const { return heading == 0 && listDepth == 0; }
};

/// What characters can be beside plain.
struct TextMarks
{
    bool strong = false;
    bool emphasis = false;
    bool underline = false;
    QString link;
    bool operator==(const TextMarks &) const = default;

    /// `heading`: whose own weight doesn't count.
    static TextMarks of(const QTextCharFormat &format, int heading);
    QTextCharFormat charFormat(const BlockShape &line) const;
    bool isNone() const { return *this == TextMarks{}; }
};

} // namespace pennypost
