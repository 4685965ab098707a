// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/LetterSender.h"

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

} // namespace

LetterSender::LetterSender(MimeSource &source, Transport &transport, Clock &clock,
                           std::chrono::milliseconds block, bool holdFinalDot)
    : m_source(source),
      m_transport(transport),
      m_clock(clock),
      m_block(block),
      m_hold(holdFinalDot),
      // One octet more than a small letter has, so that its end shows in the same read.
      m_chunk(std::min(chunkSize, size_t(source.size() + 1)))
{
    m_stuffed.reserve(qsizetype(m_chunk.size()) + qsizetype(m_chunk.size() / 64));
    connect(&transport, &Transport::drained, this, &LetterSender::goOn);
}

void LetterSender::start()
{
    m_source.rewind();
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
        const auto got = m_source.read(m_chunk);
        if (!got) {
            end();
            Q_EMIT unreadable(got.error());
        } else if (*got > 0) {
            m_read += *got;
            m_stuffer.stuff(QByteArrayView(m_chunk.data(), *got), m_stuffed);
            m_written += m_stuffed.size();
            if (m_hold || m_read != m_source.size())
                flush(); // else the dot may come along
        } else if (m_read != m_source.size()) {
            // Its length was announced, and a letter that ends too early must not look complete.
            end();
            Q_EMIT unreadable({MimeError::Kind::FileChanged, {}, {}});
        } else {
            m_state = m_hold ? State::Held : State::DotDue;
            Q_EMIT letterOut();
        }
    }
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
    m_stuffed += m_stuffer.terminator() + m_behindDot;
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
    if (std::exchange(m_handedOver, handedOver) != handedOver) {
        m_lastMove = now;
        // Stuffing makes what is unsent a little more than what was read: no step back.
        const qint64 sent = std::max(m_told, m_read - unsent);
        if (std::exchange(m_told, sent) != sent)
            Q_EMIT progressed(sent);
    } else if (now - m_lastMove >= m_block) {
        end();
        Q_EMIT stalled();
        return;
    }
    if (m_state != State::Ended)
        m_watch = m_clock.after(watchEvery, [this] { watch(); });
}

} // namespace pennypost
