// SPDX-License-Identifier: GPL-3.0-or-later
#include "Transcript.h"

#include "core/message/MailboxParser.h"

#include <QFile>

namespace pennypost {

namespace {

QByteArray unescaped(const QByteArray &text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 >= text.size()) {
            bytes += text[i];
            continue;
        }
        switch (const char kind = text[++i]) {
        case 'r':
            bytes += '\r';
            break;
        case 'n':
            bytes += '\n';
            break;
        case 't':
            bytes += '\t';
            break;
        case '0':
            bytes += '\0';
            break;
        case 'x':
            bytes += QByteArray::fromHex(text.mid(i + 1, 2));
            i += 2;
            break;
        default:
            bytes += kind;
        }
    }
    return bytes;
}

/// "AUTH PLAIN {b64:\0alice\0secret}": readable where the wire is not.
QByteArray withBase64(const QByteArray &line)
{
    const qsizetype start = line.indexOf("{b64:");
    if (start < 0)
        return unescaped(line);
    const qsizetype end = line.indexOf('}', start);
    const QByteArray encoded = unescaped(line.mid(start + 5, end - start - 5)).toBase64();
    return unescaped(line.left(start)) + encoded + unescaped(line.mid(end + 1));
}

template<class Enum>
std::optional<Enum> byName(QStringView name, Enum last)
{
    for (int i = 0; i <= int(last); ++i) {
        if (nameOf(Enum(i)) == name)
            return Enum(i);
    }
    return std::nullopt;
}

SmtpPath path(const QByteArray &address)
{
    const ParsedMailbox parsed = parseMailbox(QString::fromUtf8(address));
    return parsed.mailbox ? SmtpPath::make(*parsed.mailbox).value_or(SmtpPath()) : SmtpPath();
}

bool setOption(Transaction &transaction, const QByteArray &key, const QByteArray &value)
{
    DeliveryOptions &options = transaction.options;
    if (key == "notify") {
        const QByteArrayList when = value.split(',');
        options.notify = {when.contains("success"), when.contains("failure"), when.contains("delay"),
                          when.contains("never")};
    } else if (key == "return") {
        options.returned = value == "full" ? DeliveryOptions::Return::Full : DeliveryOptions::Return::Headers;
    } else if (key == "envid") {
        options.envelopeId = value;
    } else if (key == "deliverby") {
        const QByteArrayList parts = value.split(';');
        options.deliverBy = DeliveryOptions::DeliverBy{std::chrono::seconds(parts[0].toInt()),
                                                       parts[1].startsWith('N')
                                                           ? DeliveryOptions::DeliverBy::Otherwise::Notify
                                                           : DeliveryOptions::DeliverBy::Otherwise::Return,
                                                       parts[1].endsWith('T')};
    } else if (key == "hold") {
        options.holdUntil = QDateTime::fromString(QString::fromLatin1(value), Qt::ISODate);
    } else if (key == "begun") {
        transaction.begun = QDateTime::fromString(QString::fromLatin1(value), Qt::ISODate);
    } else if (key == "priority") {
        options.priority = value.toInt();
    } else if (key == "requiretls") {
        options.requireTls = true;
    } else {
        return false;
    }
    return true;
}

bool set(Transcript &transcript, const QByteArray &key, const QByteArray &value)
{
    if (key == "protection") {
        transcript.settings.protection = value == "starttls" ? Protection::StartTls
                                         : value == "none"   ? Protection::None
                                                             : Protection::ImplicitTls;
        return value == "starttls" || value == "none" || value == "tls";
    }
    if (key == "user") {
        transcript.userName = QString::fromUtf8(unescaped(value));
        transcript.credentialKind = Credential::Kind::Password;
    } else if (key == "password") {
        transcript.password = unescaped(value);
    } else if (key == "token") {
        transcript.password = value;
        transcript.credentialKind = Credential::Kind::Token;
    } else if (key == "ticket") {
        transcript.credentialKind = Credential::Kind::Ticket;
    } else if (key == "certificate") {
        transcript.credentialKind = Credential::Kind::Certificate;
    } else if (key == "exporter") {
        transcript.settings.bindings.tlsExporter = value;
    } else if (key == "endpoint") {
        transcript.settings.bindings.tlsServerEndPoint = value;
    } else if (key == "nonce") {
        transcript.settings.makeNonce = [value] { return value; };
    } else if (key == "host") {
        transcript.settings.host = value;
    } else if (key == "port") {
        transcript.settings.port = value.toUShort();
    } else if (key == "mechanism") {
        transcript.settings.mechanism = value;
    } else if (key == "hello") {
        transcript.settings.helloName = unescaped(value);
    } else if (key == "letter" && value == "none") {
        transcript.transaction.reset();
    } else if (key == "from") {
        transcript.transaction->envelope.reversePath = path(value);
    } else if (key == "to") {
        transcript.transaction->envelope.forwardPaths.clear();
        for (const QByteArray &address : value.split(' '))
            transcript.transaction->envelope.forwardPaths.append(path(address));
    } else if (key == "size") {
        transcript.transaction->size = value.toLongLong();
    } else if (key == "eightbit") {
        transcript.transaction->eightBitBody = true;
    } else if (key == "eightbitsize") {
        transcript.transaction->eightBitSize = value.toLongLong();
    } else if (key == "utf8headers") {
        transcript.transaction->utf8Headers = true;
    } else if (key == "pipelining" && value == "off") {
        transcript.settings.pipelining = false;
    } else if (key == "chunking") {
        using Chunking = DialogueSettings::Chunking;
        transcript.settings.chunking = value == "never"   ? Chunking::Never
                                       : value == "trial" ? Chunking::Trial
                                                          : Chunking::Always;
        return value == "never" || value == "trial" || value == "always";
    } else if (key == "link" && value == "unproven") {
        transcript.transaction->linkIsProven = false;
    } else if (key == "partial") {
        transcript.transaction->partialRefusal =
            value == "ask" ? Transaction::PartialRefusal::Ask : Transaction::PartialRefusal::DeliverToRest;
        return value == "ask" || value == "rest";
    } else {
        return setOption(*transcript.transaction, key, value);
    }
    return true;
}

