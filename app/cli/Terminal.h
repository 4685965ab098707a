// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

/// What the terminal is like on each system: Terminal_unix.cpp and Terminal_win.cpp.
namespace pennypost::terminal {

/// Once, before QCoreApplication: a closed pipe is an error and not a signal, a closed standard stream stays
/// an error and never becomes another file, output is bytes, arguments are UTF-8 also where a script has set
/// no locale.
void prepare();
bool inputIsTerminal();

/// What is typed is not shown while one of these lives.
class EchoOff
{
public:
    EchoOff();
    ~EchoOff();
    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;

private:
    class Saved;
    std::unique_ptr<Saved> m_saved;
};

} // namespace pennypost::terminal
