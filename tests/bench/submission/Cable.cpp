// SPDX-License-Identifier: GPL-3.0-or-later
//
// A cable of a certain length: passes every connection on, each octet late by half the round trip, in order
// and at any rate.
//
//     bench_cable PORT ROUND_TRIP_MS
//
// Writes its own port as a line. The TCP handshake itself is not delayed: a real cable costs one turn more.
// Ends with its standard input.

#include "tests/bench/submission/OpenSslTypes.h"
#include "tests/bench/submission/Sockets.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <memory>
#include <poll.h>
#include <string>
#include <sys/resource.h>
#include <sys/socket.h>
#include <vector>

namespace {

using SteadyClock = std::chrono::steady_clock;

struct Lateness
{
    SteadyClock::duration sum{};
    long long pieces = 0;

    double milliseconds() const
    {
        const std::chrono::duration<double, std::milli> all = sum;
        return pieces > 0 ? all.count() / static_cast<double>(pieces) : 0.0;
    }
};

/// From one end to the other.
class Strand
{
public:
    Strand(int from, int to, SteadyClock::duration delay, Lateness &lateness)
        : m_from(from), m_to(to), m_delay(delay), m_lateness(lateness)
    {
    }

    void read()
    {
        std::string bytes(size_t(64) * 1024, '\0');
        const ssize_t got = ::recv(m_from, bytes.data(), bytes.size(), 0);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        m_readAll = got <= 0;
        bytes.resize(m_readAll ? 0 : static_cast<size_t>(got));
        m_pieces.push_back({SteadyClock::now() + m_delay, std::move(bytes)}); // an empty one is the end
    }

    /// What has come far enough.
    void write()
    {
        while (!m_pieces.empty() && m_pieces.front().due <= SteadyClock::now()) {
            Piece &piece = m_pieces.front();
            if (piece.bytes.empty()) {
                ::shutdown(m_to, SHUT_WR);
                m_over = true;
                m_pieces.clear();
                return;
            }
            const ssize_t sent = ::send(m_to, piece.bytes.data() + m_sent, piece.bytes.size() - m_sent, 0);
            if (sent < 0) {
                m_blocked = errno == EAGAIN || errno == EINTR;
                if (!m_blocked)
                    m_over = m_readAll = true;
                return;
            }
            m_blocked = false;
            m_sent += static_cast<size_t>(sent);
            if (m_sent < piece.bytes.size())
                continue;
            m_lateness.sum += SteadyClock::now() - piece.due;
            ++m_lateness.pieces;
            m_sent = 0;
            m_pieces.pop_front();
        }
    }

    bool wantsInput() const { return !m_readAll; }
    bool isBlocked() const { return m_blocked; }
    bool isOver() const { return m_over; }
    SteadyClock::time_point due() const
    {
        return m_pieces.empty() || m_blocked ? SteadyClock::time_point::max() : m_pieces.front().due;
    }

private:
    struct Piece
    {
        SteadyClock::time_point due;
        std::string bytes;
    };

    int m_from;
    int m_to;
    SteadyClock::duration m_delay;
    Lateness &m_lateness;
    std::deque<Piece> m_pieces;
    size_t m_sent = 0; ///< of the first
    bool m_readAll = false;
    bool m_blocked = false;
    bool m_over = false;
};

struct Pair
{
    /// Takes both descriptors over.
    Pair(int nearEnd, int farEnd, SteadyClock::duration delay, Lateness &lateness)
        : near(nearEnd),
          far(farEnd),
          there(nearEnd, farEnd, delay, lateness),
          back(farEnd, nearEnd, delay, lateness)
    {
        for (const int end : {nearEnd, farEnd}) {
            bench::makeNonBlocking(end);
            bench::sendAtOnce(end);
        }
    }
    bool isOver() const { return there.isOver() && back.isOver(); }

    bench::Descriptor near;
    bench::Descriptor far;
    Strand there;
    Strand back;
};

short eventsFor(const Strand &in, const Strand &out)
{
    return static_cast<short>((in.wantsInput() ? POLLIN : 0) | (out.isBlocked() ? POLLOUT : 0));
}

int millisecondsUntil(SteadyClock::time_point due)
{
    if (due == SteadyClock::time_point::max())
        return -1;
    // Rounded down: the last fraction is spent in the loop, for poll() is up to a millisecond late else.
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(due - SteadyClock::now());
    return static_cast<int>(std::max<std::chrono::milliseconds::rep>(left.count(), 0));
}

void run(const bench::Descriptor &listener, uint16_t target, SteadyClock::duration delay, Lateness &lateness)
{
    std::vector<std::unique_ptr<Pair>> pairs;
    for (;;) {
        std::vector<pollfd> waiting{{0, POLLIN, 0}, {listener.get(), POLLIN, 0}};
        auto due = SteadyClock::time_point::max();
        for (const auto &pair : pairs) {
            // Where nothing is wanted a descriptor would only tell of its hang-up, again and again.
            const short near = eventsFor(pair->there, pair->back);
            const short far = eventsFor(pair->back, pair->there);
            waiting.push_back({near != 0 ? pair->near.get() : -1, near, 0});
            waiting.push_back({far != 0 ? pair->far.get() : -1, far, 0});
            due = std::min({due, pair->there.due(), pair->back.due()});
        }
        ::poll(waiting.data(), static_cast<nfds_t>(waiting.size()), millisecondsUntil(due));
        for (size_t i = 0; i < pairs.size(); ++i) {
            const short near = waiting[2 * i + 2].revents;
            const short far = waiting[2 * i + 3].revents;
            if ((near & ~POLLOUT) != 0 && pairs[i]->there.wantsInput())
                pairs[i]->there.read();
            if ((far & ~POLLOUT) != 0 && pairs[i]->back.wantsInput())
                pairs[i]->back.read();
            pairs[i]->there.write();
            pairs[i]->back.write();
        }
        std::erase_if(pairs, [](const auto &pair) { return pair->isOver(); });
        if (waiting[1].revents != 0) {
            if (const int near = ::accept(listener.get(), nullptr, nullptr); near >= 0)
                pairs.push_back(
                    std::make_unique<Pair>(near, bench::connectToLoopback(target), delay, lateness));
        }
        if (waiting[0].revents != 0)
            return;
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("bench_cable PORT ROUND_TRIP_MS\n", stderr);
        return 2;
    }
    std::signal(SIGPIPE, SIG_IGN); // NOLINT: either end may go at any time
    const bench::Descriptor listener(bench::listenOnLoopback());
    std::printf("%d\n", bench::portOf(listener.get()));
    std::fflush(stdout);
    ::setpriority(PRIO_PROCESS, 0,
                  -10); // a measure must not wait for what it measures, where the system allows it
    Lateness lateness;
    run(listener, static_cast<uint16_t>(std::atoi(argv[1])),
        std::chrono::microseconds(500L * std::atoi(argv[2])), lateness);
    std::printf("%.3f\n", lateness.milliseconds());
    return 0;
}
