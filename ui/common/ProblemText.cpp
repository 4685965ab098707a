// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ProblemText.h"

#include "ui/common/Bidi.h"
#include "ui/common/Fingerprint.h"

#include <QLocale>
#include <QStringList>

namespace pennypost {

ProblemText ProblemWords::of(const SubmissionError &error, const ProblemContext &context)
{
    ProblemText words = error.problem <= Problem::InjectedBeforeTls       ? ofConnection(error, context)
                        : error.problem <= Problem::AuthenticationDelayed ? ofSignIn(error, context)
                                                                          : ofLetter(error, context);
    if (!error.refused.isEmpty()) {
        QStringList lines;
        for (const RefusedPath &path : error.refused)
            lines.append(harmless(path.path) + u": " + QString::number(path.reply.code) + u' ' +
                         path.reply.text());
        words.serverWords = lines.join(u'\n');
    }
    // Beside its refused recipients only what was said to something else than one of them.
    if (error.reply && !isSaidToRecipient(error)) {
        const QString reply = QString::number(error.reply->code) + u' ' + error.reply->text();
        words.serverWords = words.serverWords.isEmpty() ? reply : reply + u'\n' + words.serverWords;
    }
    // Where no server spoke: what the system, the TLS library or a stranger on that port said.
    if (words.serverWords.isEmpty()) {
        const bool reaching = error.stage == Stage::Lookup || error.stage == Stage::Connect;
        words.serverWords = reaching ? attempts(error, context) : harmless(error.detail);
    }
    words.quoted = isServersWord(error);
    return words;
}

QString ProblemText::inOneLine() const
{
    return ProblemWords::inOneLine(title, sentence);
}

QString ProblemWords::inOneLine(const QString &title, const QString &sentence)
{
    if (title.isEmpty() || sentence.isEmpty())
        return title + sentence;
    if (title.endsWith(u'?') || title.endsWith(QChar(0x61f))) // the Arabic one
        return title + u' ' + sentence;
    return tr("%1. %2", "what happened, what to do about it").arg(title, sentence);
}

QString ProblemWords::of(Stage stage)
{
    switch (stage) {
    case Stage::Preparing:
        return tr("Preparing");
    case Stage::Lookup:
        return tr("Looking up the server");
    case Stage::Connect:
        return tr("Connecting");
    case Stage::Encrypt:
        return tr("Encrypting the connection");
    case Stage::Greeting:
        return tr("Waiting for the server");
    case Stage::Hello:
        return tr("Introducing ourselves");
    case Stage::Authenticate:
        return tr("Signing in");
    case Stage::MailFrom:
        return tr("Announcing the sender");
    case Stage::Recipients:
        return tr("Announcing the recipients");
    case Stage::Data:
        return tr("Asking leave to send");
    case Stage::Body:
        return tr("Sending the letter");
    case Stage::FinalDot:
        return tr("Waiting for the server's confirmation");
    case Stage::Done:
        return tr("Done");
    }
    return {};
}

QString ProblemWords::ofSlow(Stage stage)
{
    switch (stage) {
    case Stage::Lookup:
        return tr("Still looking up the server");
    case Stage::Connect:
        return tr("Still trying to reach the server");
    case Stage::Greeting:
        return tr("Still waiting for the server's greeting");
    case Stage::FinalDot:
        return tr("The server is still checking the letter");
    default:
        return tr("Still waiting for the server's answer");
    }
}

QString ProblemWords::reasonOfSlow(Stage stage)
{
    switch (stage) {
    case Stage::Greeting:
        return tr("Some servers let everybody wait before they speak.");
    case Stage::FinalDot:
        return tr(
            "The whole letter is with the server and can't be called back. Some servers check a letter for "
            "minutes, ten at the most: there is nothing to be done.");
    default:
        return {};
    }
}

QString ProblemWords::of(MailboxError error)
{
    switch (error) {
    case MailboxError::Empty:
        return tr("There is no address here.");
    case MailboxError::MissingAt:
        return tr("An address needs an @ sign, as in name@example.org.");
    case MailboxError::HiddenAt:
        return tr("The @ sign stands within parentheses, brackets or quotation marks. Write it as in Name "
                  "<name@example.org>.");
    case MailboxError::MissingLocalPart:
        return tr("The name before the @ sign is missing.");
    case MailboxError::MissingDomain:
        return tr("The part after the @ sign is missing.");
    case MailboxError::BadDot:
        return tr("A dot may not stand at the start, at the end or beside another dot.");
    case MailboxError::BadLocalPart:
        return tr("The part before the @ sign holds a blank or another character that it may not hold.");
    case MailboxError::BadDomain:
        return tr("The part after the @ sign is no valid domain name.");
    case MailboxError::BadLiteral:
        return tr("What stands in the square brackets is no Internet address.");
    case MailboxError::UnclosedQuote:
        return tr("The closing quotation mark is missing.");
    case MailboxError::UnclosedComment:
        return tr("The closing parenthesis is missing.");
    case MailboxError::UnclosedAngle:
        return tr("The closing angle bracket is missing.");
    case MailboxError::TextAfterAddress:
        return tr("There is more text after the address. A comma parts two addresses.");
    case MailboxError::ControlCharacter:
        return tr("The address holds an invisible control character. Please type it anew.");
    case MailboxError::TooLong:
        return tr("The address is too long: at most 64 bytes before the @ sign and 254 in all are allowed.");
    case MailboxError::TooDeep:
        return tr("The comments in this address are nested too deeply.");
    }
    return {};
}

QString ProblemWords::certificateDetails(const PeerCertificate &certificate)
{
    // A line each: a line end in a name could forge another one.
    const auto oneLine = [](const QString &name) { return harmless(name).replace(u'\n', u' '); };
    QStringList names;
    for (const QString &name : certificate.names)
        names.append(oneLine(name));
    const QLocale locale;
    return QStringList{
        tr("Made for: %1").arg(oneLine(certificate.subject)),
        tr("Stands for: %1").arg(names.isEmpty() ? tr("no name at all") : names.join(QStringLiteral(", "))),
        tr("Made by: %1").arg(oneLine(certificate.issuer)),
        tr("Valid from %1 to %2")
            .arg(locale.toString(certificate.notBefore.toLocalTime(), QLocale::ShortFormat),
                 locale.toString(certificate.notAfter.toLocalTime(), QLocale::ShortFormat)),
        tr("SHA-256: %1").arg(Fingerprint::line(certificate.sha256)),
    }
        .join(u'\n');
}

ProblemText ProblemWords::text(const QString &title, const QString &sentence, Remedy first, Remedy second)
{
    ProblemText words;
    words.title = title;
    words.sentence = sentence;
    words.remedy = first;
    words.button = buttonOf(first);
    words.secondRemedy = second;
    words.secondButton = buttonOf(second);
    return words;
}

QString ProblemWords::buttonOf(Remedy remedy)
{
    // Two of them may stand side by side: no two that do have the same mnemonic.
    switch (remedy) {
    case Remedy::None:
        return {};
    case Remedy::TryAgain:
        return tr("Try &again");
    case Remedy::EditServer:
        return tr("Ser&ver settings…");
    case Remedy::EditPassword:
        return tr("Enter the &password…");
    case Remedy::UseStartTls:
        return tr("&Use STARTTLS on port 587");
    case Remedy::UseTls:
        return tr("&Use TLS on port 465");
    case Remedy::UseStartTlsHere:
        return tr("&Use STARTTLS");
    case Remedy::UseTlsHere:
        return tr("&Use TLS from the start");
    case Remedy::PinCertificate:
        return tr("Show the &certificate…");
    case Remedy::OpenHelpLink:
        return tr("&How to do this");
    case Remedy::EditRecipients:
        return tr("Edit the &recipients");
    case Remedy::SendToRest:
        return tr("Send to the &others");
    case Remedy::EditSender:
        return tr("Change the s&ender");
    case Remedy::EditAttachments:
        return tr("&Look at the attachments");
    case Remedy::SettleMaybeSent:
        return tr("&Decide…");
    case Remedy::KeepForSession:
        return tr("&Keep for this session only");
    case Remedy::SaveLetter:
        return tr("Save as .em&l…");
    }
    return {};
}

QString ProblemWords::serverIn(const ProblemContext &context)
{
    return context.server.host.isEmpty() ? tr("the server") : Bidi::value(harmless(context.server.host));
}

QString ProblemWords::atStep(Stage stage)
{
    return tr("This happened at the step “%1”.").arg(of(stage));
}

QString ProblemWords::attempts(const SubmissionError &error, const ProblemContext &context)
{
    if (context.server.host.isEmpty())
        return harmless(error.detail);
    QStringList lines;
    const auto add = [&lines](const ServerSettings &server, const QString &detail) {
        const QString host = harmless(server.host);
        QString said = harmless(detail);
        if (said.startsWith(host)) // the host alone, or before what the system said of it
            said.remove(0, host.size());
        while (said.startsWith(u':') || said.startsWith(u' '))
            said.remove(0, 1);
        const QString where =
            (host.contains(u':') ? QString(u'[' + host + u']') : host) + u':' + QString::number(server.port);
        lines.append(said.isEmpty() ? where : QString(where + u": " + said));
    };
    for (const FailedAttempt &attempt : context.tried)
        add(attempt.server, attempt.detail);
    if (lines.isEmpty() && !error.detail.isEmpty())
        add(context.server, error.detail);
    return lines.join(u'\n');
}

QString ProblemWords::harmless(const QString &foreign)
{
    Reply lines;
    for (const QString &line : foreign.split(u'\n'))
        lines.lines.append(line.toUtf8());
    return lines.text();
}

} // namespace pennypost
