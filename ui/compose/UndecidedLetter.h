// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/outbox/SentLetter.h"
#include "core/store/StoreError.h"

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

    /// `serverWords`: what came last, if anything.
    void ask(const QString &serverWords = {});
    bool isAsking() const { return m_asking; }
    /// The window is in front again: perhaps the other one has been answered meanwhile.
    void lookAgain();

Q_SIGNALS:
    void askingChanged();
    /// It is in the Sent list now.
    void arrived(const pennypost::SentLetter &letter);
    /// The same letter is to go out once more, under its Message-ID.
    void sendAgain();
    /// It is a draft like any other again.
    void kept();

private:
    void setAsking(bool asking);
    void noteItem();
    void settle();
    void giveBack(const std::function<void()> &then);
    void followOtherAnswer();
    void tellFailure(const StoreError &error);

    StoreThread &m_store;
    const Clock &m_clock;
    LetterForm &m_form;
    SendStateBar &m_bar;
    QString m_itemId; ///< in the outbox
    bool m_asking = false;
    bool m_answered = false; ///< the store is at it
};

} // namespace pennypost
