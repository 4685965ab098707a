// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Terminal.h"

#include <QSocketNotifier>

#include <array>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <langinfo.h>
#include <termios.h>
#include <unistd.h>

namespace pennypost::terminal {

void prepare()
{
    std::signal(SIGPIPE, SIG_IGN);
    // Qt takes arguments for the locale's encoding and, under LC_ALL=C, warns on standard error.
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        ::setenv("LC_ALL", "C.UTF-8", 1);
}

bool inputIsTerminal()
{
    return ::isatty(STDIN_FILENO) == 1;
}

class EchoOff::Saved
{
public:
    termios state{};
};

EchoOff::EchoOff()
{
    termios state{};
    if (::tcgetattr(STDIN_FILENO, &state) != 0)
        return;
    m_saved = std::make_unique<Saved>();
    m_saved->state = state;
    state.c_lflag &= ~tcflag_t(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &state);
}

EchoOff::~EchoOff()
{
    if (m_saved)
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_saved->state);
}

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
    for (const int signal : stopping)
        std::signal(signal, onStop);
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

} // namespace pennypost::terminal