bool expect(Transcript::Outcome &outcome, const QByteArray &key, const QByteArray &value)
{
    const QString text = QString::fromUtf8(value);
    if (key == "reply")
        outcome.reply = text;
    else if (key == "text")
        outcome.text = text;
    else if (key == "refused")
        outcome.refused = text;
    else if (key == "delivered")
        outcome.delivered = text;
    else if (key == "detail")
        outcome.detail = text;
    else if (key == "retry")
        outcome.retry = text;
    else if (key == "mechanism")
        outcome.mechanism = text;
    else if (key == "server")
        outcome.server = text;
    else if (key == "limit")
        outcome.limit = value.toLongLong();
    else if (key == "letter")
        outcome.letter = value.toLongLong();
    else if (key == "doubt")
        outcome.doubt = text;
    else if (key == "fault")
        outcome.fault = text;
    else if (key == "signedin")
        outcome.signedIn = value == "yes";
    else if (key == "again")
        outcome.again = true;
    else if (key == "unchunked")
        outcome.unchunked = true;
    else if (key == "trial")
        outcome.trialPassed = true;
    else if (key == "then")
        outcome.politeness = value.split(' ');
    else
        return false;
    return true;
}

bool setOutcome(Transcript::Outcome &outcome, const QByteArray &line)
{
    if (line == "Succeeded")
        return true;
    const QStringList words = QString::fromUtf8(line).split(u' ');
    if (words.size() != 3 || words[0] != QLatin1StringView("Failed"))
        return false;
    outcome.problem = byName(words[1], Problem::MayHaveBeenSent);
    const auto stage = byName(words[2], Stage::Done);
    outcome.stage = stage.value_or(Stage::Done);
    return outcome.problem && stage;
}

bool takeEvent(Transcript &transcript, const QByteArray &mark, const QByteArray &text)
{
    using Kind = Transcript::Event::Kind;
    if (mark == "S:")
        transcript.events.append({Kind::Server, withBase64(text) + "\r\n"});
    else if (mark == "s:")
        transcript.events.append({Kind::Server, unescaped(text)});
    else if (mark == "C:" || mark == "C!:")
        transcript.events.append({Kind::Client, withBase64(text) + "\r\n", mark == "C!:"});
    else if (mark == "T:")
        transcript.events.append({Kind::Handshake, {}});
    else if (mark == "A:" && (text == "rest" || text == "nobody"))
        transcript.events.append({Kind::Answer, text});
    else if (mark == "B:")
        transcript.events.append({Kind::Body, text});
    else if (mark == "B-")
        transcript.events.append({Kind::BodyWithoutDot, {}});
    else if (mark == "K:")
        transcript.events.append({Kind::Chunk, {}});
    else if (mark == "L:")
        transcript.events.append({Kind::Chunks, text});
    else if (mark == "L-")
        transcript.events.append({Kind::ChunksWithoutLast, {}});
    else
        return false;
    return true;
}

Transaction usualTransaction()
{
    Transaction transaction;
    transaction.envelope.reversePath = path("alice@example.org");
    transaction.envelope.forwardPaths = {path("bob@example.org")};
    return transaction;
}

} // namespace

Credential Transcript::credential() const
{
    return {credentialKind, userName, Secret(QByteArray(password.constData(), password.size()))};
}

QList<Transcript> readTranscripts(const QString &file, QString &error)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        error = file + u": " + source.errorString();
        return {};
    }
    QList<Transcript> transcripts;
    bool ended = true;
    int number = 0;
    for (const QByteArray &raw : source.readAll().split('\n')) {
        ++number;
        const qsizetype blank = raw.indexOf(' ');
        const QByteArray mark = blank < 0 ? raw : raw.left(blank);
        const QByteArray text = blank < 0 ? QByteArray() : raw.mid(blank + 1);
        bool known = true;
        if (raw.isEmpty() || raw.startsWith('#'))
            continue;
        if (mark == "===") {
            known = ended;
            ended = false;
            transcripts.append(Transcript());
            transcripts.last().name = QString::fromUtf8(text);
            transcripts.last().transaction = usualTransaction();
        } else if (transcripts.isEmpty()) {
            known = false;
        } else if (mark == "set") {
            const qsizetype gap = text.indexOf(' ');
            known = set(transcripts.last(), gap < 0 ? text : text.left(gap),
                        gap < 0 ? QByteArray() : text.mid(gap + 1));
        } else if (mark == "=") {
            known = ended = setOutcome(transcripts.last().outcome, text);
        } else if (ended) {
            known = expect(transcripts.last().outcome, mark, text);
        } else {
            known = takeEvent(transcripts.last(), mark, text);
        }
        if (!known) {
            error = QStringLiteral("%1:%2: %3").arg(file).arg(number).arg(QString::fromUtf8(raw));
            return {};
        }
    }
    return transcripts;
}

} // namespace pennypost
