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
    void ask(const ProblemText &words);
    bool isAsking() const { return m_asking; }
    /// The item whose doubt is behind this letter, for Posting::insteadOf: also while it is written in, after
    /// an attempt to send it again has failed. Empty without any.
    const QString &itemId() const { return m_itemId; }
    /// An attempt has failed before its dot. Does `then` once it is known in which item the doubt of an
    /// earlier one lives on, at once if there is none; not if somebody has decided elsewhere meanwhile.
    void afterFailure(const std::function<void()> &then);
    /// Somebody may decide elsewhere, now or while it is written in: worth a look before the window goes.
    bool mayBeDecided() const;
    /// Perhaps the other window has been answered meanwhile: follows that answer. Does `then` if not.
    void lookAgain(const std::function<void()> &then = {});

Q_SIGNALS:
    void askingChanged();
    /// It is in the Sent list now.
    void arrived(const pennypost::SentLetter &letter);
    /// The same letter is to go out once more, under its Message-ID and in the place of itemId().
    void sendAgain();
    /// It is a draft like any other again.
    void kept();
    /// It arrived, and is in the Sent list; what has been written here since then is a letter of its own.
    void leftOver(const pennypost::SentLetter &letter);
    /// There is something to read, perhaps in a window that is out of sight.
    void problemTold();
    /// It is no longer there, and neither is its receipt.
    void closeWanted();

private:
    void setAsking(bool asking);
    void putQuestion();
    void noteItem();
    void settle();
    void goAgain();
    void giveBack();
    void keep();
    void followOtherAnswer();
    void endArrived(const SentLetter &letter, bool more, const QString &title);
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
