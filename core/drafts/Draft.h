// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Message.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>

namespace pennypost {

/// A letter while it is written: all that is needed to open its window again as it was. A value; any thread.
struct Draft
{
    QString id; ///< from UniqueIds; one for each window, kept until the letter is sent or discarded
    QString accountId;
    Message message; ///< the bodies, the mailboxes that parse, the attachments (as blobs)
    QString typedTo; ///< the fields as they stand, also what is no mailbox yet
    QString typedCc;
    QString typedBcc;
    bool rich = false; ///< the body editor's mode
    int cursor = 0;    ///< in the body, UTF-16 units
    QDateTime savedAt; ///< set by DraftStore

    bool operator==(const Draft &) const = default;
};

/// What a list shows of a draft without reading its bodies.
struct DraftSummary
{
    QString id;
    QString accountId;
    QString to; ///< as typed
    QString subject;
    QDateTime savedAt;
    /// A submission of it was interrupted after its final dot: a person must decide before it goes out again.
    bool mayHaveBeenSent = false;

    bool operator==(const DraftSummary &) const = default;
};

} // namespace pennypost

Q_DECLARE_METATYPE(pennypost::Draft)
Q_DECLARE_METATYPE(pennypost::DraftSummary)
