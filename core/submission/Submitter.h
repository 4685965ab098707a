// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/ConnectionSecrets.h"
#include "core/account/ServerSettings.h"
#include "core/message/Envelope.h"
#include "core/mime/MimeSource.h"
#include "core/sasl/Credential.h"
#include "core/smtp/SubmissionDialogue.h"
#include "core/submission/Receipt.h"
#include "core/submission/WireLog.h"

#include <QObject>

#include <memory>
#include <optional>

namespace pennypost {

/// The letter of a request.
struct Letter
{
    Envelope envelope;
    std::unique_ptr<MimeSource> source;
    Transaction::PartialRefusal partialRefusal = Transaction::PartialRefusal::AllOrNothing;
    /// Stop before the final dot, emit finalDotDue() and wait for releaseFinalDot(): the owner makes "may
    /// have been sent" durable in between. RFC 5321's data block limit goes on meanwhile.
    bool holdFinalDot = true;
    DeliveryOptions options{};
};

/// Everything one submission needs; nothing is looked up later. Move-only.
struct SubmissionRequest
{
    ServerSettings server;
    Credential credential;
    std::optional<Letter> letter; ///< without one it is a check of the server that ends after signing in
    std::shared_ptr<WireLog> wireLog;
    ConnectionSecrets secrets = {}; ///< of the server's client certificate and proxy
};

/// Where a submission is. Sent at each change of stage and, in Body, at most every 50 ms; from MailFrom on,
/// of several changes before the owner's event loop turns only the last.
struct SubmissionProgress
{
    Stage stage = Stage::Preparing;
    qint64 sent = 0;      ///< octets of the letter handed to the network
    qint64 total = 0;     ///< 0 without a letter
    QString host;         ///< being looked up or connected to
    QString address;      ///< the peer's, from Connect on
    TlsSession tls;       ///< from the end of Encrypt on
    QString serverName;   ///< from Greeting on
    QByteArray mechanism; ///< from the end of Authenticate on
    /// The server has had the word for TimeLimits::slow and says nothing: it may greet late on purpose, or
    /// still check the letter, for which RFC 5321 4.5.3.2 gives it ten minutes.
    bool slow = false;

    bool operator==(const SubmissionProgress &) const = default;
};

/// One submission under way. GUI thread (the CLI's only one). Exactly one of accepted() and failed() is
/// emitted, always from the event loop, never within a call; progress() never after it. Destroying it earlier
/// cancels, in silence.
class Submission : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Takes effect until the final dot went out; afterwards it is ignored, for nobody can take a letter
    /// back.
    virtual void cancel() = 0;
    virtual void releaseFinalDot() = 0;
    /// The answer to partlyRefused(): those that were accepted get the letter, or nobody does and it fails
    /// with RecipientsRefused, as it does without an answer within TimeLimits::answer.
    virtual void decide(bool deliverToRest) = 0;

Q_SIGNALS:
    void progress(const pennypost::SubmissionProgress &progress);
    void finalDotDue();
    /// Under PartialRefusal::Ask: all recipients were heard, these were refused, others not. Nothing of the
    /// letter has left.
    void partlyRefused(const QList<pennypost::RefusedPath> &refused);
    void accepted(const pennypost::Receipt &receipt);
    void failed(const pennypost::SubmissionError &error);
};

/// Hands letters to submission servers (RFC 6409) and checks servers. GUI thread; the work is done elsewhere.
/// Letters that share a server and all that a session's security depends on go over one connection, one after
/// the other; a check always has its own.
/// An interface: SmtpSubmitter is the real one, tests/fakes has another.
///
///     auto submission = submitter.submit({settings, std::move(credential), std::move(letter)});
///     connect(submission.get(), &Submission::accepted, this, ...);
class Submitter
{
public:
    Submitter() = default;
    Submitter(const Submitter &) = delete;
    Submitter &operator=(const Submitter &) = delete;
    virtual ~Submitter() = default;

    [[nodiscard]] virtual std::unique_ptr<Submission> submit(SubmissionRequest request) = 0;

    /// Connects, encrypts and signs in ahead, so that the next letter for this server finds all that done.
    /// Does nothing where that is so already; says nothing if it fails, for submit() will. The session lies
    /// idle for TimeLimits::idle: call it again while a letter is being written.
    /// A letter in it is not sent.
    virtual void prepare(SubmissionRequest request) = 0;
};

} // namespace pennypost

Q_DECLARE_METATYPE(pennypost::SubmissionProgress)
