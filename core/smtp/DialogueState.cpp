// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/DialogueState.h"

#include "core/smtp/Command.h"
#include "core/smtp/RecipientVerdict.h"

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {

/// The second rung of the EHLO ladder, for servers that refuse an address literal or want a name with a dot.
/// It must say nothing about the machine, the person or the program, and "localhost.localdomain" is what
/// countless machines without a name of their own send; a name of ours under .invalid would tell every
/// recipient which program wrote.
constexpr QByteArrayView neutralName = "localhost.localdomain";

/// Commands in one flight: enough to make the round trips disappear, few enough that a server's input queue
/// holds them and that a refused MAIL is noticed early (RFC 2920 3.1).
constexpr qsizetype maxFlight = 100;

/// What is kept of each refusal of a recipient: there may be thousands, each as long as ReplyParser lets it.
constexpr qsizetype refusalOctets = qsizetype(4) * 1024;

bool isFailure(const Reply &reply)
{
    return reply.isTransient() || reply.isPermanent();
}

/// 25z: the mail system took it (RFC 5321 4.2.1). Another 2yz answers another command: the two sides are out
/// of step.
bool isTaken(const Reply &reply)
{
    return reply.code / 10 == 25;
}

} // namespace

SubmissionDialogue::State::State(DialogueSettings settings_, Credential credential_,
                                 std::optional<Transaction> transaction_)
    : settings(std::move(settings_)),
      credential(std::move(credential_)),
      hasLetter(transaction_.has_value()),
      transaction(std::move(transaction_).value_or(Transaction())),
      encrypted(settings.protection == Protection::ImplicitTls)
{
    if (command::isHelloName(settings.helloName))
        helloNames.append(settings.helloName);
    if (!helloNames.contains(neutralName))
        helloNames.append(neutralName.toByteArray());
}

// The greeting (RFC 5321 3.1)

Step SubmissionDialogue::State::takeGreeting(const Reply &reply)
{
    if (reply.code == 220)
        return sendEhlo();
    return refuse(reply); // 554: the server waits for our QUIT
}

// EHLO, and what it falls back to (RFC 5321 4.1.1.1)

Step SubmissionDialogue::State::sendEhlo()
{
    return send({{command::hello("EHLO", helloNames.first()), false}}, Stage::Hello, {Due::Ehlo});
}

Step SubmissionDialogue::State::takeEhlo(const Reply &reply)
{
    if (isTaken(reply)) {
        nameRefused.reset();
        capabilities = parseCapabilities(reply);
        return settings.protection == Protection::StartTls && !encrypted ? sendStartTls() : signInOrGoOn();
    }
    // The name was refused, not we: the next rung.
    if ((reply.code == 501 || reply.code == 504 || reply.code == 550) && helloNames.size() > 1) {
        helloNames.removeFirst();
        nameRefused = reply;
        return sendEhlo();
    }
    // HELO can neither encrypt nor sign in, so it is of use only where neither is wanted.
    if ((reply.code == 500 || reply.code == 502) && settings.protection == Protection::None)
        return send({{command::hello("HELO", helloNames.first()), false}}, Stage::Hello, {Due::Helo});
    return refuse(reply);
}

Step SubmissionDialogue::State::takeHelo(const Reply &reply)
{
    if (isTaken(reply)) {
        nameRefused.reset();
        capabilities = {};
        capabilities.serverName = parseCapabilities(reply).serverName;
        return signInOrGoOn();
    }
    if ((reply.code == 501 || reply.code == 504 || reply.code == 550) && helloNames.size() > 1) {
        helloNames.removeFirst();
        nameRefused = reply;
        return send({{command::hello("HELO", helloNames.first()), false}}, Stage::Hello, {Due::Helo});
    }
    return refuse(reply);
}

// STARTTLS (RFC 3207): required, or nothing but QUIT goes out in clear

Step SubmissionDialogue::State::sendStartTls()
{
    if (!capabilities.startTls)
        return fail(errorOf(Problem::StartTlsMissing), {"QUIT"});
    return send({command::plain("STARTTLS")}, Stage::Hello, {Due::StartTls});
}

