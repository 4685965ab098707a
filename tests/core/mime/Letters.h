// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Message.h"
#include "core/mime/MimeSource.h"

#include <QRandomGenerator>

namespace pennypost::letters {

/// A short complete letter to change as a test needs it.
Message simple();

/// A letter that uses everything a Message can hold, in every script and shape that has broken a mail program
/// somewhere; the same for the same generator state. No content is larger than some kilobytes.
Message random(QRandomGenerator &random);

/// A file of these bytes, held in memory.
Attachment memoryFile(const QString &name, const QByteArray &type, const QByteArray &bytes);
/// A small inline picture.
Attachment picture(const QByteArray &contentId);

/// What a reader must find as the plain text: line ends are '\n', and the last line of a letter that is
/// nothing but text is ended.
QString expectedText(const Message &message);

/// The bytes of a letter that must be buildable; in its form for 8BITMIME, where it has one.
QByteArray bytesOf(const Message &message, bool eightBit = false);
/// All bytes, asked for in portions of `portion`; empty after an error.
QByteArray readAll(MimeSource &source, size_t portion = 64 * 1024);

/// What is wrong with the letter's lines (a bare CR or LF, one over 998, NUL, no line end at the end); else
/// empty.
QString wireFault(const QByteArray &letter);

/// The unfolded value of the first header field of that name.
QByteArray fieldOf(const QByteArray &letter, const QByteArray &name);

} // namespace pennypost::letters
