// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/submission/SinkConnection.h"

#include "tests/bench/submission/Sockets.h"

#include <cerrno>
#include <poll.h>
#include <sys/socket.h>

namespace bench {

namespace {

constexpr size_t bufferSize = 64 * 1024;
constexpr size_t smallRecord = 64;
constexpr std::chrono::milliseconds stall{30};

} // namespace

SinkConnection::SinkConnection(int descriptor, bool implicitTls, SSL_CTX *context, Patience patience,
                               bool chunking, Tally &tally)
    : m_socket(descriptor),
      m_context(context),
      m_patience(patience),
      m_tally(tally),
      m_session(tally, !implicitTls, chunking),
      m_buffer(bufferSize),
      m_handshaking(implicitTls),
      m_owesGreeting(true),
      m_readAt(Clock::now())
{
    makeNonBlocking(descriptor);
    sendAtOnce(descriptor);
}

bool SinkConnection::work()
{
    if (m_handshaking && !shakeHands())
        return true;
    if (m_owesGreeting && !m_handshaking) {
        m_owesGreeting = false;
        m_session.greet();
        if (!flush())
            return false;
    }
    for (;;) {
        const Got got = read();
        if (got == Got::End) {
            turn();
            return false;
        }
        if (got == Got::Bytes) {
            m_session.take({m_buffer.data(), m_filled});
            if (!m_session.wantsTls() && !m_session.isOver())
                continue;
        } else if (m_session.hasReplies() && moreSoon()) {
            continue;
        }
        if (m_session.hasReplies() && !flush())
            return false;
        if (m_session.wantsTls()) {
            turn();
            m_session.encrypted();
            m_handshaking = true;
            return shakeHands() ? work() : true;
        }
        if (m_session.isOver()) {
            turn();
            if (m_ssl)
                SSL_shutdown(m_ssl.get());
            return false;
        }
        return true;
    }
}

bool SinkConnection::shakeHands()
{
    if (!m_ssl) {
        m_ssl.reset(SSL_new(m_context));
        SSL_set_fd(m_ssl.get(), m_socket.get());
    }
    // A failed one ends at the next read.
    if (const int done = SSL_accept(m_ssl.get());
        done != 1 && SSL_get_error(m_ssl.get(), done) == SSL_ERROR_WANT_READ)
        return false;
    m_handshaking = false;
    m_readAt = Clock::now();
    return true;
}

SinkConnection::Got SinkConnection::read()
{
    if (m_ssl) {
        if (SSL_read_ex(m_ssl.get(), m_buffer.data(), m_buffer.size(), &m_filled) == 1) {
            count(m_filled);
            return Got::Bytes;
        }
        return SSL_get_error(m_ssl.get(), 0) == SSL_ERROR_WANT_READ ? Got::Nothing : Got::End;
    }
    const ssize_t got = ::recv(m_socket.get(), m_buffer.data(), m_buffer.size(), 0);
    if (got > 0) {
        m_filled = static_cast<size_t>(got);
        count(m_filled);
        return Got::Bytes;
    }
    return got < 0 && (errno == EAGAIN || errno == EINTR) ? Got::Nothing : Got::End;
}

void SinkConnection::count(size_t octets)
{
    ++m_tally.records;
    if (octets < smallRecord)
        ++m_tally.small;
    const auto now = Clock::now();
    if (m_replied && now - m_repliedAt < std::chrono::milliseconds(m_patience.roundTripMs))
        m_replied = false; // it was under way already
    else if (!m_replied && m_session.isUnfinished() && now - m_readAt > stall)
        ++m_tally.stalls;
    turn();
    m_readAt = now;
}

void SinkConnection::turn()
{
    if (m_replied)
        ++m_tally.turns;
    m_replied = false;
}

bool SinkConnection::moreSoon() const
{
    pollfd waiting{m_socket.get(), POLLIN, 0};
    return m_patience.graceMs > 0 && ::poll(&waiting, 1, m_patience.graceMs) > 0;
}

/// Replies are short: they always fit into the socket's buffer, save for a thousand to one flight, which may
/// wait.
bool SinkConnection::flush()
{
    const std::string replies = m_session.takeReplies();
    size_t done = 0;
    while (done < replies.size()) {
        size_t now = 0;
        if (m_ssl) {
            if (SSL_write_ex(m_ssl.get(), replies.data() + done, replies.size() - done, &now) != 1 &&
                SSL_get_error(m_ssl.get(), 0) != SSL_ERROR_WANT_WRITE)
                return false;
        } else if (const ssize_t sent =
                       ::send(m_socket.get(), replies.data() + done, replies.size() - done, 0);
                   sent > 0) {
            now = static_cast<size_t>(sent);
        } else if (errno != EAGAIN && errno != EINTR) {
            return false;
        }
        done += now;
        if (now == 0) {
            pollfd waiting{m_socket.get(), POLLOUT, 0};
            ::poll(&waiting, 1, 1000);
        }
    }
    m_replied = true;
    m_repliedAt = Clock::now();
    return true;
}

} // namespace bench
