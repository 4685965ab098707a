// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Message.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace pennypost {

/// What of a mailto URL was not taken over. ui/common words it.
struct MailtoFinding
{
    enum class Kind {
        FileIgnored,   ///< "attach" and its like: no web page adds a file of ours (CVE-2020-11879)
        FieldIgnored,  ///< From, a field that is not for a URL to set, or a second one of its name
        BadAddress,    ///< `text` is the entry as it stands there
        LineInField,   ///< CR, LF or NUL where one line is meant: an injection, and nothing of it is kept
        NotText,       ///< its octets are no UTF-8
        BadIdentifier, ///< In-Reply-To or References that hold no message identifier
    };
    Kind kind;
    QString text; ///< the field's name; of BadAddress the address

    bool operator==(const MailtoFinding &) const = default;
};

/// A letter that a link asks somebody to write.
struct MailtoLetter
{
    Message message; ///< to, cc, bcc, subject, text, inReplyTo and references; nothing else is set
    QList<MailtoFinding> findings;
};

/// Reads a mailto URL (RFC 6068) as it is written, in percent-encoded UTF-8: addresses before "?" and in to,
/// cc and bcc, subject, body, in-reply-to and references, names in any case. A "+" is a plus. A percent sign
/// that begins no octet stands for itself, and "&amp;" for "&", as links are found in the wild. Nothing of it
/// is sent unseen: all that is taken over stands in the compose window, Bcc included. nullopt: not this
/// scheme. Linear; pure; any thread. Used by the desktop's link handler.
///
///     const auto letter = parseMailto("mailto:ann@example.org?subject=Tea%20at%20five");
std::optional<MailtoLetter> parseMailto(const QByteArray &url);

} // namespace pennypost
