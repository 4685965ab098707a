// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/ReplyParser.h"
#include "core/smtp/SubmissionDialogue.h"

#include <cstdlib>

using namespace pennypost;

namespace {

/// The first octet chooses the protection, the credential, the policy and how the bytes are cut; the rest is
/// the server.
struct Choice
{
    explicit Choice(unsigned octet)
        : protection(Protection(octet % 3)),
          signsIn(octet & 4),
          deliverToRest(octet & 8),
          pieceSize(octet & 16 ? 1 : 0),
          eightBit(octet & 32),
          recipients(octet & 64 ? 150 : 2)
    {
    }
    Protection protection;
    bool signsIn;
    bool deliverToRest;
    qsizetype pieceSize;
    bool eightBit;
    int recipients;
};

Transaction transactionFor(const Choice &choice)
{
    Transaction transaction;
    transaction.envelope.reversePath =
        *SmtpPath::make({{}, QStringLiteral("a"), QStringLiteral("example.org")});
    for (int i = 0; i < choice.recipients; ++i)
        transaction.envelope.forwardPaths.append(
            *SmtpPath::make({{}, QStringLiteral("r%1").arg(i), QStringLiteral("example.org")}));
    transaction.size = 1000;
    transaction.eightBitBody = choice.eightBit;
    if (choice.deliverToRest)
        transaction.partialRefusal = Transaction::PartialRefusal::DeliverToRest;
    return transaction;
}

void demand(bool holds)
{
    if (!holds)
        std::abort();
}

/// One line, one CRLF, at its end; the password only where it is encrypted and marked.
void checkLine(const SendLines::Line &line, bool encrypted)
{
    demand(line.bytes.endsWith("\r\n") && line.bytes.count('\n') == 1 && line.bytes.count('\r') == 1);
    demand(!line.secret || encrypted);
    demand(line.secret || !line.bytes.contains("AHVzZXIAc2VjcmV0")); // base64 of NUL user NUL secret
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const char *data, size_t size);

/// Whatever a server sends: no crash, no line that carries another, no secret in clear, no success without
/// the dot.
int LLVMFuzzerTestOneInput(const char *data, size_t size)
{
    if (size < 1)
        return 0;
    const Choice choice(static_cast<unsigned char>(data[0]));
    QByteArrayView bytes(data + 1, qsizetype(size) - 1);

    Credential credential;
    if (choice.signsIn)
        credential = {Credential::Kind::Password, QStringLiteral("user"), Secret(QByteArray("secret"))};
    SubmissionDialogue dialogue({choice.protection, "[127.0.0.1]", {}}, std::move(credential),
                                transactionFor(choice));
    ReplyParser parser;
    bool encrypted = choice.protection == Protection::ImplicitTls;
    bool dotSent = false;
    dialogue.connected();

    while (!bytes.isEmpty() && !parser.error()) {
        const qsizetype piece = choice.pieceSize > 0 ? choice.pieceSize : bytes.size();
        parser.feed(bytes.first(piece));
        bytes = bytes.sliced(piece);
        while (const auto reply = parser.next()) {
            demand(reply->code >= 100 && reply->code < 600 && !reply->lines.isEmpty());
            for (const QChar c : reply->text())
                demand(c == u'\n' || c.category() != QChar::Other_Control);
            Step step = dialogue.take(*reply);
            if (std::holds_alternative<UpgradeToTls>(step)) {
                demand(!encrypted);
                // A worker would stop at once if anything followed; here the rest plays the encrypted server.
                encrypted = true;
                step = dialogue.encrypted();
            }
            if (std::holds_alternative<SendBody>(step)) {
                dialogue.finalDotSent();
                dotSent = true;
                demand(dialogue.interrupted(Problem::TimedOut).problem == Problem::MayHaveBeenSent);
            }
            if (const auto *lines = std::get_if<SendLines>(&step)) {
                demand(!lines->lines.isEmpty());
                for (const SendLines::Line &line : lines->lines)
                    checkLine(line, encrypted);
            }
            if (std::holds_alternative<Succeeded>(step)) {
                demand(dotSent && std::get<Succeeded>(step).finalReply.code / 10 == 25);
                return 0;
            }
            if (const auto *failed = std::get_if<Failed>(&step)) {
                retryOf(failed->error);
                for (const SendLines::Line &line : failed->lines.lines)
                    checkLine(line, encrypted);
                return 0;
            }
        }
    }
    demand(dialogue.interrupted(Problem::ConnectionLost).problem == Problem::MayHaveBeenSent || !dotSent);
    return 0;
}
