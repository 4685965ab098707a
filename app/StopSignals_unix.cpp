// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/StopSignals.h"

#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/select.h>
#include <unistd.h>

namespace pennypost {

namespace {

constexpr std::array stopping{SIGINT, SIGTERM, SIGHUP, SIGQUIT};
/// The write end of the pipe and two flags: all that a signal handler may touch.
volatile sig_atomic_t wakeUp = -1;
volatile sig_atomic_t cameIn = 0;
volatile sig_atomic_t secondIsTold = 0;

extern "C" void onStop(int);

/// The last signal, whichever it is, ends the program the hard way; one that was ignored before stays so.
void restoreUsual()
{
    for (const int each : stopping) {
        struct sigaction now = {};
        if (::sigaction(each, nullptr, &now) == 0 && now.sa_handler == onStop)
            std::signal(each, SIG_DFL);
    }
}

extern "C" void onStop(int)
{
    const int before = errno;
    if (cameIn || !secondIsTold)
        restoreUsual();
    cameIn = 1;
    const char octet = 1;
    [[maybe_unused]] const auto written = ::write(wakeUp, &octet, 1);
    errno = before;
}

void listenTo(int signal)
{
    struct sigaction action = {};
    action.sa_handler = onStop;
    ::sigemptyset(&action.sa_mask);
    struct sigaction before = {};
    // Without SA_RESTART: a write to a full pipe must not go on as if nothing had been said.
    if (::sigaction(signal, &action, &before) == 0 && before.sa_handler == SIG_IGN) // nohup
        ::sigaction(signal, &before, nullptr);
}

} // namespace

class StopSignals::Private
{
public:
    bool takeOctet() const
    {
        char octet = 0;
        return ::read(pipe[0], &octet, 1) == 1;
    }

    std::array<int, 2> pipe{-1, -1};
    std::unique_ptr<QSocketNotifier> notifier;
};

StopSignals::StopSignals(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    if (::pipe(d->pipe.data()) != 0)
        return;
    for (const int end : d->pipe) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    wakeUp = d->pipe[1];
    cameIn = 0;
    secondIsTold = 0;
    d->notifier = std::make_unique<QSocketNotifier>(d->pipe[0], QSocketNotifier::Read);
    connect(d->notifier.get(), &QSocketNotifier::activated, this, [this] {
        if (d->takeOctet())
            Q_EMIT stop();
    });
    for (const int signal : stopping)
        listenTo(signal);
}

StopSignals::~StopSignals()
{
    for (const int signal : stopping)
        std::signal(signal, SIG_DFL);
    wakeUp = -1;
    d->notifier.reset();
    for (const int end : d->pipe)
        ::close(end);
}

bool StopSignals::asked() const
{
    while (d->takeOctet()) {
    }
    return cameIn != 0;
}

void StopSignals::tellSecond()
{
    secondIsTold = 1;
}

qint64 StopSignals::readInput(std::span<char> into)
{
    if (d->pipe[0] < 0)
        return ::read(STDIN_FILENO, into.data(), into.size());
    // A signal that comes before select() waits is in the pipe, one that comes while it does ends it.
    while (!asked()) {
        fd_set awaited;
        FD_ZERO(&awaited);
        FD_SET(STDIN_FILENO, &awaited);
        FD_SET(d->pipe[0], &awaited);
        if (::select(std::max(STDIN_FILENO, d->pipe[0]) + 1, &awaited, nullptr, nullptr, nullptr) < 0) {
            if (errno == EINTR)
                continue;
            return -1;
        }
        if (FD_ISSET(d->pipe[0], &awaited))
            continue;
        const auto count = ::read(STDIN_FILENO, into.data(), into.size());
        if (count >= 0 || (errno != EINTR && errno != EAGAIN))
            return count;
    }
    return -1;
}

} // namespace pennypost
