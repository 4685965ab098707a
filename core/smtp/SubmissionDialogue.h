// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/MechanismChooser.h"
#include "core/smtp/Capabilities.h"
#include "core/smtp/SubmissionError.h"
#include "core/smtp/Transaction.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <memory>
#include <variant>

namespace pennypost {

/// How the connection is to be protected.
enum class Protection {
    ImplicitTls, ///< encrypted before the greeting: port 465
    StartTls,    ///< required: without it nothing but QUIT is sent
    None,        ///< in clear on purpose, never with a secret
};

struct DialogueSettings
{
    Protection protection = Protection::ImplicitTls;
    QByteArray helloName = "[127.0.0.1]"; ///< an address literal or a neutral name; never the machine's own
    QByteArray mechanism;                 ///< one name, or empty for automatic
    bool pipelining = true;               ///< false: one command at a time, though PIPELINING may be offered
    enum class Chunking {
        Never,
        WhereKnownGood,                    ///< by ServerSoftware
        Trial,                             ///< likewise, and a small letter tries it where nothing is known
        Always,                            ///< the server has been found to be good at it
    } chunking = Chunking::WhereKnownGood; ///< BDAT (RFC 3030), if it is offered
    int mostRecipients = 0; ///< in one transaction, as a server was found to take; 0: as many as it says
    ChannelBindings bindings = {}; ///< with ImplicitTls; after STARTTLS see bindTo()
    QByteArray host = {};          ///< the account's, as A-labels, for mechanisms that name it
    quint16 port = 0;              ///< likewise; 0: not said
    std::function<QByteArray()> makeNonce = &randomNonce; ///< tests put the RFCs' here
    std::function<std::unique_ptr<GssContext>(const QByteArray &host)> makeGss =
        &systemGssContext; ///< likewise
};

/// Lines to write in one flight, each ended by CRLF. `secret` says which to mask in a trace.
struct SendLines
{
    struct Line
    {
        QByteArray bytes;
        bool secret = false;
    };
    QList<Line> lines;
    Stage stage;
};
/// Start TLS now. The caller must first see that no byte follows the 220, then give encrypted().
struct UpgradeToTls
{
};
/// Write the letter. With Dots: stuffed, call finalDotSent(), write DotStuffer's terminator; in this order,
/// so that a link lost while the dot is under way is never taken for a plain failure. With Chunks (RFC 3030):
/// unchanged, behind lines that announce each piece; chunkSent() at each but the last, finalDotSent() before
/// the last octet of all, which is what a dot would be.
struct SendBody
{
    enum class Framing { Dots, Chunks } framing = Framing::Dots;
    /// Nobody has seen this server take chunks: two octets in a first one, which can't be a command to it,
    /// and no more before ChunkTaken; of a small letter without `lines` nor the last one before another.
    bool trial = false;
    bool eightBit = false; ///< in the letter's form for 8BITMIME
    SendLines lines;       ///< to be written in the same flight, ahead of the letter
};
/// A chunk that was not the last has come through.
struct ChunkTaken
{
};
/// Nothing to write: the next reply is due.
struct AwaitReply
{
};
/// All recipients are heard, some are refused, and the letter wants a person asked (PartialRefusal::Ask):
/// decide() goes on. Nothing of the letter has left.
struct AskAboutRefused
{
    QList<RefusedPath> refused;
    qsizetype accepted; ///< at least one
};
/// 250 to the last final dot, or a checked server: QUIT is in `lines`, its reply of no interest.
struct Succeeded
{
    Reply finalReply;
    QList<RefusedPath> refused; ///< under DeliverToRest, and where the letter took several transactions
    SendLines lines;
    bool trialPassed = false; ///< it went by BDAT, of which nobody knew whether this server stands it
};
/// `lines` is what politeness asks (RSET, "*", QUIT), to be written if the link still stands.
struct Failed
{
    SubmissionError error;
    SendLines lines;
};
using Step = std::variant<SendLines, UpgradeToTls, SendBody, ChunkTaken, AwaitReply, AskAboutRefused,
                          Succeeded, Failed>;

/// The client's side of RFC 5321 and 6409 for one connection, without I/O: replies in, steps out, all
/// transitions in wire order, one method a command. Knows no socket, clock or file. EHLO again after TLS,
/// after AUTH only where Dovecot may have more to tell; PIPELINING when offered, replies matched in order;
/// every RCPT is tried. Used by SubmissionWorker and transcripts in tests; any one thread.
///
/// One letter takes several transactions where the server takes only so many recipients at once (LIMITS, 452
/// 4.5.3): SendBody comes again for each. Unless the rest is to get it in any case, all recipients are heard
/// before anybody gets anything, by transactions that RSET ends.
///
/// Several letters, one after the other, share a session: next() after one has ended, or follow() while its
/// final dot goes out.
class SubmissionDialogue
{
public:
    /// Without a transaction it ends after signing in.
    SubmissionDialogue(DialogueSettings settings, Credential credential,
                       std::optional<Transaction> transaction);
    ~SubmissionDialogue();

