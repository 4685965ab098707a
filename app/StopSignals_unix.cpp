// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/StopSignals.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace pennypost {

namespace {

constexpr std::array stopping{SIGINT, SIGTERM, SIGHUP};
/// The write end of the pipe: all that a signal handler may touch.
volatile sig_atomic_t wakeUp = -1;

extern "C" void onStop(int signal)
{
    std::signal(signal, SIG_DFL);
    const char octet = 1;
    [[maybe_unused]] const auto written = ::write(wakeUp, &octet, 1);
}

} // namespace

class StopSignals::Private
{
public:
    std::array<int, 2> pipe{-1, -1};
    std::unique_ptr<QSocketNotifier> notifier;
};

StopSignals::StopSignals(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    if (::pipe(d->pipe.data()) != 0)
        return;
    for (const int end : d->pipe)
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    wakeUp = d->pipe[1];
    d->notifier = std::make_unique<QSocketNotifier>(d->pipe[0], QSocketNotifier::Read);
    connect(d->notifier.get(), &QSocketNotifier::activated, this, [this] {
        char octet = 0;
        if (::read(d->pipe[0], &octet, 1) == 1)
            Q_EMIT stop();
    });
    for (const int signal : stopping) {
        if (std::signal(signal, onStop) == SIG_IGN) // nohup
            std::signal(signal, SIG_IGN);
    }
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

} // namespace pennypost
