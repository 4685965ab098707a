// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/outbox/SentLetter.h"
#include "core/store/StoreError.h"
#include "ui/common/ProblemText.h"
#include "ui/compose/Strip.h"

#include <QObject>

#include <functional>

namespace pennypost {

class LetterForm;
class SendStateBar;
class StoreThread;

/// A letter whose link was lost after its final dot: nobody but a person can know whether it arrived. Asks,
/// holds the letter still until there is an answer, and writes the answer down. Never decides anything by
/// itself. The main window asks the same: the first answer counts, and a later one here only follows it. GUI
/// thread.
class UndecidedLetter : public QObject
{
    Q_OBJECT

public:
    UndecidedLetter(StoreThread &store, const Clock &clock, LetterForm &form, SendStateBar &bar,
                    QObject *parent = nullptr);

    /// `words`: how the wait for the server's word ended; without any, as after a restart, nobody knows.
    void ask(const ProblemText &words = {});
    bool isAsking() const { return m_asking; }
    /// The item whose doubt is behind this letter, for Posting::insteadOf: also while it is written in, after
    /// an attempt to send it again has failed. Empty without any.
    const QString &itemId() const { return m_itemId; }
    /// An attempt has failed before its dot. Does `then` once it is known in which item the doubt of an
    /// earlier one lives on, at once if there is none; not if somebody has decided elsewhere meanwhile.
    void afterFailure(const std::function<void()> &then);
    /// The window is in front again: perhaps the other one has been answered meanwhile.
    void lookAgain();

Q_SIGNALS:
    void askingChanged();
    /// It is in the Sent list now.
    void arrived(const pennypost::SentLetter &letter);
    /// The same letter is to go out once more, under its Message-ID and in the place of itemId().
    void sendAgain();
    /// It is a letter like any other again; `stored`: and among the drafts.
    void kept(bool stored);
    /// It is no longer there, and neither is its receipt.
    void closeWanted();

private:
    void setAsking(bool asking);
    void putQuestion();
    void noteItem();
    void settle();
    void goAgain();
    void giveBack();
    void keep(bool stored);
    void followOtherAnswer();
    void follow(const SentLetter &letter);
    void tellFailure(const StoreError &error);
    void tellProblem(const StoreError &error, const StripButton &button);

    StoreThread &m_store;
    const Clock &m_clock;
    LetterForm &m_form;
    SendStateBar &m_bar;
    QString m_itemId; ///< in the outbox
    ProblemText m_words;
    bool m_asking = false;
    bool m_answered = false; ///< the store is at it
    bool m_edited = false;   ///< since an attempt to send it again has failed
};

} // namespace pennypost
