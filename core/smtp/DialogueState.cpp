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

} // namespace

SubmissionDialogue::State::State(DialogueSettings settings_, Credential credential_,
                                 std::optional<Transaction> transaction_)
    : settings(std::move(settings_)),
      credential(std::move(credential_)),
      hasLetter(transaction_.has_value()),
      letter(std::move(transaction_).value_or(Transaction())),
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
    software = softwareOf(reply);
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
    if (reply.isTaken()) {
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
    if (reply.isTaken()) {
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
    using Kind = Credential::Kind;
    if (credential.kind == Kind::None || (!credential.needsNoSecret() && credential.userName.isEmpty()))
        return mailOrFinish();
    stage = Stage::Authenticate;
    if (!encrypted)
        return fail(errorOf(Problem::EncryptionRequired), {"QUIT"});
    if (!credential.needsNoSecret() && credential.secret.isEmpty())
        return fail(errorOf(Problem::SecretUnavailable), {"QUIT"});
    const SaslContext context{.offered = capabilities.authMechanisms,
                              .encrypted = encrypted,
                              .bindings = settings.bindings,
                              .host = settings.host,
                              .port = settings.port,
                              .makeNonce = settings.makeNonce,
                              .makeGss = settings.makeGss};
    const auto usable = usableMechanisms(credential, context, settings.mechanism);
    // Many servers take the certificate of the handshake for a sign-in, and offer none.
    if (usable.isEmpty() && credential.kind == Kind::Certificate && settings.mechanism.isEmpty())
        return mailOrFinish();
    if (usable.isEmpty() && credential.kind == Kind::Ticket && context.offers("GSSAPI"))
        return fail(errorOf(Problem::SecretUnavailable), {"QUIT"}); // no ticket, or one that has run out
    if (usable.isEmpty()) {
        const QString offer = QString::fromLatin1(capabilities.authMechanisms.join(", "));
        return fail(errorOf(Problem::NoCommonMechanism, {}, offer), {"QUIT"});
    }
    signIn = std::make_unique<SignIn>(usable, context);
    return sendAuth();
}

Step SubmissionDialogue::State::sendAuth()
{
    if (auto line = signIn->next(credential))
        return send({std::move(*line)}, Stage::Authenticate, {Due::Auth});
    // Every mechanism has failed by itself. Without any reply none could carry the secret: a NUL in it.
    if (!authFailure)
        return failSignIn(credential.kind == Credential::Kind::Ticket ? Problem::SecretUnavailable
                                                                      : Problem::WrongPassword,
                          {});
    if (!authFailure->isFailure())
        return failSignIn(Problem::MechanismRefused, authFailure);
    return refuse(*authFailure);
}

Step SubmissionDialogue::State::failSignIn(Problem problem, std::optional<Reply> reply)
{
    SubmissionError error = errorOf(problem, std::move(reply));
    error.signIn = signIn->fault();
    return fail(std::move(error), {"QUIT"});
}

Step SubmissionDialogue::State::takeAuth(const Reply &reply, const Reply &challenge)
{
    if (reply.code == 235) {
        if (!signIn->finishes(challenge))
            return failSignIn(Problem::ProtocolViolation, reply);
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
    // And who has seen nothing of a password yet can't mean that it is wrong.
    const Problem problem = classify(stage, reply);
    const bool mechanismFailed =
        problem == Problem::MechanismRefused || (problem == Problem::WrongPassword && signIn->leaveOutKin());
    if (!mechanismFailed && reply.enhanced != EnhancedStatus{5, 7, 3})
        return refuse(reply);
    authFailure = reply;
    if (reply.code == 501)
        signIn->retryLaterWithoutInitialResponse();
    return sendAuth();
}

Step SubmissionDialogue::State::takeAuthCancelled(const Reply &reply)
{
    if (!reply.isFailure())
        return refuse(reply);
    const std::optional<SaslError> fault = signIn->fault();
    if (!fault || !endsSignIn(*fault))
        return sendAuth();
    if (*fault == SaslError::ServerUnproven)
        return failSignIn(Problem::ProtocolViolation, authFailure);
    return failSignIn(*fault == SaslError::WrongSecret ? Problem::WrongPassword : Problem::MechanismRefused,
                      authFailure);
}

Step SubmissionDialogue::State::mailOrFinish()
{
    return hasLetter ? beginLetter() : succeed();
}

// What all of them use

/// Nobody asked for this one. While the letter goes out it can be a refusal that could not wait; the only way
/// to stop then is to close the link, as any line would become part of the letter.
Step SubmissionDialogue::State::takeUnasked(const Reply &reply)
{
    if (awaitingTls)
        return fail(errorOf(Problem::InjectedBeforeTls), {});
    if (sendingBody && reply.isFailure())
        return refuse(reply, {});
    return fail(errorOf(reply.code == 421 ? Problem::Temporary : Problem::ProtocolViolation, reply), {});
}

Step SubmissionDialogue::State::send(QList<SendLines::Line> lines, Stage newStage, QList<Due> replies)
{
    stage = newStage;
    letter.sentInBurst = letter.sentInBurst || lines.size() > 1;
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
    if (problem == Problem::WrongPassword && credential.needsNoSecret())
        problem = Problem::MechanismRefused; // there is none
    SubmissionError error;
    error.problem = problem;
    error.stage = stage;
    error.reply = std::move(reply);
    error.refused = letter.refused;
    for (const SmtpPath &path : letter.delivered)
        error.delivered.append(path.display());
    error.detail = sentSecrets.masked(detail);
    error.signedIn = !mechanismUsed.isEmpty();
    if (problem == Problem::LetterTooLarge) {
        error.limit = capabilities.sizeLimit;
        error.size = letter.transaction.size;
    }
    return error;
}

Step SubmissionDialogue::State::fail(SubmissionError error, const QList<QByteArrayView> &politeness)
{
    finished = true;
    sendingBody = false;
    // A refusal of the letter leaves the session as it was; all that is no such refusal ends it.
    forgets = politeness.contains("RSET");
    chunksRefused = refusesChunks(error);
    sessionStands = (due.isEmpty() || following) && stage >= Stage::MailFrom && !politeness.isEmpty() &&
                    !outOfStep && !chunksRefused && error.problem != Problem::ProtocolViolation &&
                    error.problem != Problem::MayHaveBeenSent;
    SendLines lines{{}, error.stage};
    for (QByteArrayView verb : politeness)
        lines.lines.append(command::plain(verb));
    if (sessionStands && following)
        beginFollowing();
    else
        due.clear();
    return Failed{std::move(error), std::move(lines)};
}

Step SubmissionDialogue::State::refuse(const Reply &reply, const QList<QByteArrayView> &politeness)
{
    if (!reply.isFailure())
        return fail(errorOf(Problem::ProtocolViolation, reply), {"QUIT"});
    return fail(errorOf(classify(stage, reply), reply), politeness);
}

bool SubmissionDialogue::State::isOutOfStep(Due due_, const Reply &reply)
{
    const bool inTransaction = due_ == Due::Mail || due_ == Due::Rcpt || due_ == Due::Data;
    if (!letter.sentInBurst || !inTransaction || letter.decided || !reply.isFailure())
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

} // namespace pennypost
