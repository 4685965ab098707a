// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/SendFlow.h"

#include "core/outbox/Outbox.h"
#include "ui/compose/AttachmentModel.h"
#include "ui/compose/ComposeServices.h"
#include "ui/compose/DraftSaver.h"
#include "ui/compose/LetterForm.h"
#include "ui/compose/SendObstacle.h"
#include "ui/compose/SendQuestion.h"
#include "ui/compose/SendRemedies.h"
#include "ui/compose/SendStateBar.h"
#include "ui/compose/SenderQuestion.h"
#include "ui/compose/UndecidedLetter.h"
#include "ui/compose/WritingHabits.h"

#include <algorithm>
#include <utility>

namespace pennypost {

SendFlow::SendFlow(const ComposeServices &services, LetterForm &form, DraftSaver &saver, SendStateBar &bar,
                   QObject *parent)
    : QObject(parent),
      m_services(services),
      m_form(form),
      m_saver(saver),
      m_bar(bar),
      m_remedies(new SendRemedies(services, form, bar, this)),
      m_obstacle(new SendObstacle(form, bar, this)),
      m_sender(new SenderQuestion(form, bar, this)),
      m_undecided(new UndecidedLetter(services.store, services.clock, form, bar, this))
{
    connect(&m_bar, &SendStateBar::cancelRequested, this, &SendFlow::cancel);
    connect(&m_form.attachments(), &AttachmentModel::captureFinished, this, [this] {
        if (m_step != Step::WaitingForFiles)
            return;
        const bool ending = m_ending;
        setStep(Step::Writing);
        attempt(m_askedAlready, std::exchange(m_envelope, {}));
        setEnding(ending && isUnderWay());
    });
    connect(&m_form, &LetterForm::edited, this, [this] {
        if (m_step == Step::Writing) // an attachment that is waited for is no edit
            m_envelope.reset();
    });
    connect(&m_form, &LetterForm::senderLost, this, &SendFlow::tellLostSender);
    connect(&m_form, &LetterForm::senderChosen, this, [this] {
        m_envelope.reset(); // the reverse-path is in it
        if (m_bar.strip().untilSender)
            m_bar.dismiss();
    });
    connect(m_obstacle, &SendObstacle::accountsRequested, this, [this] { Q_EMIT accountsRequested(); });
    connect(m_obstacle, &SendObstacle::filesWanted, this, &SendFlow::filesWanted);
    connect(m_sender, &SenderQuestion::agreed, this, &SendFlow::sendFromAgreed);
    connect(m_sender, &SenderQuestion::accountsRequested, this, [this] { Q_EMIT accountsRequested(); });
    connect(m_remedies, &SendRemedies::againWanted, this, &SendFlow::attemptAgain);
    connect(m_remedies, &SendRemedies::restWanted, this, &SendFlow::sendToRest);
    connect(m_remedies, &SendRemedies::accountsRequested, this, &SendFlow::accountsRequested);
    connect(m_remedies, &SendRemedies::decisionWanted, this, [this](const ProblemText &words) {
        setStep(Step::Undecided);
        m_undecided->ask(words);
    });
    connect(m_undecided, &UndecidedLetter::arrived, this, &SendFlow::finish);
    connect(m_undecided, &UndecidedLetter::sendAgain, this, [this] {
        m_closing = false;
        setStep(Step::Writing);
        attemptAgain();
    });
    connect(m_undecided, &UndecidedLetter::askingChanged, this, [this] {
        if (m_undecided->isAsking())
            setStep(Step::Undecided);
    });
    connect(m_undecided, &UndecidedLetter::kept, this, [this] {
        setStep(Step::Writing);
        comeBack();
    });
    connect(m_undecided, &UndecidedLetter::leftOver, this, [this](const SentLetter &letter) {
        setStep(Step::Writing);
        m_envelope.reset();
        m_saver.begin({}, true); // whatever became of the draft: this is what it is now
        m_saver.saveNow();
        Q_EMIT sent(letter);
        comeBack();
    });
    connect(m_undecided, &UndecidedLetter::problemTold, this, [this] {
        m_closing = false; // it is to be read first
        comeBack();
    });
    connect(m_undecided, &UndecidedLetter::closeWanted, this, [this] {
        m_saver.stop();
        setStep(Step::Sent);
        Q_EMIT finished();
    });
}

SendFlow::~SendFlow() = default;

void SendFlow::send()
{
    if (m_step == Step::Writing)
        attempt(false);
}

/// The page of what happens on Send.
void SendFlow::attempt(bool askedAlready, const std::optional<Envelope> &envelope)
{
    m_envelope = envelope;
    m_askedAlready = askedAlready;
    // Whatever was said about the last attempt is no longer so.
    m_bar.dismiss();
    m_form.showRefused({});

    // What can't be sent comes first: nobody should wait for a file to hear that an address is missing.
    QList<SendFinding> questions;
    const QList<SendFinding> findings = checkBeforeSending(m_form.message(), m_form.typedRecipients());
    for (const SendFinding &finding : findings) {
        if (finding.level == SendFinding::Level::Block) {
            m_obstacle->tell(finding);
            Q_EMIT attentionNeeded(); // the window may have been closed while it waited for files
            return;
        }
        if (finding.kind != SendFinding::Kind::EmptySubject || m_services.habits.habits().asksForSubject)
            questions.append(finding);
    }
    if (m_sender->ask() || m_obstacle->tellFailedFiles()) {
        Q_EMIT attentionNeeded();
        return;
    }

    // Bytes still being taken in: hold the letter as it is, and go on when they are here.
    if (m_form.attachments().isCapturing()) {
        setStep(Step::WaitingForFiles);
        m_bar.showProgress(tr("Waiting for the attachments, then sending"), 0, 0);
        return;
    }

    // One combined question, once.
    if (!askedAlready && !questions.isEmpty()) {
        ask(questions);
        return;
    }
    post(envelope);
}

void SendFlow::saveLetter(const std::function<void()> &back)
{
    m_remedies->saveLetter({}, back);
}

void SendFlow::tellLostSender()
{
    if (m_step == Step::Writing)
        m_sender->tell();
}

void SendFlow::sendFromAgreed()
{
    const std::optional<Envelope> envelope = m_envelope; // whom the letter is for has not changed
    m_form.acceptSender();
    attempt(m_askedAlready, envelope);
}

void SendFlow::attemptAgain()
{
    attempt(true, std::exchange(m_envelope, {})); // it is set again there
}

void SendFlow::sendToRest(const SubmissionError &error)
{
    // Whoever an earlier attempt left out stays left out, until the letter is another.
    std::optional<Envelope> envelope = m_envelope;
    if (const auto whole = envelopeFor(m_form.message()); whole && !envelope)
        envelope = *whole;
    if (!envelope)
        return attempt(true); // which says what is wrong with it
    envelope->forwardPaths.removeIf([&](const SmtpPath &path) {
        return std::any_of(error.refused.begin(), error.refused.end(),
                           [&](const RefusedPath &refused) { return refused.path == path.display(); });
    });
    if (envelope->forwardPaths.isEmpty()) {
        m_form.focusRefused(error.refused);
        return;
    }
    attempt(true, envelope);
}

void SendFlow::ask(const QList<SendFinding> &findings)
{
    const SendQuestion question = SendQuestion::of(findings);
    Strip strip;
    strip.untilEdited = true; // it was about the letter as it stood
    strip.title = question.title;
    strip.sentence = question.sentence;
    const auto goOn = [this] { attempt(true); };
    if (question.aboutSubject) {
        strip.fieldLabel = tr("S&ubject");
        strip.checkLabel = tr("&Never ask for a missing subject again");
        // Both are read before the strip goes: they are its field and its box.
        const auto remember = [this] {
            if (m_bar.isChecked()) {
                auto habits = m_services.habits.habits();
                habits.asksForSubject = false;
                m_services.habits.setHabits(habits);
            }
            m_bar.dismiss();
        };
        strip.buttons.append({tr("S&end with this subject"),
                              [this, goOn, remember] {
                                  const QString subject = m_bar.fieldText().trimmed();
                                  if (subject.isEmpty())
                                      return; // still to be typed
                                  remember();
                                  m_form.setSubject(subject);
                                  goOn();
                              },
                              false});
        strip.buttons.append({tr("Send &without subject"),
                              [goOn, remember] {
                                  remember();
                                  goOn();
                              },
                              false});
    } else {
        strip.buttons.append({tr("&Send anyway"), goOn});
    }
    m_bar.show(strip);
    Q_EMIT attentionNeeded();
}

void SendFlow::post(const std::optional<Envelope> &envelope)
{
    const std::optional<Account> account = m_form.account();
    if (!account)
        return; // SendChecks found no sender already
    setStep(Step::Sending);
    m_bar.showProgress(ProblemWords::of(Stage::Preparing), 0, 0);
    // On the store's thread in this order: the draft as it stands, then the outbox's item that refers to it.
    m_saver.saveNow();

    Posting posting;
    posting.message = m_form.message();
    posting.account = *account;
    posting.draftId = m_form.draftId();
    posting.envelope = envelope;
    posting.insteadOf = m_undecided->itemId();
    // Known here: a copy saved of a failed one has the same.
    posting.message.date = posting.message.dateAt(m_services.clock.now());
    qsizetype recipients = 0; // without an envelope it fails, and there is none to send to the others in
    if (const auto whole = envelopeFor(posting.message)) {
        if (posting.envelope)
            posting.envelope->reversePath = whole->reversePath; // an earlier attempt's sender may be another
        recipients = posting.envelope.value_or(*whole).forwardPaths.size();
    }
    QList<AttachedFile> files;
    for (const Attachment &attachment : std::as_const(posting.message.attachments))
        files.append({attachment.fileName, attachment.size});
    m_remedies->begin(
        {*account, posting.message.from.addrSpec(), int(recipients), files, posting.message.date});
    m_dispatch = m_services.outbox.send(std::move(posting), this);
    connect(m_dispatch, &Dispatch::progress, this, &SendFlow::showProgress);
    connect(m_dispatch, &Dispatch::accepted, this, &SendFlow::finish);
    connect(m_dispatch, &Dispatch::failed, this, &SendFlow::giveBack);
}

void SendFlow::showProgress(const SubmissionProgress &progress)
{
    QString what = progress.slow ? ProblemWords::ofSlow(progress.stage) : ProblemWords::of(progress.stage);
    const QString reason = progress.slow ? ProblemWords::reasonOfSlow(progress.stage) : QString();
    if (!progress.host.isEmpty())
        what = tr("%1 · %2", "what is happening, at which server").arg(what, progress.host);
    m_bar.showProgress(what, progress.sent, progress.total);
    if (m_dispatch && m_dispatch->isReleased())
        m_bar.setCancellable(false, !reason.isEmpty()
                                        ? reason
                                        : tr("The whole letter is with the server and can't be called back. "
                                             "Waiting for the confirmation."));
    else if (m_dispatch && m_dispatch->canCancel())
        m_bar.setCancellable(true, m_ending ? endNote() : reason);
    else // was under way already when that was asked for
        m_bar.setCancellable(false, tr("Cancelling"));
}

void SendFlow::setEnding(bool ending)
{
    if (m_ending == ending)
        return;
    m_ending = ending;
    if (m_step == Step::WaitingForFiles || (m_dispatch && m_dispatch->canCancel()))
        m_bar.setCancellable(true, endNote());
}

QString SendFlow::endNote() const
{
    return m_ending ? tr("Pennypost ends as soon as this letter is out.") : QString();
}

void SendFlow::cancel()
{
    if (m_step == Step::WaitingForFiles) {
        setStep(Step::Writing);
        m_bar.dismiss();
    } else if (m_dispatch && m_dispatch->canCancel()) {
        m_bar.setCancellable(false, tr("Cancelling"));
        m_dispatch->cancel();
    }
}

void SendFlow::giveBack(const SubmissionError &error)
{
    m_dispatch->deleteLater();
    m_dispatch = nullptr;
    if (error.problem == Problem::MayHaveBeenSent) {
        setStep(Step::Undecided);
        m_undecided->ask(m_remedies->wordsOf(error));
        comeBack();
        return;
    }
    m_undecided->afterFailure([this, error] {
        setStep(Step::Writing);
        m_remedies->show(error);
        comeBack();
    });
}

void SendFlow::comeBack()
{
    if (std::exchange(m_closing, false))
        Q_EMIT finished(); // what was decided elsewhere is followed, and there was nothing else to wait for
    else
        Q_EMIT attentionNeeded();
}

void SendFlow::askWhetherSent()
{
    setStep(Step::Undecided);
    SubmissionError error; // what became of it then nobody has kept
    error.problem = Problem::MayHaveBeenSent;
    error.stage = Stage::FinalDot;
    m_undecided->ask(ProblemWords::of(error));
}

void SendFlow::lookAgain()
{
    m_undecided->lookAgain();
}

/// A draft must not be saved over an answer that was given elsewhere.
bool SendFlow::mayClose()
{
    if (std::exchange(m_looked, false) || !m_undecided->mayBeDecided())
        return true;
    if (!std::exchange(m_closing, true)) {
        m_undecided->lookAgain([this] {
            m_closing = false;
            m_looked = true;
            Q_EMIT finished();
        });
    }
    return false;
}

void SendFlow::finish(const SentLetter &letter)
{
    if (m_dispatch)
        m_dispatch->deleteLater();
    m_dispatch = nullptr;
    m_saver.stop();
    m_bar.dismiss();
    setStep(Step::Sent);
    if (letter.id.isEmpty()) {
        Strip strip;
        strip.title = tr("The letter was sent, but its receipt could not be kept");
        strip.sentence = tr("The server took it: don't send it again. It will be missing in the Sent list.");
        strip.closable = false;
        strip.buttons = {{tr("&Close the letter"), [this] { Q_EMIT finished(); }}};
        m_bar.show(strip);
        Q_EMIT attentionNeeded();
    } else {
        Q_EMIT sent(letter);
        Q_EMIT finished();
    }
}

void SendFlow::setStep(Step step)
{
    if (m_step == step)
        return;
    m_step = step;
    m_ending = m_ending && isUnderWay(); // its author's again, who ends the program or does not
    m_form.setReadOnly(step != Step::Writing);
    Q_EMIT stepChanged();
}

} // namespace pennypost
