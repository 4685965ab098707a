// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/submission/SinkSession.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstring>
#include <utility>

namespace bench {

namespace {

constexpr std::string_view terminator = "\r\n.\r\n";

bool startsWith(std::string_view line, std::string_view verb)
{
    const auto same = [](char a, char b) { return std::toupper(static_cast<unsigned char>(a)) == b; };
    return line.size() >= verb.size() &&
           std::equal(verb.begin(), verb.end(), line.begin(),
                      [&](char upper, char given) { return same(given, upper); });
}

} // namespace

SinkSession::SinkSession(Tally &tally, bool offersTls, bool chunking)
    : m_tally(tally), m_offersTls(offersTls), m_chunking(chunking)
{
}

void SinkSession::greet()
{
    // With a name that is known to stand BDAT: without one it would be tried first.
    m_replies += m_chunking ? "220 sink.example ESMTP Postfix it is not\r\n" : "220 sink.example ESMTP\r\n";
}

std::string SinkSession::takeReplies()
{
    return std::exchange(m_replies, {});
}

void SinkSession::encrypted()
{
    m_wantsTls = false;
    m_offersTls = false;
    m_line.clear();
}

void SinkSession::take(std::string_view bytes)
{
    while (!bytes.empty() && !m_wantsTls && !m_over) {
        size_t used = 0;
        if (m_state == State::Letter)
            used = takeLetter(bytes);
        else if (m_state == State::Chunk)
            used = takeChunk(bytes);
        else
            used = takeLine(bytes);
        bytes.remove_prefix(used);
    }
}

size_t SinkSession::takeLine(std::string_view bytes)
{
    const size_t end = bytes.find('\n');
    const size_t used = end == std::string_view::npos ? bytes.size() : end + 1;
    m_line += bytes.substr(0, used);
    if (end == std::string_view::npos)
        return used;
    const std::string line = std::exchange(m_line, {});
    if (m_state == State::SignIn)
        signIn(line);
    else
        command(line);
    return used;
}

/// Most letters hold hardly a dot: nothing but the next one is looked for, and what stands before it.
size_t SinkSession::takeLetter(std::string_view bytes)
{
    size_t at = 0;
    while (at < bytes.size()) {
        const char byte = bytes[at];
        if (byte == terminator[m_matched]) {
            ++at;
            if (++m_matched == terminator.size()) {
                m_octets += static_cast<long long>(at) - 3; // the dot's line is not the letter's
                letterTaken();
                return at;
            }
            continue;
        }
        if (m_matched == 3)
            --m_octets; // a dot that was stuffed
        m_matched = byte == '\r' ? 1 : 0;
        ++at;
        if (m_matched != 0 || at == bytes.size())
            continue;
        const void *dot = std::memchr(bytes.data() + at, '.', bytes.size() - at);
        const size_t next =
            dot ? static_cast<size_t>(static_cast<const char *>(dot) - bytes.data()) : bytes.size();
        if (next >= at + 2)
            at = next - 2; // the CRLF that may stand before it, or before the next read's first octet
    }
    m_octets += static_cast<long long>(bytes.size());
    return bytes.size();
}

size_t SinkSession::takeChunk(std::string_view bytes)
{
    const size_t used = std::min(bytes.size(), static_cast<size_t>(m_chunkLeft));
    m_octets += static_cast<long long>(used);
    m_chunkLeft -= static_cast<long long>(used);
    if (m_chunkLeft > 0)
        return used;
    m_state = State::Commands;
    if (m_lastChunk)
        letterTaken();
    else
        m_replies += "250 2.0.0 go on\r\n";
    return used;
}

void SinkSession::letterTaken()
{
    m_state = State::Commands;
    ++m_tally.letters;
    m_tally.recipients += std::exchange(m_recipients, 0);
    m_tally.octets += std::exchange(m_octets, 0);
    m_tally.last = Clock::now();
    m_replies += "250 2.0.0 taken\r\n";
}

void SinkSession::signIn(std::string_view)
{
    // Whatever the password is: this measures time.
    if (--m_answersDue > 0) {
        m_replies += "334 UGFzc3dvcmQ6\r\n";
        return;
    }
    m_state = State::Commands;
    m_replies += "235 2.7.0 welcome\r\n";
}

void SinkSession::chunk(std::string_view line)
{
    line.remove_prefix(std::strlen("BDAT "));
    std::from_chars(line.data(), line.data() + line.size(), m_chunkLeft);
    m_lastChunk = line.find("LAST") != std::string_view::npos;
    m_state = State::Chunk;
    if (m_chunkLeft == 0)
        takeChunk({});
}

void SinkSession::command(std::string_view line)
{
    if (startsWith(line, "EHLO")) {
        m_replies +=
            "250-sink.example\r\n250-PIPELINING\r\n250-SIZE 0\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-DSN\r\n";
        if (m_chunking)
            m_replies += "250-CHUNKING\r\n";
        m_replies += m_offersTls ? "250-STARTTLS\r\n" : "250-AUTH PLAIN LOGIN\r\n";
        m_replies += "250 ENHANCEDSTATUSCODES\r\n";
    } else if (startsWith(line, "STARTTLS") && m_offersTls) {
        m_replies += "220 2.0.0 ready\r\n";
        m_wantsTls = true;
    } else if (startsWith(line, "AUTH LOGIN")) {
        m_answersDue = 2;
        m_state = State::SignIn;
        m_replies += "334 VXNlcm5hbWU6\r\n";
    } else if (startsWith(line, "AUTH PLAIN ")) {
        m_replies += "235 2.7.0 welcome\r\n";
    } else if (startsWith(line, "AUTH PLAIN")) {
        m_answersDue = 1;
        m_state = State::SignIn;
        m_replies += "334 \r\n";
    } else if (startsWith(line, "RCPT")) {
        ++m_recipients;
        m_replies += "250 2.1.5 ok\r\n";
    } else if (startsWith(line, "DATA")) {
        m_state = State::Letter;
        m_matched = 2; // the command's own line end counts
        m_replies += "354 go\r\n";
    } else if (startsWith(line, "BDAT ") && m_chunking) {
        chunk(line);
    } else if (startsWith(line, "QUIT")) {
        m_replies += "221 2.0.0 bye\r\n";
        m_over = true;
    } else if (startsWith(line, "MAIL") || startsWith(line, "RSET")) {
        m_recipients = 0;
        m_replies += "250 2.0.0 ok\r\n";
    } else if (startsWith(line, "NOOP") || startsWith(line, "HELO")) {
        m_replies += "250 2.0.0 ok\r\n";
    } else {
        m_replies += "502 5.5.2 what?\r\n";
    }
}

} // namespace bench
