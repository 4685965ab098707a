// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/net/Transport.h"
#include "core/smtp/ReplyParser.h"
#include "core/smtp/SubmissionDialogue.h"
#include "core/submission/LetterSender.h"
#include "core/submission/PipeliningRetry.h"
#include "core/submission/Submitter.h"
#include "core/submission/TimeLimits.h"
#include "core/submission/TlsProbe.h"
#include "core/submission/WireScribe.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <memory>

namespace pennypost {

/// One submission on one connection: carries bytes between Transport and SubmissionDialogue, the letter from
/// its source to the wire, and watches the clock; a second connection, one command at a time, where the
/// server got lost in several at once. Decides nothing about SMTP. Made on any thread, then lives on the
/// submission thread; emits accepted() or failed() once and nothing after it. Used by SmtpSubmitter.
class SubmissionWorker final : public QObject
{
    Q_OBJECT

public:
    using MakeTransport = std::function<std::unique_ptr<Transport>()>;

    /// `clock` outlives it. `unpipelined` is shared with others on the submission thread; none: its own.
    SubmissionWorker(SubmissionRequest request, Clock &clock, const TimeLimits &limits,
                     MakeTransport makeTransport, std::shared_ptr<UnpipelinedServers> unpipelined = {});
    ~SubmissionWorker() override;

    void start();
    /// Ignored once the final dot is out.
    void cancel();
    void releaseFinalDot();
    /// The program ends: like cancel(), but after the final dot it ends too, as "may have been sent".
    void shutDown();

Q_SIGNALS:
    void progress(const pennypost::SubmissionProgress &progress);
    void finalDotDue();
    void accepted(const pennypost::Receipt &receipt);
    void failed(const pennypost::SubmissionError &error);

private:
    void open();
    // What the transport tells.
    void resolved(const QList<QHostAddress> &addresses);
    void connected();
    void encrypted();
    void beginDialogue();
    void readyRead();
    void linkFailed(const TransportError &error);

    // What the dialogue wants.
    void perform(Step step);
    void act(SendLines &lines);
    void act(UpgradeToTls &);
    void act(SendBody &);
    void act(AwaitReply &);
    void act(AskAboutRefused &question);
    void act(Succeeded &succeeded);
    void act(Failed &failed);

    // What the sender of the letter tells.
    void letterOut();
    void finalDotGoes();
    void unreadable(const MimeError &error);

    void enter(Stage stage);
    void wait(std::chrono::milliseconds limit);
    void waitedTooLong();
    void probeSilence();
    void write(SendLines &lines);
    void notReplies();
    SubmissionError errorOf(Problem problem, const QString &detail = {}) const;
    /// Ends it, or begins anew where that is worth it; `politeness` is written where the link stands and the
    /// lines can't be taken for the letter's.
    void end(const SubmissionError &error, SendLines politeness = {});
    void leave(SendLines politeness);
    void startAgainUnpipelined();
    void retire();
    bool isFinalDotOut() const { return m_sender && m_sender->isFinalDotOut(); }
    bool isSilentInClear() const;

    SubmissionRequest m_request;
    Clock &m_clock;
    TimeLimits m_limits;
    MakeTransport m_makeTransport;
    WireScribe m_scribe;

    std::unique_ptr<Transport> m_transport;
    PipeliningRetry m_retry;
    std::unique_ptr<SubmissionDialogue> m_dialogue; ///< from the connection on
    ReplyParser m_parser;
    QByteArray m_firstBytes; ///< at most two, of a connection in clear
    SubmissionProgress m_progress;
    std::unique_ptr<Alarm> m_limit;
    bool m_startedTls = false; ///< by STARTTLS, and its handshake is not done
    bool m_over = false;
    std::unique_ptr<Alarm> m_probeDue;
    std::unique_ptr<TlsProbe> m_probe;
    std::unique_ptr<LetterSender> m_sender; ///< from DATA's 354 on
};

} // namespace pennypost
