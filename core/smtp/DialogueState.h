// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/smtp/SecretMask.h"
#include "core/smtp/SignIn.h"
#include "core/smtp/SubmissionDialogue.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>

namespace pennypost {

/// The state of one dialogue and its transitions, all of them in DialogueState.cpp in the order of the wire:
/// a method for each command and one for its reply. Private to SubmissionDialogue, which only opens the door
/// to it.
class SubmissionDialogue::State
{
public:
    enum class Due { Greeting, Ehlo, Helo, StartTls, Auth, AuthCancelled, Mail, Rcpt, Data, FinalDot };

    State(DialogueSettings settings, Credential credential, std::optional<Transaction> transaction);

    Step takeGreeting(const Reply &reply);
    Step sendEhlo();
    Step takeEhlo(const Reply &reply);
    Step takeHelo(const Reply &reply);
    Step sendStartTls();
    Step takeStartTls(const Reply &reply);
    Step signInOrGoOn();
    Step sendAuth();
    /// `challenge` is the reply as it came, for the mechanism's eyes alone.
    Step takeAuth(const Reply &reply, const Reply &challenge);
    Step takeAuthCancelled(const Reply &reply);
    Step mailOrFinish();
    Step sendRecipients(bool withMail);
    Step takeMail(const Reply &reply);
    Step takeRcpt(const Reply &reply);
    Step recipientsAnswered();
    Step takeData(const Reply &reply);
    Step takeFinalDot(const Reply &reply);
    Step takeUnasked(const Reply &reply);

    Step send(QList<SendLines::Line> lines, Stage stage, QList<Due> replies);
    SubmissionError errorOf(Problem problem, std::optional<Reply> reply = {},
                            const QString &detail = {}) const;
    Step fail(SubmissionError error, const QList<QByteArrayView> &politeness);
    /// What the table makes of a refusal; what is none breaks the protocol.
    Step refuse(const Reply &reply, const QList<QByteArrayView> &politeness = {"QUIT"});
    SubmissionError refusedRecipients() const;
    /// Has a server that offers PIPELINING lost its way in a flight?
    bool isOutOfStep(Due answered, const Reply &reply);
    bool mayPipeline() const { return capabilities.pipelining && settings.pipelining; }

    DialogueSettings settings;
    Credential credential;
    bool hasLetter; ///< else it is a check of the server
    Transaction transaction;
    bool encrypted;
    QList<QByteArray> helloNames;     ///< the ladder; the first one is in use
    std::optional<Reply> nameRefused; ///< while another is tried
    Capabilities capabilities;
    std::unique_ptr<SignIn> signIn;
    std::optional<Reply> authFailure; ///< the last mechanism's
    QByteArray mechanismUsed;
    SecretMask sentSecrets; ///< to be kept out of all that leaves the dialogue

    Stage stage = Stage::Connect;
    QList<Due> due;
    bool awaitingTls = false;
    bool sendingBody = false;
    bool finished = false;
    bool sentInBurst = false; ///< several commands at once
    struct
    {
        Stage stage = Stage::Greeting;
        bool sentInBurst = false;
    } before; ///< what was heard last, should the flight that answers it not go out
    bool outOfStep = false;
    qsizetype sent = 0;     ///< RCPTs
    qsizetype answered = 0; ///< of those
    qsizetype accepted = 0;
    QList<RefusedPath> refused;
    std::optional<SubmissionError> decided; ///< MAIL was refused, the replies to its RCPTs are still to come
};

} // namespace pennypost
