// SPDX-License-Identifier: GPL-3.0-or-later
#include "TranscriptRun.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {

using Kind = Transcript::Event::Kind;

QString shown(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toPercentEncoding(" <>[]:@=*+/-_.,!?()"));
}

QString described(const Reply &reply)
{
    QString text = QString::number(reply.code);
    if (reply.enhanced)
        text += u' ' + reply.enhanced->toString();
    return text;
}

const QString yes = QStringLiteral("yes");
const QString no = QStringLiteral("no");

QString described(RetryAdvice advice)
{
    switch (advice) {
    case RetryAdvice::Never:
        return QStringLiteral("Never");
    case RetryAdvice::Later:
        return QStringLiteral("Later");
    case RetryAdvice::Decide:
        return QStringLiteral("Decide");
    }
    return {};
}

QString described(const QList<RefusedPath> &refused)
{
    QStringList paths;
    for (const RefusedPath &path : refused)
        paths.append(path.path);
    return paths.join(u' ');
}

} // namespace

TranscriptRun::TranscriptRun(const Transcript &transcript, qsizetype pieceSize, qsizetype cutAfter)
    : m_transcript(transcript),
      m_pieceSize(pieceSize),
      m_cutAfter(cutAfter),
      m_dialogue(transcript.settings, transcript.credential(), transcript.transaction)
{
    take(m_dialogue.connected());
    play();
}

void TranscriptRun::play()
{
    const QList<Transcript::Event> &events = m_transcript.events;
    for (qsizetype i = 0; i < events.size() && m_mismatch.isEmpty(); ++i) {
        switch (events[i].kind) {
        case Kind::Server: {
            // Lines without a client's line between them travel together.
            QByteArray bytes = events[i].bytes;
            while (i + 1 < events.size() && events[i + 1].kind == Kind::Server)
                bytes += events[++i].bytes;
            serverSends(bytes);
            break;
        }
        case Kind::Client:
            clientLine(events[i]);
            break;
        case Kind::Handshake:
            if (!std::exchange(m_wantsTls, false) || !m_out.isEmpty()) {
                m_mismatch = QStringLiteral("no TLS was asked for");
                break;
            }
            m_parser = ReplyParser();
            take(m_dialogue.encrypted());
            break;
        case Kind::Answer:
            if (!std::exchange(m_asks, false) || !m_out.isEmpty()) {
                m_mismatch = QStringLiteral("nobody was asked");
                break;
            }
            take(m_dialogue.decide(events[i].bytes == "rest"));
            break;
        default:
            letterGoes(events[i].kind, events[i].bytes == "eightbit");
            break;
        }
        if (m_succeeded || m_failed)
            break;
    }
    if (m_mismatch.isEmpty() && !m_out.isEmpty())
        m_mismatch = QStringLiteral("came out unexpectedly: ") + shown(m_out.first().bytes);
}

void TranscriptRun::serverSends(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && !isOver()) {
        const qsizetype piece = std::min({m_pieceSize, bytes.size(), m_cutAfter - m_fed});
        if (piece == 0) {
            m_cut = true;
            m_failed = Failed{m_dialogue.interrupted(Problem::ConnectionLost), {}};
            m_out.clear();
            return;
        }
        if (m_wantsTls) // the next segment, in clear, while the handshake is due
            return injected();
        m_parser.feed(bytes.first(piece));
        bytes = bytes.sliced(piece);
        m_fed += piece;
        while (!isOver() && !m_wantsTls) {
            const auto reply = m_parser.next();
            if (!reply)
                break;
            take(m_dialogue.take(*reply));
            // In one flight with the letter it may be MAIL or RCPT that is refused: nobody gets it then.
            m_dotSent = m_dotSent && m_dialogue.stage() == Stage::FinalDot && !reply->isFailure();
        }
        if (!isOver() && m_wantsTls && m_parser.hasRest())
            return injected();
        if (!isOver() && m_parser.error())
            m_failed = Failed{m_dialogue.interrupted(Problem::ProtocolViolation), {}};
    }
}

void TranscriptRun::letterGoes(Kind kind, bool eightBit)
{
    using Framing = SendBody::Framing;
    const bool inDots = kind == Kind::Body || kind == Kind::BodyWithoutDot;
    if (!m_wantsBody || !m_out.isEmpty() || (m_wantsBody->framing == Framing::Dots) != inDots) {
        m_mismatch = QStringLiteral("the letter was not asked for, or in the other form");
        return;
    }
    if (m_wantsBody->eightBit != eightBit) {
        m_mismatch = QStringLiteral("the letter was asked for in the wrong one of 7 bits and 8");
        return;
    }
    if (kind == Kind::Chunk)
        return m_dialogue.chunkSent();
    if (m_wantsBody->trial) {
        m_mismatch = QStringLiteral("the last chunk must wait for the first one's reply");
        return;
    }
    m_wantsBody.reset();
    if (kind == Kind::Body || kind == Kind::Chunks) {
        m_dialogue.finalDotSent();
        m_dotSent = true;
    }
}

void TranscriptRun::injected()
{
    if (const auto reply = m_parser.next())
        take(m_dialogue.take(*reply));
    else
        m_failed = Failed{m_dialogue.interrupted(Problem::InjectedBeforeTls), {}};
}

