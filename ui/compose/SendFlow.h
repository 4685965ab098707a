// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Envelope.h"
#include "core/message/SendChecks.h"
#include "core/outbox/SentLetter.h"
#include "core/smtp/SubmissionError.h"
#include "core/submission/Submitter.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace pennypost {

struct ComposeServices;
class Dispatch;
class DraftSaver;
class LetterForm;
class SendObstacle;
class SendRemedies;
class SendStateBar;
class SenderQuestion;
class UndecidedLetter;

/// From the Send button to the server's 250, or the letter given back whole with its cause and remedy: look
/// at it (SendChecks), wait for its attachments, ask what may be asked, hand it to the Outbox, tell how far
/// it is. The fields are still while it is on its way. GUI thread, never waits.
class SendFlow : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Writing,
        WaitingForFiles,
        Sending,
        Undecided, ///< may have been sent: see UndecidedLetter
        Sent,
    };

    SendFlow(const ComposeServices &services, LetterForm &form, DraftSaver &saver, SendStateBar &bar,
             QObject *parent = nullptr);
    ~SendFlow() override;

    void send();
    /// Until the final dot; afterwards nothing happens.
    void cancel();
    Step step() const { return m_step; }
    /// It goes on by itself, also out of sight: the program must not end now.
    bool isUnderWay() const { return m_step == Step::WaitingForFiles || m_step == Step::Sending; }
    /// The program waits only for this letter, and its progress says so, until it is its author's again.
    void setEnding(bool ending);
    bool isEnding() const { return m_ending; }
    /// A letter that an earlier run of the program left in doubt.
    void askWhetherSent();
    /// The window is in front again: a question may have been answered in another one.
    void lookAgain();
    /// The window wants to close. If not, the outbox is asked first, and finished() follows unless there is
    /// something to read.
    bool mayClose();
    /// As an .eml file, where it can't be kept otherwise; `back` shows again what there was to say.
    void saveLetter(const std::function<void()> &back);
    /// The account it was written under is gone: says so where that displaces nothing; else Send does.
    void tellLostSender();

Q_SIGNALS:
    void stepChanged();
    void sent(const pennypost::SentLetter &letter);
    /// There is nothing left to do in this window.
    void finished();
    /// With whose settings something is wrong; nobody's in particular: empty.
    void accountsRequested(const QString &accountId = {});
    /// To be attached, from this folder.
    void filesWanted(const QString &folder);
    /// There is something to see in a window that may be hidden.
    void attentionNeeded();

private:
    void attempt(bool askedAlready, const std::optional<Envelope> &envelope = {});
    /// The last one once more, to the same recipients.
    void attemptAgain();
    void sendFromAgreed();
    void ask(const QList<SendFinding> &findings);
    void post(const std::optional<Envelope> &envelope);
    void showProgress(const SubmissionProgress &progress);
    QString endNote() const;
    void giveBack(const SubmissionError &error);
    void comeBack();
    void sendToRest(const SubmissionError &error);
    void finish(const SentLetter &letter);
    void setStep(Step step);

    const ComposeServices &m_services;
    LetterForm &m_form;
    DraftSaver &m_saver;
    SendStateBar &m_bar;
    SendRemedies *m_remedies;
    SendObstacle *m_obstacle;
    SenderQuestion *m_sender;
    UndecidedLetter *m_undecided;
    QPointer<Dispatch> m_dispatch;
    std::optional<Envelope> m_envelope; ///< of the last attempt, until the letter or its sender is another
    bool m_askedAlready = false;
    bool m_ending = false;  ///< the program waits for it
    bool m_closing = false; ///< mayClose() is looking
    bool m_looked = false;  ///< and has seen nothing new
    Step m_step = Step::Writing;
};

} // namespace pennypost
