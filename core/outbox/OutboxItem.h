// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace pennypost {

/// How far a letter got, written down before it gets there, so that a crash finds the truth. Later states
/// join here.
enum class Phase {
    Sending,         ///< up to and with the body: interrupted here, it was not sent
    FinalDot,        ///< the dot is about to go out: interrupted here, it may have been sent
    MayHaveBeenSent, ///< found so at a start, or told by the submission: a person decides
};

/// A letter on its way, from Send to its receipt, as a list shows it. The letter itself is in the item's row.
struct OutboxItem
{
    QString id;
    QString draftId; ///< empty from the command line
    QString accountId;
    QByteArray messageId; ///< without <>
    QString subject;
    QString recipients; ///< display form, comma separated; set by OutboxStore
    Phase phase = Phase::Sending;
    QDateTime since; ///< when it got into `phase`; set by OutboxStore
    /// Its bytes came ready made (--eml) and are not kept: it can be settled or forgotten, not edited.
    bool finished = false;

    bool operator==(const OutboxItem &) const = default;
};

} // namespace pennypost
