// SPDX-License-Identifier: GPL-3.0-or-later
//
// The limit: as little as can be done to get the same letters across. Reads, encodes by vector instructions,
// writes TLS straight to a blocking socket; everything that may share a flight does (RFC 2920), a letter's
// final dot and the next letter's MAIL, RCPT and DATA too. No checks, no time limits, no window: nobody
// should use it. See Task.h.

#include "core/mime/Base64.h"
#include "tests/bench/submission/OpenSslTypes.h"
#include "tests/bench/submission/Sockets.h"
#include "tests/bench/submission/Task.h"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <vector>

namespace {

constexpr size_t portion = size_t(57) * 4096;

[[noreturn]] void fail(const char *why)
{
    std::fprintf(stderr, "limit: %s\n", why);
    std::exit(1);
}

/// A line to the server, blocking.
class Line
{
public:
    explicit Line(uint16_t port) : m_socket(bench::connectToLoopback(port)) {}

    void encrypt()
    {
        m_ssl.reset(SSL_new(m_context.get()));
        SSL_set_fd(m_ssl.get(), m_socket.get());
        if (SSL_connect(m_ssl.get()) != 1)
            fail("handshake");
    }

    void write(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const ssize_t sent = m_ssl ? SSL_write(m_ssl.get(), bytes.data(), static_cast<int>(bytes.size()))
                                       : ::send(m_socket.get(), bytes.data(), bytes.size(), 0);
            if (sent <= 0)
                fail("write");
            bytes.remove_prefix(static_cast<size_t>(sent));
        }
    }

    /// Waits for so many replies; all must be good ones.
    void expect(int replies)
    {
        while (replies > 0) {
            const size_t end = m_input.find('\n', m_taken);
            if (end == std::string::npos) {
                m_input.erase(0, m_taken);
                m_taken = 0;
                read();
                continue;
            }
            const std::string_view line(m_input.data() + m_taken, end - m_taken);
            if (line.size() < 4 || (line[0] != '2' && line[0] != '3'))
                fail("refused");
            replies -= line[3] == '-' ? 0 : 1;
            m_taken = end + 1;
        }
    }

private:
    void read()
    {
        char bytes[16384];
        const ssize_t got = m_ssl ? SSL_read(m_ssl.get(), bytes, sizeof bytes)
                                  : ::recv(m_socket.get(), bytes, sizeof bytes, 0);
        if (got <= 0)
            fail("read");
        m_input.append(bytes, static_cast<size_t>(got));
    }

    bench::ContextPointer m_context{SSL_CTX_new(TLS_client_method())};
    bench::Descriptor m_socket;
    bench::SslPointer m_ssl;
    std::string m_input;
    size_t m_taken = 0;
};

std::string header(int number)
{
    return "From: alice@example.org\r\nTo: bob@example.org\r\nSubject: A letter\r\nDate: Thu, 01 Jan 2026 "
           "12:00:00 "
           "+0000\r\nMessage-ID: <" +
           std::to_string(number) + "@example.org>\r\nMIME-Version: 1.0\r\n";
}

std::string smallLetter(int number)
{
    std::string letter = header(number) + "Content-Type: text/plain\r\n\r\n";
    for (const char byte : bench::smallText())
        letter += byte == '\n' ? std::string("\r\n") : std::string(1, byte);
    return letter;
}

std::string envelope(int recipients)
{
    std::string flight = "MAIL FROM:<alice@example.org>\r\n";
    for (int i = 0; i < recipients; ++i)
        flight += "RCPT TO:<r" + std::to_string(i) + "@example.org>\r\n";
    return flight + "DATA\r\n";
}

void sendLarge(Line &line, const std::string &path)
{
    const bench::Descriptor file(::open(path.c_str(), O_RDONLY));
    std::vector<char> in(portion);
    std::vector<char> out(portion / 57 * 78);
    line.write(header(1) +
               "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n");
    for (;;) {
        size_t filled = 0;
        while (filled < portion) {
            const ssize_t got = ::read(file.get(), in.data() + filled, portion - filled);
            if (got < 0)
                fail("file");
            if (got == 0)
                break;
            filled += static_cast<size_t>(got);
        }
        const char *end = pennypost::base64::encodeLines(in.data(), static_cast<qint64>(filled), out.data());
        line.write({out.data(), static_cast<size_t>(end - out.data())});
        if (filled < portion)
            return;
    }
}

} // namespace

int main(int argc, char **argv)
{
    const auto task = bench::Task::from(argc, argv);
    if (!task)
        return 2;
    Line line(task->port);
    if (task->startTls) {
        line.expect(1);
        line.write("EHLO [127.0.0.1]\r\n");
        line.expect(1);
        line.write("STARTTLS\r\n");
        line.expect(1);
        line.encrypt();
    } else {
        line.encrypt();
        line.expect(1);
    }
    line.write("EHLO [127.0.0.1]\r\n");
    line.expect(1);
    line.write("AUTH PLAIN AG1lAHNlY3JldA==\r\n");
    line.expect(1);

    const std::string to = envelope(task->recipients);
    const int envelopeReplies = task->recipients + 2;
    if (!task->attachment.empty()) {
        line.write(to);
        line.expect(envelopeReplies);
        sendLarge(line, task->attachment);
        line.write(".\r\n");
        line.expect(1);
    }
    bool asked = false; // the envelope has gone out with the former letter
    for (int i = 0; task->attachment.empty() && i < task->letters; ++i) {
        if (!asked) {
            line.write(to);
            line.expect(envelopeReplies);
        }
        asked = !task->oneByOne && i + 1 < task->letters;
        line.write(smallLetter(i) + ".\r\n" + (asked ? to : std::string()));
        line.expect(asked ? 1 + envelopeReplies : 1);
    }
    line.write("QUIT\r\n");
    line.expect(1);
    return 0;
}
