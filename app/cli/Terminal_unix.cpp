// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Terminal.h"

#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>
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

} // namespace pennypost::terminal
