// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Mailbox.h"

#include <QList>
#include <QStringView>

#include <optional>

namespace pennypost {

/// Why a stretch of text is no mailbox. ui/common words them.
enum class MailboxError {
    Empty,
    MissingAt,        ///< "alice"
    HiddenAt,         ///< "Alice (alice@example.org)": the only @ is within a comment, quotes or brackets
    MissingLocalPart, ///< "@example.org"
    MissingDomain,    ///< "alice@"
    BadDot,           ///< leading, trailing or doubled dot
    BadLocalPart,     ///< a character that needs quotes, or a blank
    BadDomain,        ///< no IDNA form, label over 63, hyphen at an end, underscore, empty label
    BadLiteral,       ///< "[...]" that is no IPv4 or IPv6 address
    UnclosedQuote,
    UnclosedComment,
    UnclosedAngle,
    TextAfterAddress, ///< "<a@b> rest"
    ControlCharacter, ///< CR, LF, NUL and their like, anywhere: never repaired
    TooLong,          ///< local part over 64 octets, addr-spec over 254 (RFC 5321 4.5.3.1)
    TooDeep,          ///< comments nested beyond any honest use
};

/// One entry of an address field as it stands in the text: a mailbox or an error, and where.
struct ParsedMailbox
{
    std::optional<Mailbox> mailbox;
    MailboxError error = MailboxError::Empty; ///< means something only without a mailbox
    qsizetype start = 0; ///< UTF-16 units from the text's start, of the entry without outer blanks
    qsizetype length = 0;
    QString text; ///< the entry as it was typed
};

/// Splits what a person typed or pasted, or a header field's value, into mailboxes (RFC 5322 3.4 with the
/// obsolete forms that are seen, RFC 6532 for UTF-8). Commas, semicolons and line ends separate outside of
/// quotes, brackets and comments; groups `name: a, b;` give their members; `a@b (Name)` takes the comment for
/// a name. One pass, linear in the input, no recursion. Pure; any thread. Used by RecipientField,
/// pennypost-cli, MimeParser.
///
///     for (const auto &entry : parseMailboxes(u"\"Doe, Jane\" <jane@example.org>, bob"))
///         entry.mailbox ? use(*entry.mailbox) : mark(entry.start, entry.length, entry.error);
QList<ParsedMailbox> parseMailboxes(QStringView text);

/// Exactly one mailbox, else the error (or the first one of several entries: TextAfterAddress).
ParsedMailbox parseMailbox(QStringView text);

} // namespace pennypost
