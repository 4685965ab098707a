// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/smtp/SubmissionError.h"
#include "core/smtp/Transaction.h"

#include <QList>

#include <optional>

namespace pennypost {

struct Capabilities;

/// How far a letter is in its transactions (RFC 5321 3.3): who has been offered, taken, refused and reached.
/// Part of SubmissionDialogue's state.
///
/// Paths go from `waiting` to `offered` when a transaction begins; a reply moves each to `taken`, to
/// `refused` or, over the server's limit, back to `waiting`. From `taken` they go to `heard` if they were
/// only asked for, to `delivered` with the letter.
struct LetterInHand
{
    LetterInHand() = default;
    explicit LetterInHand(Transaction transaction);

    /// As it is to be sent to a server that can do this.
    void chooseForm(const Capabilities &capabilities);
    /// Fills `offered` from those still to be heard, else from those to be delivered to; false if nobody is
    /// left. `most` recipients (0: any number) of at most as many domains as `limits` allow.
    bool offerMore(const Capabilities &capabilities, int most);
    bool isWhole() const { return waiting.isEmpty() && heard.isEmpty(); } ///< one transaction does it
    qsizetype accepted() const;
    void refuse(const SmtpPath &path, const Reply &reply);

    Transaction transaction; ///< of the form chosen
    bool eightBit = false;   ///< the one for 8BITMIME, where there is another
    QList<SmtpPath> waiting;
    QList<SmtpPath> offered; ///< in this transaction
    qsizetype sent = 0;      ///< of `offered`
    qsizetype answered = 0;  ///< of those
    QList<SmtpPath> taken;   ///< in this transaction
    QList<SmtpPath> heard;   ///< taken by transactions that were reset
    QList<SmtpPath> delivered;
    QList<RefusedPath> refused;
    bool mailSent = false;                  ///< in this transaction
    bool dataSent = false;                  ///< in this transaction; or BDAT
    bool chunked = false;                   ///< in this transaction
    bool tried = false;                     ///< chunked, and nobody knew whether the server stands it
    bool onTrial = false;                   ///< likewise, and it has not shown it yet
    int chunksTaken = 0;                    ///< on trial
    bool inOneFlight = false;               ///< MAIL, RCPT and the letter itself
    bool open = false;                      ///< MAIL has been sent, and neither a final dot nor RSET
    bool delivering = false;                ///< who gets it is settled
    bool sentInBurst = false;               ///< several commands at once
    Reply finalReply;                       ///< the last transaction's that was taken
    std::optional<SubmissionError> decided; ///< and replies are still to come
};

} // namespace pennypost
