// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/smtp/LetterInHand.h"
#include "core/smtp/SecretMask.h"
#include "core/smtp/ServerSoftware.h"
#include "core/smtp/SignIn.h"
#include "core/smtp/SubmissionDialogue.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>

namespace pennypost {

/// The state of one dialogue and its transitions in the order of the wire, a method for each command and one
/// for its reply: those of the session in DialogueState.cpp, those of a letter in LetterTransitions.cpp.
/// Private to SubmissionDialogue, which only opens the door to it.
class SubmissionDialogue::State
{
public:
    enum class Due {
        Greeting,
        Ehlo,
        Helo,
        StartTls,
        Auth,
        AuthCancelled,
        Reset, ///< or NOOP
        Mail,
        Rcpt,
        Data,
        Chunk, ///< not the last one
        FinalDot
    };

    State(DialogueSettings settings, Credential credential, std::optional<Transaction> transaction);

    Step takeGreeting(const Reply &reply);
    Step sendEhlo();
    Step takeEhlo(const Reply &reply);
    Step takeHelo(const Reply &reply);
    Step sendStartTls();
    Step takeStartTls(const Reply &reply);
    Step signInOrGoOn();
    Step sendAuth();
    /// The mechanism itself found fault with the server's `reply`.
    Step failSignIn(Problem problem, std::optional<Reply> reply);
    /// `challenge` is the reply as it came, for the mechanism's eyes alone.
    Step takeAuth(const Reply &reply, const Reply &challenge);
    Step takeAuthCancelled(const Reply &reply);
    Step mailOrFinish();

    Step beginLetter();
    /// Why nothing of it may be sent to this server.
    std::optional<SubmissionError> obstacle() const;
    Step beginTransaction(bool reset);
    Step sendRecipients(QList<SendLines::Line> lines = {}, QList<Due> replies = {});
    /// The commands of one flight, beginning with MAIL where that has not been sent.
    void appendRecipients(LetterInHand &of, QList<SendLines::Line> &lines, QList<Due> &replies);
    bool mayAskForDataAtOnce(const LetterInHand &of) const;
    Step takeReset();
    Step takeMail(const Reply &reply);
    Step takeRcpt(const Reply &reply);
    Step recipientsAnswered();
    Step decide(bool deliverToRest);
    Step sendLetter();
    Step takeData(const Reply &reply);
    enum class Chunks { None, Trial, Proven };
    Chunks chunksFor(const LetterInHand &of) const;
    bool isForOneFlight(const LetterInHand &of) const;
    bool mayGoInOneFlight() const;
    Step failInDoubt(const Reply &reply);
    Step sendChunks(QList<SendLines::Line> lines, QList<Due> replies);
    Step takeChunk(const Reply &reply);
    Step takeAhead(Due answered, const Reply &reply);
    bool refusesChunks(const SubmissionError &error) const;
    Step takeFinalDot(const Reply &reply);
    void refuseTaken(const Reply &reply);
    Step nextTransaction();
    /// What was decided while replies were still to come is carried out now.
    Step carryOut();
    Step succeed();
    std::optional<SendLines> follow(Transaction transaction);
    void beginFollowing();
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
    bool hasLetter; ///< else it ends after signing in
    LetterInHand letter;
    std::optional<LetterInHand> following; ///< its commands are out behind this one's final dot
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
    struct
    {
        Stage stage = Stage::Greeting;
        bool sentInBurst = false;
    } before; ///< what was heard last, should the flight that answers it not go out
    bool outOfStep = false;
    bool chunksRefused = false; ///< BDAT, as a command
    bool waitsToBegin = false;  ///< a letter for the reply to RSET or NOOP, without PIPELINING
    ServerSoftware software;    ///< as it greets
    bool askedAgain = false;    ///< EHLO after AUTH
    bool sessionStands = false; ///< the letter has ended, the session has not
    bool forgets = false;       ///< RSET is needed before the next letter
    int letters = 0;
};

} // namespace pennypost
