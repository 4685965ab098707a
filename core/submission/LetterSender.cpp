// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/LetterSender.h"

#include "core/smtp/Command.h"

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {

using namespace std::chrono_literals;

constexpr auto watchEvery = 50ms;
constexpr size_t chunkSize = size_t(128) * 1024;
constexpr qint64 inFlight = qint64(1024) * 1024;
/// With no more than this in the buffers the final dot may follow. The less it is, the fewer letters are
/// lost "maybe after the dot" when in truth the dot never left.
constexpr qint64 lowWater = qint64(256) * 1024;
/// Of a chunk in the sense of RFC 3030: few announcements, and none that a server could find too large.
constexpr qint64 announcedSize = qint64(1024) * 1024;
/// What of a letter in chunks is held back in place of a dot: its last line end, whole.
constexpr qint64 tailSize = 2;
/// The first chunk of a trial: no line, and so no command to a server that does not count octets.
constexpr qint64 probeSize = 2;
/// The rest of it goes in two chunks, that the end need not be in doubt; as SubmissionDialogue has it.
constexpr qint64 smallLetter = qint64(64) * 1024;

} // namespace

LetterSender::LetterSender(MimeSource &source, Transport &transport, Clock &clock, const TimeLimits &limits,
                           bool holdFinalDot, SendBody::Framing framing, bool trial)
    : m_source(source),
      m_transport(transport),
      m_clock(clock),
      m_limits(limits),
      m_hold(holdFinalDot),
      m_chunks(framing == SendBody::Framing::Chunks),
      m_trial(m_chunks && trial),
      // One octet more than a small letter has, so that its end shows in the same read.
      m_chunk(std::min(chunkSize, size_t(source.size() + 1)))
{
    m_stuffed.reserve(qsizetype(m_chunk.size()) + qsizetype(m_chunk.size() / 64));
    connect(&transport, &Transport::drained, this, &LetterSender::goOn);
}

void LetterSender::start(const QByteArray &ahead)
{
    m_source.rewind();
    m_stuffed += ahead;
    if (m_trial)
        m_toHear = ahead.isEmpty() && m_source.size() <= smallLetter ? 2 : 1;
    m_state = State::Reading;
    m_lastMove = m_clock.monotonic();
    goOn();
    if (m_state != State::Ended && !m_watch)
        m_watch = m_clock.after(watchEvery, [this] { watch(); });
}

void LetterSender::stop()
{
    end();
}

void LetterSender::releaseFinalDot()
{
    if (m_state != State::Held)
        return;
    m_state = State::DotDue;
    goOn();
}

void LetterSender::goOn()
{
    if (m_state == State::Reading)
        read();
    if (m_state == State::DotDue)
        sendFinalDotIfFree();
}

void LetterSender::read()
{
    while (m_state == State::Reading && m_transport.unsent() + qint64(chunkSize) <= inFlight) {
        const bool probes = m_toHear > 0 && m_framed < probeSize;
        const auto got = m_source.read(probes ? std::span(m_chunk).first(size_t(probeSize - m_framed))
                                              : std::span(m_chunk));
        if (!got) {
            end();
            Q_EMIT unreadable(got.error());
        } else if (*got > 0) {
            m_read += *got;
            if (!take(QByteArrayView(m_chunk.data(), *got)))
                return changed();
            m_written += m_stuffed.size();
            if (m_hold || m_toHear > 0 || m_read != m_source.size())
                flush(); // else the dot may come along
            if (probes && m_framed == probeSize)
                awaitChunk();
        } else if (m_read != m_source.size()) {
            return changed();
        } else {
            allRead();
        }
    }
}

/// Its length was announced, and a letter that ends too early must not look complete.
void LetterSender::changed()
{
    end();
    Q_EMIT unreadable({MimeError::Kind::FileChanged, {}, {}});
}

/// False if there is more of it than was announced.
bool LetterSender::take(QByteArrayView piece)
{
    if (!m_chunks) {
        m_stuffer.stuff(piece, m_stuffed);
        return true;
    }
    if (m_read > m_source.size())
        return false;
    const qint64 body = m_source.size() - std::min(tailSize, m_source.size());
    while (!piece.isEmpty()) {
        const bool isTail = m_framed >= body;
        if (m_framed == m_announced && !(m_toHear > 0 && isTail))
            announceChunk();
        const qint64 end = isTail ? m_source.size() : std::min(m_announced, body);
        const QByteArrayView part = piece.first(std::min(qint64(piece.size()), end - m_framed));
        (isTail ? m_tail : m_stuffed) += part;
        m_framed += part.size();
        piece = piece.sliced(part.size());
    }
    return true;
}

void LetterSender::announceChunk()
{
    const qint64 left = m_source.size() - m_announced;
    // The tail lies in one chunk, the last.
    qint64 octets = left < announcedSize + tailSize ? left : announcedSize;
    if (m_toHear > 0)
        octets = m_announced == 0 ? probeSize : left - tailSize;
    m_announced += octets;
    const bool last = m_announced == m_source.size();
    Q_EMIT chunkGoes(octets, last);
    m_stuffed += command::bdat(octets, last);
}

void LetterSender::awaitChunk()
{
    m_state = State::OnTrial;
    m_lastMove = m_clock.monotonic();
}

void LetterSender::chunkTaken()
{
    if (m_state != State::OnTrial)
        return;
    --m_toHear;
    m_state = State::Reading;
    goOn();
}

void LetterSender::allRead()
{
    if (m_toHear > 0)
        return awaitChunk();
    m_state = m_hold ? State::Held : State::DotDue;
    Q_EMIT letterOut();
}

void LetterSender::sendFinalDotIfFree()
{
    if (m_transport.unsent() + m_stuffed.size() >= lowWater)
        flush();
    if (m_transport.unsent() >= lowWater)
        return;
    end();
    m_dotOut = true;
    Q_EMIT finalDotGoes();
    if (m_chunks && m_announced < m_source.size()) // the trial was passed
        announceChunk();
    m_stuffed += (m_chunks ? m_tail : m_stuffer.terminator()) + m_behindDot;
    flush(); // one write a flight: the end of the letter, its dot and what follows
}

void LetterSender::flush()
{
    if (m_stuffed.isEmpty())
        return;
    m_transport.write(m_stuffed);
    m_stuffed.resize(0); // keeps its memory
}

void LetterSender::end()
{
    m_state = State::Ended;
    m_watch.reset();
}

void LetterSender::watch()
{
    const auto now = m_clock.monotonic();
    const qint64 unsent = m_transport.unsent();
    const qint64 handedOver = m_written - unsent;
    const bool isProbing = m_state == State::OnTrial && m_framed == probeSize;
    if (std::exchange(m_handedOver, handedOver) != handedOver) {
        m_lastMove = now;
        // Stuffing makes what is unsent a little more than what was read: no step back.
        const qint64 sent = std::max(m_told, m_read - unsent);
        if (std::exchange(m_told, sent) != sent)
            Q_EMIT progressed(sent);
    } else if (now - m_lastMove >= (isProbing ? m_limits.trial : m_limits.block)) {
        end();
        Q_EMIT stalled();
        return;
    }
    if (m_state != State::Ended)
        m_watch = m_clock.after(watchEvery, [this] { watch(); });
}

} // namespace pennypost