Step SubmissionDialogue::State::takeStartTls(const Reply &reply)
{
    if (reply.code != 220)
        return fail(errorOf(Problem::StartTlsRefused, reply), {"QUIT"});
    // Whatever was said in clear may have been said by anybody.
    capabilities = {};
    stage = Stage::Encrypt;
    awaitingTls = true;
    return UpgradeToTls{};
}

// AUTH (RFC 4954)

Step SubmissionDialogue::State::signInOrGoOn()
{
    if (credential.kind == Credential::Kind::None || credential.userName.isEmpty())
        return mailOrFinish();
    stage = Stage::Authenticate;
    if (!encrypted)
        return fail(errorOf(Problem::EncryptionRequired), {"QUIT"});
    if (credential.secret.isEmpty())
        return fail(errorOf(Problem::SecretUnavailable), {"QUIT"});
    const auto usable =
        usableMechanisms(capabilities.authMechanisms, credential, settings.mechanism, encrypted);
    if (usable.isEmpty()) {
        const QString offer = QString::fromLatin1(capabilities.authMechanisms.join(", "));
        return fail(errorOf(Problem::NoCommonMechanism, {}, offer), {"QUIT"});
    }
    signIn = std::make_unique<SignIn>(usable);
    return sendAuth();
}

Step SubmissionDialogue::State::sendAuth()
{
    if (auto line = signIn->next(credential))
        return send({std::move(*line)}, Stage::Authenticate, {Due::Auth});
    // Every mechanism has failed by itself. Without any reply none could carry the secret: a NUL in it.
    if (!authFailure)
        return fail(errorOf(Problem::WrongPassword), {"QUIT"});
    if (!isFailure(*authFailure))
        return fail(errorOf(Problem::MechanismRefused, authFailure), {"QUIT"});
    return refuse(*authFailure);
}

Step SubmissionDialogue::State::takeAuth(const Reply &reply, const Reply &challenge)
{
    if (reply.code == 235 && signIn->mayFinish()) {
        mechanismUsed = signIn->mechanism();
        signIn.reset();
        credential = {};
        return mailOrFinish(); // no EHLO again: it signs one out at some providers
    }
    if (reply.code == 334) {
        if (auto line = signIn->answer(challenge))
            return send({std::move(*line)}, Stage::Authenticate, {Due::Auth});
        authFailure = reply;
        signIn->retryLaterWithoutInitialResponse();
        return send({command::plain("*")}, Stage::Authenticate, {Due::AuthCancelled});
    }
    if (!reply.isPermanent())
        return refuse(reply);
    // The mechanism's own failure leads to the next one; a wrong password never does, for each further try
    // counts towards a locked account. But 5.7.3 is how Exchange refuses a mechanism, the password unseen.
    const bool mechanismFailed = classify(stage, reply) == Problem::MechanismRefused;
    if (!mechanismFailed && reply.enhanced != EnhancedStatus{5, 7, 3})
        return refuse(reply);
    authFailure = reply;
    if (reply.code == 501)
        signIn->retryLaterWithoutInitialResponse();
    return sendAuth();
}

Step SubmissionDialogue::State::takeAuthCancelled(const Reply &reply)
{
    return isFailure(reply) ? sendAuth() : refuse(reply);
}

// MAIL and RCPT (RFC 5321 3.3), in one flight with PIPELINING (RFC 2920)

