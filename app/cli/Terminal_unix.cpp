// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Terminal.h"

#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <langinfo.h>
#include <termios.h>
#include <unistd.h>

namespace pennypost::terminal {

namespace {

/// A stream that was closed (`<&-`, `>&-`) would give its number to the next file that is opened: then what
/// is said for standard output would be written into the database, and the event loop's own pipe be read as
/// the password. Opened here the wrong way round, it fails at the first use, as a closed one should.
void keepStandardStreams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF)
            (void)::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

} // namespace

void prepare()
{
    keepStandardStreams();
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

} // namespace pennypost::terminal
