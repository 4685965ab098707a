// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Message.h"
#include "core/mime/ByteSource.h"
#include "core/mime/TransferEncoding.h"

#include <memory>
#include <optional>
#include <vector>

namespace pennypost {

/// A node of the tree that a letter is on its way out (RFC 2045, 2046): a leaf with a body that is read when
/// it is sent, or a multipart with children. Made by MimeBuilder and the functions below, turned into bytes
/// by stretchesOf(). Three levels at most, so walking it may recurse.
struct MimePart
{
    /// As it is written.
    struct Form
    {
        QByteArray header;                ///< the Content-* fields, each with its CRLF
        std::shared_ptr<ByteSource> body; ///< of a leaf, encoded
        bool bodyEndsLine = false;        ///< the CRLF ahead of the next boundary is already there
    };
    Form form;                    ///< in 7 bits
    std::optional<Form> eightBit; ///< of a leaf: another way, where the server has 8BITMIME (RFC 6152)
    QByteArray boundary;          ///< of a multipart
    std::vector<MimePart> children;

    /// Is there another way for it or for what it holds?
    bool hasEightBit() const;
};

/// text/plain or text/html in UTF-8 from lines ended by '\n', encoded as its characters ask for. Alone in a
/// letter its last line is ended, as the wire wants it; within a multipart the text keeps its very end.
/// `mark`: what this letter's boundaries begin with. `form` is for text/plain.
MimePart textPart(const QByteArray &subtype, const QString &text, bool alone, const QByteArray &mark,
                  Message::TextForm form = Message::TextForm::Paragraphs);

/// `kind`: "alternative", "mixed" or "related". `type`: RFC 2387's, for "related" alone.
MimePart multipart(const QByteArray &kind, const QByteArray &boundary, std::vector<MimePart> children,
                   const QByteArray &type = {});

/// A letter's bytes in order. The two forms of one letter share what they have in common.
using Stretches = std::vector<std::shared_ptr<ByteSource>>;

/// `letterHeader`, the part's own fields, the blank line, the bodies.
Stretches stretchesOf(const QByteArray &letterHeader, const MimePart &root, bool eightBit);

} // namespace pennypost
