// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Terminal.h"

#include <cstdio>
#include <fcntl.h>
#include <io.h>
#include <windows.h>

namespace pennypost::terminal {

void prepare()
{
    _setmode(_fileno(stdout), _O_BINARY); // a letter's CRLF must not become CR CR LF
    _setmode(_fileno(stdin), _O_BINARY);
    SetConsoleOutputCP(CP_UTF8);
    SetConsoleCP(CP_UTF8);
}

bool inputIsTerminal()
{
    return _isatty(_fileno(stdin)) != 0;
}

class EchoOff::Saved
{
public:
    DWORD mode = 0;
};

EchoOff::EchoOff()
{
    const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    DWORD mode = 0;
    if (!GetConsoleMode(input, &mode))
        return;
    m_saved = std::make_unique<Saved>();
    m_saved->mode = mode;
    SetConsoleMode(input, mode & ~DWORD(ENABLE_ECHO_INPUT));
}

EchoOff::~EchoOff()
{
    if (m_saved)
        SetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), m_saved->mode);
}

} // namespace pennypost::terminal
