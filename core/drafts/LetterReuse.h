// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drafts/Draft.h"
#include "core/mime/Answer.h"
#include "core/store/BlobStore.h"

#include <functional>

namespace pennypost {

/// What a letter that lies in a file is opened for.
enum class Reuse {
    EditAsNew, ///< the letter itself, to be changed and sent: recipients, subject, texts, files
    Reply,
    ReplyToAll,
    Forward,         ///< its text below the new one, its files attached
    ForwardAttached, ///< the whole letter as a file, untouched
};

/// What only ui can say or do.
struct ReuseWords
{
    std::function<QString(const OriginalLetter &)> attribution; ///< the line above a quotation
    std::function<QString(const OriginalLetter &)> headline;    ///< lines above what is passed on
    /// Somebody's HTML made harmless, as the children of a body element; nothing: the plain text is used.
    /// Called on the thread of reuseLetter().
    std::function<QString(const QString &foreign)> lean;
};

struct ReuseError
{
    enum class Kind {
        CannotRead, ///< not there, no file, denied, or it ends too early; `detail` is the system's
        NoLetter,   ///< it has no header, or one that is longer than any letter's
        NotKept,    ///< a file of it finds no place in the profile: `store`
    };
    Kind kind = Kind::CannotRead;
    QString detail;
    StoreError store{};
};

/// A letter to write on, made of the one in `file`, its files in `blobs`. `own` are the addresses that one
/// writes from, the first as usual: the letter is from the one that the original was to, or of one's own
/// letters from. It has neither Message-ID nor Date, its Draft no id and no account. Of what stands in a
/// header only what the compose window shows is taken over: no Reply-To, nobody unseen. Nothing is fetched or
/// decrypted; a signature of the original does not come along, for it is not true of another letter. Reads
/// the file once through; any thread but the GUI's. Used by the desktop program for letters that are opened.
Result<Draft, ReuseError> reuseLetter(const QString &file, Reuse as, const MailboxList &own,
                                      const ReuseWords &words, const BlobStore &blobs);

/// Whether a program stored it for a person to finish (X-Unsent: 1): opened, it is to be written on. False
/// for what can't be read. Any thread but the GUI's.
bool isUnsentLetter(const QString &file);

} // namespace pennypost