Step SubmissionDialogue::State::mailOrFinish()
{
    if (!hasLetter) {
        stage = Stage::Done;
        finished = true;
        return Succeeded{{}, {}, {{command::plain("QUIT")}, Stage::Done}};
    }
    stage = Stage::MailFrom;
    const Envelope &envelope = transaction.envelope;
    if (capabilities.sizeLimit > 0 && transaction.size > capabilities.sizeLimit)
        return fail(errorOf(Problem::LetterTooLarge), {"QUIT"});
    if (command::needsSmtpUtf8(transaction) && !capabilities.smtpUtf8) {
        QList<SmtpPath> paths = envelope.forwardPaths;
        paths.prepend(envelope.reversePath);
        const auto culprit = std::find_if(paths.begin(), paths.end(),
                                          [](const SmtpPath &path) { return path.needsSmtpUtf8(); });
        return fail(
            errorOf(Problem::SmtpUtf8Needed, {}, culprit == paths.end() ? QString() : culprit->display()),
            {"QUIT"});
    }
    // RFC 6152 3: without 8BITMIME a client "must not, under any circumstances" send such octets; it may
    // convert or give up. MimeBuilder writes 7-bit letters, so this one was handed in finished, and may be
    // signed.
    if (transaction.eightBitBody && !capabilities.eightBitMime)
        return fail(errorOf(Problem::EightBitMimeNeeded), {"QUIT"});
    if (envelope.forwardPaths.isEmpty())
        return fail(errorOf(Problem::RecipientsRefused), {"QUIT"});
    if (mayPipeline())
        return sendRecipients(true);
    return send({{command::mailFrom(transaction, capabilities), false}}, Stage::MailFrom, {Due::Mail});
}

Step SubmissionDialogue::State::sendRecipients(bool withMail)
{
    QList<SendLines::Line> lines;
    QList<Due> replies;
    if (withMail) {
        lines.append({command::mailFrom(transaction, capabilities), false});
        replies.append(Due::Mail);
    }
    const QList<SmtpPath> &paths = transaction.envelope.forwardPaths;
    const qsizetype flight = mayPipeline() ? maxFlight : 1;
    while (sent < paths.size() && lines.size() < flight) {
        lines.append({command::rcptTo(paths.at(sent++)), false});
        replies.append(Due::Rcpt);
    }
    return send(std::move(lines), withMail ? Stage::MailFrom : Stage::Recipients, std::move(replies));
}

Step SubmissionDialogue::State::takeMail(const Reply &reply)
{
    if (!isTaken(reply) && !isFailure(reply))
        return refuse(reply);
    if (isFailure(reply))
        decided = errorOf(classify(stage, reply), reply, transaction.envelope.reversePath.display());
    if (!due.isEmpty())
        return AwaitReply{}; // the replies to the RCPTs of this flight come whatever this one was
    return decided ? fail(*decided, {"RSET", "QUIT"}) : sendRecipients(false);
}

Step SubmissionDialogue::State::takeRcpt(const Reply &reply)
{
    if (!isTaken(reply) && !isFailure(reply))
        return refuse(reply);
    const SmtpPath &path = transaction.envelope.forwardPaths.at(answered++);
    if (isTaken(reply))
        ++accepted;
    else if (!decided) // without MAIL every RCPT is refused: that says nothing about the recipients
        refused.append({path.display(), reply.shortened(refusalOctets)});
    if (!due.isEmpty())
        return AwaitReply{};
    if (decided)
        return fail(*decided, {"RSET", "QUIT"});
    return sent < transaction.envelope.forwardPaths.size() ? sendRecipients(false) : recipientsAnswered();
}

Step SubmissionDialogue::State::recipientsAnswered()
{
    const bool stops = transaction.partialRefusal == Transaction::PartialRefusal::AllOrNothing;
    if (accepted == 0 || (stops && !refused.isEmpty()))
        return fail(refusedRecipients(), {"RSET", "QUIT"});
    return send({command::plain("DATA")}, Stage::Data, {Due::Data});
}

// DATA, the letter and its final dot (RFC 5321 4.1.1.4)

Step SubmissionDialogue::State::takeData(const Reply &reply)
{
    // 250 instead of 354 is wrong, but meant well, and no other 25z is.
    if (reply.code == 354 || reply.code == 250) {
        stage = Stage::Body;
        sendingBody = true;
        return SendBody{};
    }
    return refuse(reply, {"RSET", "QUIT"});
}

