// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Envelope.h"
#include "core/sasl/MechanismChooser.h"
#include "core/smtp/Capabilities.h"
#include "core/smtp/SubmissionError.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <variant>

namespace pennypost {

/// What one letter asks of a dialogue; a check of the server (`ServerCheck`) has none and ends after AUTH.
struct Transaction
{
    Envelope envelope;
    qint64 size = 0; ///< octets, for SIZE
    bool eightBitBody = false;
    bool utf8Headers = false;
    enum class PartialRefusal {
        AllOrNothing,  ///< any refused recipient stops the letter before DATA; RSET
        DeliverToRest, ///< the accepted ones get it, the refused ones are in the receipt
    } partialRefusal = PartialRefusal::AllOrNothing;
};

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
/// Write the letter dot-stuffed, call finalDotSent(), write DotStuffer's terminator: in this order, so that a
/// link lost while the dot is under way is never taken for a plain failure.
struct SendBody
{
};
/// Nothing to write: the next reply is due.
struct AwaitReply
{
};
/// 250 to the final dot, or a checked server: QUIT is in `lines`, its reply of no interest.
struct Succeeded
{
    Reply finalReply;
    QList<RefusedPath> refused; ///< under DeliverToRest
    SendLines lines;
};
/// `lines` is what politeness asks (RSET, "*", QUIT), to be written if the link still stands.
struct Failed
{
    SubmissionError error;
    SendLines lines;
};
using Step = std::variant<SendLines, UpgradeToTls, SendBody, AwaitReply, Succeeded, Failed>;

/// The client's side of RFC 5321 and 6409 for one connection and at most one letter, without I/O: replies in,
/// steps out, all transitions in wire order, one method a command. Knows no socket, clock or file. EHLO again
/// after TLS, none after AUTH; PIPELINING when offered, replies matched in order; every RCPT is tried. Used
/// by SubmissionWorker and transcripts in tests; any one thread.
class SubmissionDialogue
{
public:
    SubmissionDialogue(DialogueSettings settings, Credential credential,
                       std::optional<Transaction> transaction);
    ~SubmissionDialogue();

    /// The connection stands (encrypted, with ImplicitTls). Normally AwaitReply: the greeting is due.
    Step connected();
    /// The handshake that UpgradeToTls asked for is done.
    Step encrypted();
    /// A whole reply came in. One reply may answer one of several pipelined commands: AwaitReply then. What
    /// it quotes of a sign-in is masked in all that comes of it.
    Step take(const Reply &said);
    /// A reply was there before the command it could have answered: it ends the dialogue.
    Step unasked(const Reply &said);
    /// The final dot goes out now. A reply before it, while the letter is being sent, is the server's refusal
    /// of it.
    void finalDotSent();
    /// The link is gone, or a wait ran out: what that means at this point. `cause` is ConnectionLost,
    /// TimedOut, ProtocolViolation for what is no reply, or another transport problem; after finalDotSent()
    /// it becomes MayHaveBeenSent, with the cause as its doubt.
    SubmissionError interrupted(Problem cause, const QString &detail = {}) const;

    /// A flight of commands went out and what came back, `error`, looks as if the server could not take
    /// several at once, though it said so: no reply, garbage, or that it does not know what it was told.
    /// True only before it asked for the letter: then the same again with `pipelining` off is right, once.
    bool isWorthRepeatingUnpipelined(const SubmissionError &error) const;

    Stage stage() const;
    const Capabilities &capabilities() const;
    /// The mechanism that signed us in; empty before 235 and without sign-in.
    QByteArray mechanismUsed() const;

private:
    class State;
    std::unique_ptr<State> m_state;
};

} // namespace pennypost
