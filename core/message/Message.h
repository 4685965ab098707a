// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Attachment.h"
#include "core/message/Mailbox.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace pennypost {

/// A header field that the author asked for beyond those a Message knows. No CR, LF or NUL; SendChecks and
/// MimeBuilder refuse others.
struct HeaderField
{
    QByteArray name; ///< ftext of RFC 5322 2.2
    QString value;   ///< Unicode, unfolded
    bool operator==(const HeaderField &) const = default;
};

/// What the author wrote: the input to everything that follows and the content of a draft. A value; any
/// thread. With `messageId` and `date` set, MimeBuilder makes the same bytes from it every time.
struct Message
{
    /// How the plain text's paragraphs go out: as they are, each a line however long; or by RFC 3676 in lines
    /// that every reader joins again, which also those without wrapping can read.
    enum class TextForm { Paragraphs, Flowed };

    Mailbox from;
    MailboxList replyTo;
    MailboxList to;
    MailboxList cc;
    MailboxList bcc; ///< goes into the Envelope alone, never into a header
    QString subject;
    QString text; ///< the plain body, lines ended by '\n'
    TextForm textForm = TextForm::Paragraphs;
    QString html; ///< the rich body as our lean serialiser writes it; empty: text/plain alone
    QList<Attachment> attachments;
    /// Instead of the texts and files above, which are not written then: a MIME entity that somebody made of
    /// them, such as one that is signed or encrypted (RFC 1847). Only its content counts.
    std::optional<Attachment> entity;
    QList<HeaderField> extraHeaders;
    QByteArray messageId; ///< without <>; set when the letter is composed to go out, kept for each retry
    QByteArray inReplyTo; ///< without <>
    QList<QByteArray> references;
    QDateTime date;         ///< with its offset from UTC
    bool dateInUtc = false; ///< when it gets one, it does not tell in which zone the author is

    bool operator==(const Message &) const = default;
    /// The Date of a letter that goes out at that time.
    QDateTime dateAt(const QDateTime &time) const { return dateInUtc ? time.toUTC() : time; }
    /// All of To, Cc and Bcc, in this order, duplicates kept.
    MailboxList recipients() const;
};

} // namespace pennypost