Step SubmissionDialogue::State::takeFinalDot(const Reply &reply)
{
    if (isTaken(reply)) {
        stage = Stage::Done;
        finished = true;
        return Succeeded{reply, refused, {{command::plain("QUIT")}, Stage::Done}};
    }
    // Neither yes nor no: whether the letter was taken, nobody can tell.
    if (!isFailure(reply)) {
        SubmissionError error = errorOf(Problem::MayHaveBeenSent, reply);
        error.doubt = Problem::ProtocolViolation;
        return fail(std::move(error), {"QUIT"});
    }
    return refuse(reply);
}

/// Nobody asked for this one. While the letter goes out it can be a refusal that could not wait; the only way
/// to stop then is to close the link, as any line would become part of the letter.
Step SubmissionDialogue::State::takeUnasked(const Reply &reply)
{
    if (awaitingTls)
        return fail(errorOf(Problem::InjectedBeforeTls), {});
    if (sendingBody && isFailure(reply))
        return refuse(reply, {});
    return fail(errorOf(reply.code == 421 ? Problem::Temporary : Problem::ProtocolViolation, reply), {});
}

// What all of them use

Step SubmissionDialogue::State::send(QList<SendLines::Line> lines, Stage newStage, QList<Due> replies)
{
    stage = newStage;
    sentInBurst = sentInBurst || lines.size() > 1;
    due = std::move(replies);
    for (const SendLines::Line &line : lines) {
        if (!line.secret)
            continue;
        sentSecrets.hideLine(line.bytes);
        sentSecrets.hide(credential.secret, credential.userName);
    }
    return SendLines{std::move(lines), newStage};
}

SubmissionError SubmissionDialogue::State::errorOf(Problem problem, std::optional<Reply> reply,
                                                   const QString &detail) const
{
    if (problem == Problem::WrongPassword && credential.kind == Credential::Kind::Token)
        problem = Problem::TokenRefused;
    SubmissionError error;
    error.problem = problem;
    error.stage = stage;
    error.reply = std::move(reply);
    error.refused = refused;
    error.detail = sentSecrets.masked(detail);
    error.signedIn = !mechanismUsed.isEmpty();
    if (problem == Problem::LetterTooLarge) {
        error.limit = capabilities.sizeLimit;
        error.size = transaction.size;
    }
    return error;
}

Step SubmissionDialogue::State::fail(SubmissionError error, const QList<QByteArrayView> &politeness)
{
    finished = true;
    due.clear();
    SendLines lines{{}, error.stage};
    for (QByteArrayView verb : politeness)
        lines.lines.append(command::plain(verb));
    return Failed{std::move(error), std::move(lines)};
}

Step SubmissionDialogue::State::refuse(const Reply &reply, const QList<QByteArrayView> &politeness)
{
    if (!isFailure(reply))
        return fail(errorOf(Problem::ProtocolViolation, reply), {"QUIT"});
    return fail(errorOf(classify(stage, reply), reply), politeness);
}

bool SubmissionDialogue::State::isOutOfStep(Due due_, const Reply &reply)
{
    const bool inTransaction = due_ == Due::Mail || due_ == Due::Rcpt || due_ == Due::Data;
    if (!sentInBurst || !inTransaction || decided || !isFailure(reply))
        return false;
    // What it does not know it got in pieces, and what it got out of order it lost the beginning of.
    const bool lost = reply.code == 500 || reply.code == 502 || reply.code == 503 ||
                      reply.enhanced == EnhancedStatus{5, 5, 1} || reply.enhanced == EnhancedStatus{5, 5, 2};
    // A refusal of an address may quote one, such as <pipeline@example.org>.
    const bool ofAddress = reply.enhanced && reply.enhanced->subject == 1;
    const QString words = ofAddress ? QString() : reply.text();
    outOfStep = lost || words.contains(QLatin1StringView("pipelin"), Qt::CaseInsensitive) ||
                words.contains(QLatin1StringView("synchroni"), Qt::CaseInsensitive);
    return outOfStep;
}

SubmissionError SubmissionDialogue::State::refusedRecipients() const
{
    const RecipientVerdict verdict = verdictOf(refused, accepted, transaction.partialRefusal);
    return errorOf(verdict.problem, verdict.decider.reply, verdict.decider.path);
}

} // namespace pennypost
