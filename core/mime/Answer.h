// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Message.h"
#include "core/mime/MimeParser.h"

namespace pennypost {

/// What an answer takes of the letter that it answers. A value; any thread.
struct OriginalLetter
{
    MailboxList from, replyTo, to, cc, bcc;
    MailboxList deliveredTo;    ///< as the servers on its way wrote down
    MailboxList mailFollowupTo; ///< where a list wants answers to all; empty: it does not say
    QString subject;
    QDateTime date;       ///< invalid where it has none
    QByteArray messageId; ///< without <>; empty where it has none
    QByteArray inReplyTo;
    QList<QByteArray> references;
    QString text; ///< what it says, at most 16 MiB; of HTML alone, what a reader sees of it
    QString html; ///< as it came, not to be shown or sent on before it is made harmless; none over 1 MiB
};

/// The same for all ways to write one address: the local part without regard to case, by which a server may
/// tell mailboxes apart, but nobody means two people.
QString addressKey(const Mailbox &mailbox);

/// Reads it from an open letter. Addresses that are none are left out: nobody can answer to them. Bounded as
/// parseMime() is; any thread.
OriginalLetter readOriginal(QIODevice &letter, const ReceivedPart &root);

enum class AnswerTo {
    Sender, ///< Reply-To, else From; of a letter of one's own, whom it went to
    All,    ///< Mail-Followup-To alone where it is set; else the sender, and in copy all others
};

/// An answer to write on: recipients without `own` addresses and doubles, "Re: ", In-Reply-To and References
/// (RFC 5322 3.6.4), and under `attribution` (a line that ui words: who wrote when) the original, each line
/// behind "> ", without its signature. Never decrypted or fetched: what is quoted is what `original` holds.
Message answer(const OriginalLetter &original, AnswerTo to, const MailboxList &own,
               const QString &attribution);

/// The original passed on within a new letter: "Fwd: " and its text below `headline` (ui's words: who wrote
/// whom, when, what about), with References but no In-Reply-To. Its files are the caller's to attach.
Message passedOn(const OriginalLetter &original, const QString &headline);

/// The plain text as a quotation, a line each; ui's rich form of it is made of the same.
QString quoted(const QString &text);

} // namespace pennypost