void TranscriptRun::take(Step step)
{
    if (auto *lines = std::get_if<SendLines>(&step))
        m_out += lines->lines;
    else if (std::holds_alternative<UpgradeToTls>(step))
        m_wantsTls = true;
    else if (std::holds_alternative<AskAboutRefused>(step))
        m_asks = true;
    else if (auto *body = std::get_if<SendBody>(&step)) {
        m_out += body->lines.lines;
        m_wantsBody = std::move(*body);
    } else if (std::holds_alternative<ChunkTaken>(step)) {
        if (m_wantsBody)
            m_wantsBody->trial = false;
    } else if (auto *success = std::get_if<Succeeded>(&step))
        m_succeeded = std::move(*success);
    else if (auto *failure = std::get_if<Failed>(&step))
        m_failed = std::move(*failure);
}

void TranscriptRun::clientLine(const Transcript::Event &event)
{
    if (m_out.isEmpty()) {
        m_mismatch = QStringLiteral("nothing came out, wanted: ") + shown(event.bytes);
        return;
    }
    const SendLines::Line line = m_out.takeFirst();
    if (line.bytes != event.bytes)
        m_mismatch = QStringLiteral("came out: %1, wanted: %2").arg(shown(line.bytes), shown(event.bytes));
    else if (line.secret != event.secret)
        m_mismatch = QStringLiteral("wrongly marked as secret or not: ") + shown(line.bytes);
}

QString TranscriptRun::outcomeMismatch() const
{
    const Transcript::Outcome &wanted = m_transcript.outcome;
    QStringList differences;
    const auto compare = [&differences](QLatin1StringView what, const std::optional<QString> &expected,
                                        const QString &actual) {
        if (expected && *expected != actual)
            differences.append(QStringLiteral("%1 is \"%2\", wanted \"%3\"").arg(what, actual, *expected));
    };
    if (!m_succeeded && !m_failed)
        return QStringLiteral("it did not end");

    const QString end = m_succeeded
                            ? QStringLiteral("Succeeded")
                            : nameOf(m_failed->error.problem) + u" at " + nameOf(m_failed->error.stage);
    compare(QLatin1StringView("outcome"),
            wanted.problem ? nameOf(*wanted.problem) + u" at " + nameOf(wanted.stage)
                           : QStringLiteral("Succeeded"),
            end);

    const std::optional<Reply> reply = m_succeeded ? m_succeeded->finalReply : m_failed->error.reply;
    compare(QLatin1StringView("reply"), wanted.reply, reply ? described(*reply) : QStringLiteral("none"));
    compare(QLatin1StringView("text"), wanted.text, reply ? reply->text().replace(u'\n', u'|') : QString());
    compare(QLatin1StringView("refused"), wanted.refused,
            described(m_succeeded ? m_succeeded->refused : m_failed->error.refused));
    if (m_failed)
        compare(QLatin1StringView("delivered"), wanted.delivered, m_failed->error.delivered.join(u' '));
    compare(QLatin1StringView("mechanism"), wanted.mechanism,
            QString::fromLatin1(m_dialogue.mechanismUsed()));
    compare(QLatin1StringView("server"), wanted.server,
            QString::fromUtf8(m_dialogue.capabilities().serverName));
    if (m_failed) {
        compare(QLatin1StringView("detail"), wanted.detail, m_failed->error.detail);
        compare(QLatin1StringView("retry"), wanted.retry, described(retryOf(m_failed->error)));
        compare(QLatin1StringView("doubt"), wanted.doubt,
                m_failed->error.doubt ? nameOf(*m_failed->error.doubt) : QStringLiteral("none"));
        compare(QLatin1StringView("fault"), wanted.fault,
                m_failed->error.signIn ? nameOf(*m_failed->error.signIn) : QStringLiteral("none"));
        if (wanted.limit)
            compare(QLatin1StringView("limit"), QString::number(*wanted.limit),
                    QString::number(m_failed->error.limit));
        if (wanted.letter)
            compare(QLatin1StringView("letter"), QString::number(*wanted.letter),
                    QString::number(m_failed->error.size));
        if (wanted.signedIn)
            compare(QLatin1StringView("signedin"), *wanted.signedIn ? yes : no,
                    m_failed->error.signedIn ? yes : no);
    }
    const bool again = m_failed && m_dialogue.isWorthRepeatingUnpipelined(m_failed->error);
    compare(QLatin1StringView("again"), wanted.again ? yes : no, again ? yes : no);
    const bool unchunked = m_failed && m_dialogue.isWorthRepeatingUnchunked(m_failed->error);
    compare(QLatin1StringView("unchunked"), wanted.unchunked ? yes : no, unchunked ? yes : no);
    const bool trialPassed = m_succeeded && m_succeeded->trialPassed;
    compare(QLatin1StringView("trial"), wanted.trialPassed ? yes : no, trialPassed ? yes : no);
    QList<QByteArray> politeness;
    for (const SendLines::Line &line : m_succeeded ? m_succeeded->lines.lines : m_failed->lines.lines)
        politeness.append(line.bytes.trimmed());
    compare(QLatin1StringView("politeness"), QString::fromLatin1(wanted.politeness.join(' ')),
            QString::fromLatin1(politeness.join(' ')));
    return differences.join(u"; ");
}

} // namespace pennypost
