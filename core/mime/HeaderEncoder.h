// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/message/Message.h"
#include "core/mime/MimeSource.h"

#include <QByteArray>
#include <QDateTime>

namespace pennypost {

/// Header fields as octets, each whole with its CRLF, folded by its own grammar and in ASCII by RFC 2047; the
/// one exception is an address whose local part has no ASCII form, which is written in UTF-8 (RFC 6532). CR,
/// LF and NUL are refused, never repaired. Used by MimeBuilder. Pure; any thread.
namespace header {

using Field = Result<QByteArray, MimeError>;

/// Subject and the like: words of text (RFC 5322 2.2.1). Runs of words that need it become encoded-words, and
/// so does what only looks like one, so that the reader sees what was typed.
Field unstructured(const QByteArray &name, const QString &text);

/// From, To and the like. Empty without mailboxes.
Field addressList(const QByteArray &name, const MailboxList &mailboxes);

/// Message-ID, In-Reply-To, References: identifiers without <>, never encoded. Empty without any.
Field identifiers(const QByteArray &name, const QList<QByteArray> &ids);

/// "Date: Sun, 22 Nov 2026 03:44:00 +0100" (RFC 5322 3.3), whatever the locale.
Field date(const QDateTime &date);

/// A field the author asked for, by the grammar its name asks for: addresses, identifiers or text.
Field extra(const HeaderField &field);

} // namespace header

} // namespace pennypost
