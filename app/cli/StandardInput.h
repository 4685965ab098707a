// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/StopSignals.h"
#include "core/base/Secret.h"

#include <QByteArray>
#include <QIODevice>

#include <optional>

namespace pennypost {

/// Standard input: a password's line first, if one was announced, then the text or the finished letter. Not
/// buffered, so that no second copy of the password stays behind. The only thread; waits, for there is
/// nothing else to do, until Ctrl+C or its like: wasStopped() then.
class StandardInput
{
public:
    /// `signals_` outlives it.
    explicit StandardInput(StopSignals &signals_) : m_signals(signals_) {}
    StandardInput(const StandardInput &) = delete;
    StandardInput &operator=(const StandardInput &) = delete;

    /// The first line without its end; nothing at the end of input, or beyond 64 KiB.
    std::optional<Secret> readPassword();
    /// Asks on the terminal without echo; nothing where there is no terminal.
    std::optional<Secret> askPassword(const QString &question);
    /// All the rest; nothing if it can't be read or is larger than `limit` octets.
    std::optional<QByteArray> readRest(qint64 limit);
    /// All the rest into `sink`, a megabyte at a time.
    bool copyRest(QIODevice &sink);
    /// The program was asked to end: why nothing was read, or why to read no more.
    bool wasStopped() const { return m_signals.asked(); }

private:
    StopSignals &m_signals;
};

} // namespace pennypost
