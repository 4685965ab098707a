// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/net/ClientCertificateFile.h"
#include "core/net/Transport.h"
#include "core/smtp/SubmissionDialogue.h"
#include "core/submission/LetterSender.h"
#include "core/submission/PlainerRetry.h"
#include "core/submission/SessionPool.h"
#include "core/submission/Submitter.h"
#include "core/submission/TimeLimits.h"
#include "core/submission/TlsProbe.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace pennypost {

/// One submission: carries bytes between a session's Transport and SubmissionDialogue, the letter from its
/// source to the wire, and watches the clock. The session is lent by the SessionPool or opened here; a second
/// one is opened, once, where the first was dead when it was lent, or where the server got lost in several
/// commands at once: as long as nothing of the letter has left. Decides nothing about SMTP. Made on any
/// thread, then lives on the submission thread; emits accepted() or failed() once and nothing after it. Used
/// by SmtpSubmitter.
class SubmissionWorker final : public QObject, public SessionUser
{
    Q_OBJECT

public:
    using MakeTransport = std::function<std::unique_ptr<Transport>()>;

    /// What those of one SmtpSubmitter share on its submission thread.
    struct Shared
    {
        std::shared_ptr<ServerHabits> habits;                 ///< none: its own
        std::shared_ptr<SessionPool> sessions;                ///< none: each has a connection of its own
        std::shared_ptr<ClientCertificateFiles> certificates; ///< none: its own
    };
    /// `Check` and `WarmUp` are for requests without a letter: the one quits when it has signed in, the other
    /// leaves the session to the pool.
    enum class Purpose { Letter, Check, WarmUp };

    /// `clock` outlives it.
    SubmissionWorker(SubmissionRequest request, Clock &clock, const TimeLimits &limits,
                     MakeTransport makeTransport, Shared shared = {}, Purpose purpose = Purpose::Letter);
    ~SubmissionWorker() override;

    void start();
    /// Ignored once the final dot is out.
    void cancel();
    void releaseFinalDot();
    /// The answer to partlyRefused(); ignored if nobody asked.
    void decide(bool deliverToRest);
    /// The program ends: like cancel(), but after the final dot it ends too, as "may have been sent".
    void shutDown();

    const SessionKey &sessionKey() const override { return m_key; }
    void openSession() override;
    void goOn(std::unique_ptr<Session> session) override;
    void readOn() override;
    QByteArray commandsBehind(Session &session) override;
    void noSession(const SubmissionError &error) override;

Q_SIGNALS:
    void progress(const pennypost::SubmissionProgress &progress);
    void finalDotDue();
    void partlyRefused(const QList<pennypost::RefusedPath> &refused);
    void accepted(const pennypost::Receipt &receipt);
    void failed(const pennypost::SubmissionError &error);

private:
    /// The account's own certificate, before anybody is asked: the key to the pool is made of it as well.
    void readCertificate();
    void certificateRead(const ClientCertificateRead &read);
    void findSession();
    void listen();
    // What the transport tells.
    void resolved(const QList<QHostAddress> &addresses);
    void connected();
    void encrypted();
    void beginDialogue();
    void readyRead();
    void linkFailed(const TransportError &error);
    void probeSilence();
    bool isSilentInClear() const;

    // What the dialogue wants.
    void takeReplies();
    void perform(Step step);
    void act(SendLines &lines);
    void act(UpgradeToTls &);
    void act(SendBody &body);
    void act(ChunkTaken &);
    void act(AwaitReply &);
    void act(AskAboutRefused &question);
    void act(Succeeded &succeeded);
    void act(Failed &failed);

    // What the sender of the letter tells.
    void chunkGoes(qint64 octets, bool last);
    void letterOut();
    void finalDotGoes();
    void unreadable(const MimeError &error);

    void enter(Stage stage);
    void wait(std::chrono::milliseconds limit);
    void ringAt(std::chrono::milliseconds time);
    void rings();
    void waitedTooLong();
    static QByteArray flightOf(SendLines &lines, WireScribe &scribe);
    void write(SendLines &lines);
    void notReplies();
    SubmissionError errorOf(Problem problem, const QString &detail = {}) const;
    std::optional<Transaction> transaction() const;
    bool shares() const { return m_shared.sessions && m_purpose != Purpose::Check; }
    bool isFinalDotOut() const { return m_sender && m_sender->isFinalDotOut(); }

    /// Ends it, or begins anew where that is worth it; `politeness` is written where the link stands and the
    /// lines can't be taken for the letter's.
    void end(const SubmissionError &error, SendLines politeness = {});
    bool waitsInstead(const SubmissionError &error, SendLines &politeness);
    bool beginsAnew(const SubmissionError &error, SendLines &politeness);
    bool wasDeadWhenLent(const SubmissionError &error) const;
    QList<RefusedPath> refusedWith(const SubmissionError &error) const;
    QList<SmtpPath> leftBy(const SubmissionError &error) const;
    bool hasFollowerBegun() const;
    void passOn();
    void leave(SendLines politeness);
    void accept(const Reply &finalReply, const QList<RefusedPath> &refused);
    void retire();
    void letGo();

    SubmissionRequest m_request;
    Clock &m_clock;
    TimeLimits m_limits;
    MakeTransport m_makeTransport;
    Shared m_shared;
    Purpose m_purpose;
    const std::optional<Transaction> m_transaction; ///< of all recipients; none of a check
    SessionKey m_key;
    std::shared_ptr<const ClientCertificate> m_certificate; ///< of the account, for the server to see
    PlainerRetry m_retry;

    std::unique_ptr<Session> m_session;
    /// Left, but possibly the very caller, and its QUIT under way: kept until this is over.
    std::vector<std::unique_ptr<Session>> m_former;
    QByteArray m_firstBytes; ///< at most two, of a connection in clear
    SubmissionProgress m_progress;
    bool m_eightBitBody = false; ///< of the letter as it went out
    QByteArray m_serverName;     ///< as it is told by m_progress
    std::unique_ptr<Alarm> m_limit;
    std::chrono::milliseconds m_deadline{0}; ///< of the wait that is on
    std::chrono::milliseconds m_slowAt{0};   ///< before it, as a rule
    std::chrono::milliseconds m_ringsAt{0};  ///< not after either
    std::unique_ptr<Alarm> m_answerDue;
    bool m_borrowed = false;      ///< the session was opened for another letter
    bool m_startedTls = false;    ///< by STARTTLS, and its handshake is not done
    bool m_isInOneFlight = false; ///< MAIL, RCPT and the letter
    bool m_asking = false;        ///< partlyRefused() has no answer yet
    bool m_released = false; ///< the final dot, by whoever held it: nobody takes the letter back any more
    bool m_followed = false; ///< by another letter's commands, behind this one's final dot
    bool m_over = false;
    std::unique_ptr<Alarm> m_probeDue;
    std::unique_ptr<TlsProbe> m_probe;
    std::unique_ptr<LetterSender> m_sender; ///< from DATA's 354 on

    // Of a letter in several transactions, those that a lost session had come through.
    QList<SmtpPath> m_rest; ///< who has yet to get it; empty: all
    QStringList m_delivered;
    QList<RefusedPath> m_refused;
    int m_continued = 0;
};

} // namespace pennypost
