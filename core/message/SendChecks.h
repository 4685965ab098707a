// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/MailboxParser.h"
#include "core/message/Message.h"

namespace pennypost {

/// What stands between a Message and its submission. ui/common words it; the composer moves the focus to the
/// culprit.
struct SendFinding
{
    enum class Kind {
        NoRecipient,
        BrokenAddress, ///< `subject` is the entry as typed
        NoSender,
        EmptySubject,
        EmptyBody,   ///< neither text nor attachment
        MissingFile, ///< `subject` is the path
        ChangedFile, ///< size or time differ from when it was attached
        UnreadableFile,
        ForbiddenHeader, ///< `subject` is the name: CR, LF, NUL, or a field that is ours to write
    };
    enum class Level {
        Block, ///< can't be sent
        Ask,   ///< one combined question
    };
    enum class Field { None, From, To, Cc, Bcc, Subject, Body, Attachments };

    Kind kind;
    Level level;
    Field field = Field::None;
    QString subject;

    bool operator==(const SendFinding &) const = default;
};

/// The address fields as typed, for the entries that are no mailboxes and so are not in the Message.
struct TypedRecipients
{
    QList<ParsedMailbox> to, cc, bcc;
};

/// All findings, blocks first, in the order of the window's fields. Looks at the attachments' files
/// (existence, size, time), so not for a hot path, but reads none. Any thread.
QList<SendFinding> checkBeforeSending(const Message &message, const TypedRecipients &typed = {});

} // namespace pennypost
