// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/ReplyParser.h"
#include "core/smtp/SubmissionDialogue.h"

#include <cstdlib>
#include <utility>

using namespace pennypost;

namespace {

/// The first octet chooses the protection, the credential, the policy, how the bytes are cut and whether
/// letters follow the first; the rest is the server.
struct Choice
{
    explicit Choice(unsigned octet)
        : protection(Protection(octet % 3)),
          signsIn(octet & 4),
          deliverToRest(octet & 8),
          pieceSize(octet & 16 ? 1 : 0),
          eightBit(octet & 32),
          recipients(octet & 64 ? 150 : (octet & 32 ? 1 : 2)),
          letters(octet & 128 ? 4 : 1)
    {
    }
    Protection protection;
    bool signsIn;
    bool deliverToRest;
    qsizetype pieceSize;
    bool eightBit;
    int recipients;
    int letters;
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
    using PartialRefusal = Transaction::PartialRefusal;
    if (choice.deliverToRest)
        transaction.partialRefusal = choice.letters > 1 ? PartialRefusal::Ask : PartialRefusal::DeliverToRest;
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

/// A SubmissionWorker without transport and letter: what it would do with each step, and what must hold then.
class Client
{
public:
    explicit Client(const Choice &choice)
        : m_choice(choice),
          m_dialogue(settingsFor(choice), credentialFor(choice), transactionFor(choice)),
          m_encrypted(choice.protection == Protection::ImplicitTls)
    {
        m_dialogue.connected();
    }

    bool isOver() const { return m_over; }
    void take(const Reply &reply)
    {
        demand(reply.code >= 100 && reply.code < 600 && !reply.lines.isEmpty());
        for (const QChar c : reply.text())
            demand(c == u'\n' || c.category() != QChar::Other_Control);
        perform(m_dialogue.take(reply));
        if (std::exchange(m_held, false))
            lastOctets();
    }
    void endOfInput() const
    {
        if (m_over)
            return;
        const SubmissionError error = m_dialogue.interrupted(Problem::ConnectionLost);
        // In one flight with the letter MAIL or RCPT may have been refused, or a chunk: then nobody has it.
        const bool refused = error.problem != Problem::ConnectionLost && error.reply;
        demand((error.problem == Problem::MayHaveBeenSent) ==
               (m_dialogue.stage() == Stage::FinalDot && !refused));
    }

private:
    static DialogueSettings settingsFor(const Choice &choice)
    {
        DialogueSettings settings;
        settings.protection = choice.protection;
        settings.chunking = DialogueSettings::Chunking::Trial;
        settings.makeNonce = [] { return QByteArray("the same each time"); };
        return settings;
    }
    static Credential credentialFor(const Choice &choice)
    {
        if (!choice.signsIn)
            return {};
        return {Credential::Kind::Password, QStringLiteral("user"), Secret(QByteArray("secret"))};
    }

    void perform(Step step)
    {
        if (std::holds_alternative<UpgradeToTls>(step)) {
            demand(!m_encrypted);
            // A worker would stop at once if anything followed; here the rest plays the encrypted server.
            m_encrypted = true;
            step = m_dialogue.encrypted();
        }
        if (std::holds_alternative<AskAboutRefused>(step)) {
            const auto &question = std::get<AskAboutRefused>(step);
            demand(!question.refused.isEmpty() && question.accepted > 0);
            step = m_dialogue.decide(question.refused.size() % 2 == 1);
        }
        if (const auto *body = std::get_if<SendBody>(&step)) {
            check(body->lines);
            sendBody(*body);
        }
        if (std::holds_alternative<ChunkTaken>(step) && std::exchange(m_onTrial, false))
            lastOctets();
        if (const auto *lines = std::get_if<SendLines>(&step)) {
            demand(!lines->lines.isEmpty());
            check(*lines);
        }
        if (const auto *succeeded = std::get_if<Succeeded>(&step)) {
            demand(m_dotSent && succeeded->finalReply.code / 10 == 25);
            ended();
        } else if (const auto *failed = std::get_if<Failed>(&step)) {
            retryOf(failed->error);
            check(failed->lines);
            demand(m_dotSent || failed->error.problem != Problem::MayHaveBeenSent);
            demand(m_dotSent || failed->error.delivered.isEmpty());
            ended();
        }
    }

    void sendBody(const SendBody &body)
    {
        m_inOneFlight = !body.lines.lines.isEmpty();
        m_onTrial = body.trial;
        if (body.framing == SendBody::Framing::Chunks && (body.trial || m_choice.pieceSize == 1))
            m_dialogue.chunkSent();
        m_held = m_inOneFlight && m_choice.pieceSize == 1;
        if (!m_onTrial && !m_held)
            lastOctets();
    }

    void lastOctets()
    {
        m_dialogue.finalDotSent();
        m_dotSent = true;
        demand(m_inOneFlight ||
               m_dialogue.interrupted(Problem::TimedOut).problem == Problem::MayHaveBeenSent);
        if (m_begun == m_choice.letters)
            return;
        if (const auto lines = m_dialogue.follow(transactionFor(m_choice))) {
            check(*lines);
            ++m_begun;
            m_followed = true;
        }
    }

    void ended()
    {
        m_dotSent = false;
        m_held = false;
        m_onTrial = false;
        if (std::exchange(m_followed, false)) {
            m_over = m_dialogue.stage() != Stage::MailFrom; // it went with the one before
            return;
        }
        m_over = m_begun == m_choice.letters || !m_dialogue.canGoOn();
        if (m_over)
            return;
        ++m_begun;
        check(m_dialogue.clear());
        perform(m_dialogue.next(transactionFor(m_choice)));
    }

    void check(const SendLines &lines) const
    {
        for (const SendLines::Line &line : lines.lines)
            checkLine(line, m_encrypted);
    }

    const Choice &m_choice;
    SubmissionDialogue m_dialogue;
    bool m_encrypted;
    bool m_dotSent = false;
    bool m_onTrial = false;
    bool m_held = false;
    bool m_inOneFlight = false;
    bool m_followed = false;
    bool m_over = false;
    int m_begun = 1;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const char *data, size_t size);

/// Whatever a server sends: no crash, no line that carries another, no secret in clear, no success and no
/// doubt without the dot, for none of several letters.
int LLVMFuzzerTestOneInput(const char *data, size_t size)
{
    if (size < 1)
        return 0;
    const Choice choice(static_cast<unsigned char>(data[0]));
    QByteArrayView bytes(data + 1, qsizetype(size) - 1);
    Client client(choice);
    ReplyParser parser;
    while (!bytes.isEmpty() && !parser.error()) {
        const qsizetype piece = choice.pieceSize > 0 ? choice.pieceSize : bytes.size();
        parser.feed(bytes.first(piece));
        bytes = bytes.sliced(piece);
        while (const auto reply = parser.next()) {
            client.take(*reply);
            if (client.isOver())
                return 0;
        }
    }
    client.endOfInput();
    return 0;
}
