// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Message.h"
#include "core/submission/Receipt.h"

#include <QMetaType>

namespace pennypost {

/// A letter that was taken, with what the server said. A value; any thread.
struct SentLetter
{
    /// Empty: the server took it, but its receipt could not be stored (Dispatch::accepted says so).
    QString id;
    QString accountId;
    Message message; ///< regenerates the same bytes, unless `finished`
    Receipt receipt;
    bool settledByHand = false; ///< no reply came in; a person said that it arrived
    bool finished = false;      ///< its bytes came ready made (--eml): `message` is their header alone

    /// Recipients of `message` that it was not sent to in the end: refused before, when it went "to the
    /// others". As in the receipt.
    QStringList leftOut() const;
    /// Those that the server took it for, by the name that the letter calls them.
    MailboxList takenFor() const;
    /// The same as text, however odd a path is.
    QStringList recipients() const;

    bool operator==(const SentLetter &) const = default;
};

struct SentSummary
{
    QString id;
    QString accountId;
    QString recipients; ///< who got it, display form, comma separated
    QString subject;
    QDateTime time;
    int refused = 0; ///< how many recipients were
    bool operator==(const SentSummary &) const = default;
};

} // namespace pennypost

Q_DECLARE_METATYPE(pennypost::SentLetter)
Q_DECLARE_METATYPE(pennypost::SentSummary)
