// SPDX-License-Identifier: GPL-3.0-or-later
//
// A submission server that is quicker than any sender, and counts:
//
//     bench_sink CERTIFICATE.pem [--grace MS] [--round-trip MS] [--chunking]
//
// Writes its certificate to the file and one line of JSON with its ports (implicit TLS, and STARTTLS) and the
// certificate's fingerprint. Once its standard input ends it waits a little for those still connected, writes
// its Tally as a second line and goes.

#include "tests/bench/submission/SinkCertificate.h"
#include "tests/bench/submission/SinkConnection.h"
#include "tests/bench/submission/Sockets.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <vector>

namespace bench {

std::string Tally::text() const
{
    const double seconds = letters > 0 ? std::chrono::duration<double>(last - first).count() : 0.0;
    std::string made(512, '\0');
    const int size =
        std::snprintf(made.data(), made.size(),
                      "{\"connections\": %lld, \"letters\": %lld, \"recipients\": %lld, \"octets\": %lld, "
                      "\"turns\": %lld, \"records\": %lld, \"small\": %lld, \"stalls\": %lld, "
                      "\"seconds\": %.6f}",
                      connections, letters, recipients, octets, turns, records, small, stalls, seconds);
    made.resize(static_cast<size_t>(std::max(size, 0)));
    return made;
}

namespace {

class Sink
{
public:
    Sink(const SinkCertificate &certificate, Patience patience, bool chunking)
        : m_certificate(certificate), m_patience(patience), m_chunking(chunking)
    {
    }

    void announce() const
    {
        std::printf("{\"tls\": %d, \"starttls\": %d, \"sha256\": \"%s\"}\n", portOf(m_implicit.get()),
                    portOf(m_clear.get()), m_certificate.sha256Hex().c_str());
        std::fflush(stdout);
    }

    void run()
    {
        constexpr std::chrono::seconds farewell{3};
        bool ending = false;
        Clock::time_point endingSince;
        while (!ending || (!m_connections.empty() && Clock::now() - endingSince < farewell)) {
            std::vector<pollfd> waiting{
                {ending ? -1 : 0, POLLIN, 0}, {m_implicit.get(), POLLIN, 0}, {m_clear.get(), POLLIN, 0}};
            for (const auto &connection : m_connections)
                waiting.push_back({connection->descriptor(), POLLIN, 0});
            ::poll(waiting.data(), static_cast<nfds_t>(waiting.size()), ending ? 100 : -1);
            for (size_t i = 0; i < m_connections.size(); ++i) {
                if (waiting[i + 3].revents != 0 && !m_connections[i]->work())
                    m_connections[i].reset();
            }
            std::erase(m_connections, nullptr);
            if (waiting[1].revents != 0)
                accept(m_implicit, true);
            if (waiting[2].revents != 0)
                accept(m_clear, false);
            if (waiting[0].revents != 0) {
                ending = true; // it is never written to
                endingSince = Clock::now();
            }
        }
    }

    const Tally &tally() const { return m_tally; }

private:
    void accept(const Descriptor &listener, bool implicitTls)
    {
        for (;;) {
            const int descriptor = ::accept(listener.get(), nullptr, nullptr);
            if (descriptor < 0)
                return;
            if (m_tally.connections++ == 0)
                m_tally.first = Clock::now();
            auto connection = std::make_unique<SinkConnection>(
                descriptor, implicitTls, m_certificate.context.get(), m_patience, m_chunking, m_tally);
            if (connection->work())
                m_connections.push_back(std::move(connection));
        }
    }

    const SinkCertificate &m_certificate;
    Patience m_patience;
    bool m_chunking;
    Descriptor m_implicit{listenOnLoopback()};
    Descriptor m_clear{listenOnLoopback()};
    std::vector<std::unique_ptr<SinkConnection>> m_connections;
    Tally m_tally;
};

} // namespace

} // namespace bench

int main(int argc, char **argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    std::signal(SIGPIPE, SIG_IGN); // NOLINT: a sender that goes early is none of our troubles
    bench::Patience patience;
    bool chunking = false;
    for (size_t i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == "--chunking")
            chunking = true;
        else if (arguments[i] == "--grace" && i + 1 < arguments.size())
            patience.graceMs = std::atoi(arguments[++i].c_str());
        else if (arguments[i] == "--round-trip" && i + 1 < arguments.size())
            patience.roundTripMs = std::atoi(arguments[++i].c_str());
    }
    const bench::SinkCertificate certificate;
    if (arguments.empty() || !certificate.writePem(arguments.front())) {
        std::fputs("bench_sink CERTIFICATE.pem [--grace MS] [--round-trip MS] [--chunking]\n", stderr);
        return 2;
    }
    bench::Sink sink(certificate, patience, chunking);
    sink.announce();
    sink.run();
    std::printf("%s\n", sink.tally().text().c_str());
    return 0;
}
