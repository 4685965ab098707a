// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/submission/OpenSslTypes.h"
#include "tests/bench/submission/SinkSession.h"

#include <vector>

namespace bench {

/// How a Sink tells that a sender waited for its replies.
struct Patience
{
    /// Before it replies the Sink waits so long for more input: who pipelines has it on its way. For counting
    /// turns without a cable, with one sender at a time.
    int graceMs = 0;
    /// Input that comes sooner than this after a reply was not waited for it: the round trip of a cable.
    int roundTripMs = 0;
};

/// One connection of the Sink: carries bytes between a socket, with or without TLS, and a SinkSession, and
/// counts.
class SinkConnection
{
public:
    /// Takes the descriptor over. `implicitTls`: nothing is said in clear.
    SinkConnection(int descriptor, bool implicitTls, SSL_CTX *context, Patience patience, bool chunking,
                   Tally &tally);

    int descriptor() const { return m_socket.get(); }
    /// All that can be done without waiting, beyond the patience; false once it is over.
    bool work();

private:
    enum class Got { Bytes, Nothing, End };

    bool shakeHands();
    Got read();
    void count(size_t octets);
    bool flush();
    bool moreSoon() const;
    void turn();

    Descriptor m_socket;
    SslPointer m_ssl;
    SSL_CTX *m_context;
    Patience m_patience;
    Tally &m_tally;
    SinkSession m_session;
    std::vector<char> m_buffer;
    size_t m_filled = 0;
    bool m_handshaking;
    bool m_owesGreeting;
    bool m_replied = false; ///< and nothing has come in since
    Clock::time_point m_repliedAt;
    Clock::time_point m_readAt;
};

} // namespace bench