    /// The connection stands (encrypted, with ImplicitTls). Normally AwaitReply: the greeting is due.
    Step connected();
    /// What ties a sign-in to the TLS connection, before connected() or encrypted() says that it stands.
    void bindTo(const ChannelBindings &bindings);
    /// The handshake that UpgradeToTls asked for is done.
    Step encrypted();
    /// A whole reply came in. One reply may answer one of several pipelined commands: AwaitReply then. What
    /// it quotes of a sign-in is masked in all that comes of it.
    Step take(const Reply &said);
    /// A reply was there before the command it could have answered: it ends the dialogue.
    Step unasked(const Reply &said);
    /// A chunk goes out that is not the last.
    void chunkSent();
    /// The final dot goes out now, or what counts as one. A reply before it that answers no command of the
    /// same flight is the server's refusal of the letter.
    void finalDotSent();
    /// The answer to AskAboutRefused: deliver to the rest, or to nobody.
    Step decide(bool deliverToRest);

    /// Has the letter ended, or was there none, in such a way that the session can be used on? Then `lines`
    /// of Succeeded and Failed are better not written.
    bool canGoOn() const;
    /// To be written once to keep the session, if canGoOn() after Failed: RSET, where something has to be
    /// forgotten. Its reply comes in by take() before all others; AwaitReply then.
    SendLines clear();
    /// Another letter on the same session. Precondition: canGoOn().
    Step next(Transaction transaction);
    /// Another letter whose first commands may go out in one flight with the final dot of this one (RFC 2920
    /// 3.1): after finalDotSent(). Nothing where that can't be, or would be refused: next() then. Once this
    /// letter has ended the dialogue is about the other one, from its stage MailFrom on.
    std::optional<SendLines> follow(Transaction transaction);
    /// Letters begun on this session.
    int letters() const;
    /// No reply is due.
    bool isQuiet() const;
    /// To be written to see whether an idle server is still there: NOOP. Its reply comes in by take().
    /// Precondition: isQuiet(), canGoOn().
    SendLines probe();
    /// DATA or BDAT has been sent in the transaction that is under way: what we say next may become the
    /// letter's.
    bool asksForLetter() const;

    /// The link is gone, or a wait ran out: what that means at this point. `cause` is ConnectionLost,
    /// TimedOut, ProtocolViolation for what is no reply, or another transport problem; after finalDotSent()
    /// it becomes MayHaveBeenSent, with the cause as its doubt.
    SubmissionError interrupted(Problem cause, const QString &detail = {}) const;

    /// A flight of commands went out and what came back, `error`, looks as if the server could not take
    /// several at once, though it said so: no reply, garbage, or that it does not know what it was told.
    /// True only before it asked for the letter: then the same again with `pipelining` off is right, once.
    bool isWorthRepeatingUnpipelined(const SubmissionError &error) const;
    /// It refused BDAT, which it offers, as a command, or said nothing sensible to a trial: nobody has the
    /// letter, and the same again with Chunking::Never is right, once.
    bool isWorthRepeatingUnchunked(const SubmissionError &error) const;

    Stage stage() const;
    const Capabilities &capabilities() const;
    /// The mechanism that signed us in; empty before 235 and without sign-in.
    QByteArray mechanismUsed() const;

private:
    class State;
    std::unique_ptr<State> m_state;
};

} // namespace pennypost
