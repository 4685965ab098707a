// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/ServerDiscovery.h"
#include "core/message/MailboxParser.h"
#include "core/message/SendChecks.h"
#include "core/secrets/SecretStore.h"
#include "core/smtp/SubmissionError.h"
#include "core/store/StoreError.h"
#include "ui/common/Desktop.h"

#include <QCoreApplication>
#include <QString>
#include <QUrl>

namespace pennypost {

/// The one thing to do next, as a button can offer it.
enum class Remedy {
    None,
    TryAgain,
    EditServer, ///< host, port, security
    EditPassword,
    UseStartTls,     ///< switch to STARTTLS on 587
    UseTls,          ///< switch to TLS on 465
    UseStartTlsHere, ///< switch to STARTTLS on the same port, which has just shown that it speaks it
    UseTlsHere,      ///< the reverse
    PinCertificate,  ///< show it, and trust exactly this one
    OpenHelpLink,    ///< `link`
    EditRecipients,
    SendToRest, ///< drop the refused recipients
    EditSender,
    EditAttachments,
    SettleMaybeSent, ///< it arrived / send again
    KeepForSession,  ///< no keychain: keep the secret in memory
    SaveLetter,      ///< as an .eml file
};

/// A problem in a person's words: what happened, why, what to do now, then the server's own words.
struct ProblemText
{
    QString title;       ///< a few words: "The password was not accepted"
    QString sentence;    ///< why, and what to do now
    QString serverWords; ///< verbatim, sanitised; may be empty
    bool quoted = false; ///< they are a server's; else the system's or the keychain's
    Remedy remedy = Remedy::None;
    QString button; ///< the remedy's words with a mnemonic; empty for None
    Remedy secondRemedy = Remedy::None;
    QString secondButton;
    QUrl link; ///< for OpenHelpLink

    /// Title and sentence, for a tooltip, a note, or to be read aloud.
    QString inOneLine() const;
};

/// A server that could not be reached, and what the system said about it.
struct FailedAttempt
{
    ServerSettings server;
    QString detail;
};

struct AttachedFile
{
    QString name;
    qint64 size = 0; ///< octets
};

/// What is known around a problem, for its words.
struct ProblemContext
{
    ServerSettings server = {};
    const Provider *provider = nullptr;   ///< for help links
    QString sender = {};                  ///< address
    int recipients = -1;                  ///< of the letter, for "send to the others"; -1: not known
    QList<AttachedFile> attachments = {}; ///< the letter's
    bool passwordTyped = false;           ///< a moment ago, rather than read from where it is kept
    QString nearestHost = {};             ///< a known server that the name may be a slip for
    QList<FailedAttempt> tried = {};      ///< every server that was tried, this one too, in order
};

/// Which way a secret was going when its store failed.
enum class SecretUse { Read, Write };

/// All the error words of Pennypost live in this class's files. GUI thread.
class ProblemWords
{
    Q_DECLARE_TR_FUNCTIONS(ProblemWords)

public:
    static ProblemText of(const SubmissionError &error, const ProblemContext &context = {});
    static ProblemText of(const SecretError &error, Desktop desktop = currentDesktop(),
                          SecretUse use = SecretUse::Read);
    /// True wherever it is shown, with a letter open or without, and of one that may have been sent.
    static ProblemText of(const StoreError &error);
    /// The same about a letter in an open window, which has it all: with the way to keep it elsewhere. Says
    /// nothing of sending: an earlier attempt may have ended in doubt.
    static ProblemText ofUnsavedLetter(const StoreError &error);
    static ProblemText of(const SendFinding &finding);
    /// A title, which has no full stop, before its sentence; either may be empty.
    static QString inOneLine(const QString &title, const QString &sentence);
    /// Why a person's own certificate can't be shown; one sentence, also for the line below a field.
    static QString of(ClientCertificateError error);
    static QString of(MailboxError error); ///< one sentence for a tooltip or the line below a field
    static QString of(Stage stage);        ///< what is happening: "Signing in"
    /// The same where the server lets wait for its answer: "The server is still checking the letter".
    static QString ofSlow(Stage stage);
    /// Why that is nothing to worry about; empty where there is nothing to say.
    static QString reasonOfSlow(Stage stage);
    static QString buttonOf(Remedy remedy); ///< with a mnemonic
    static QString certificateDetails(
        const PeerCertificate &certificate); ///< lines: for whom, by whom, when, SHA-256 AA:BB:...

private:
    // A file each: what can go wrong on the way to the server, while signing in, and with the letter.
    static ProblemText ofConnection(const SubmissionError &error, const ProblemContext &context);
    static ProblemText ofOwnCertificate(const SubmissionError &error, const ProblemContext &context);
    static ProblemText ofProxy(const SubmissionError &error, const ProblemContext &context);
    static ProblemText ofSignIn(const SubmissionError &error, const ProblemContext &context);
    static ProblemText ofLetter(const SubmissionError &error, const ProblemContext &context);

    static ProblemText text(const QString &title, const QString &sentence, Remedy first = Remedy::None,
                            Remedy second = Remedy::None);
    static QString serverIn(const ProblemContext &context); ///< its name, or "the server"
    static QString atStep(Stage stage);                     ///< a sentence that names it
    /// The other of 465 and 587, where one of them was tried; another port was somebody's own choice.
    static Remedy otherPort(const ServerSettings &server);
    static QStringList namesTried(const ProblemContext &context);
    /// A line for each server that was tried: "host:port: what the system said".
    static QString attempts(const SubmissionError &error, const ProblemContext &context);
    static QString harmless(const QString &foreign); ///< without controls and bidi overrides
};

} // namespace pennypost
