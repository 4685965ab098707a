// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/submission/Tally.h"

#include <string>
#include <string_view>

namespace bench {

/// A submission server's half of a dialogue (RFC 6409), as quick as it can be: takes everything, keeps
/// nothing, finds a letter's end by memchr. Bytes in, replies out; no socket. Used by SinkConnection.
class SinkSession
{
public:
    /// `offersTls`: STARTTLS stands among the extensions until the connection is encrypted.
    SinkSession(Tally &tally, bool offersTls, bool chunking);

    void greet();
    void take(std::string_view bytes);
    /// Gives what is due to the sender and forgets it.
    std::string takeReplies();
    bool hasReplies() const { return !m_replies.empty(); }
    /// After the 220 to STARTTLS; all state goes with encrypted().
    bool wantsTls() const { return m_wantsTls; }
    void encrypted();
    bool isOver() const { return m_over; }
    /// The sender is in the midst of something: a pause here is no waiting for us.
    bool isUnfinished() const { return m_state != State::Commands || !m_line.empty(); }

private:
    enum class State { Commands, SignIn, Letter, Chunk };

    size_t takeLine(std::string_view bytes);
    size_t takeLetter(std::string_view bytes);
    size_t takeChunk(std::string_view bytes);
    void command(std::string_view line);
    void signIn(std::string_view line);
    void chunk(std::string_view line);
    void letterTaken();

    Tally &m_tally;
    bool m_offersTls;
    bool m_chunking;
    State m_state = State::Commands;
    std::string m_line;
    std::string m_replies;
    bool m_wantsTls = false;
    bool m_over = false;
    int m_answersDue = 0; ///< of a sign-in
    long long m_recipients = 0;
    long long m_octets = 0;
    long long m_chunkLeft = 0;
    bool m_lastChunk = false;
    size_t m_matched = 0; ///< of CRLF . CRLF
};

} // namespace bench
