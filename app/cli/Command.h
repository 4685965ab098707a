// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Services.h"
#include "app/StopSignals.h"
#include "app/cli/Console.h"
#include "app/cli/StandardInput.h"

#include <QObject>

namespace pennypost {

class TraceFile;

/// What a command works with; all of it outlives the command.
struct CommandContext
{
    Services &services;
    Console &console;
    StandardInput &input;
    StopSignals &stopSignals;
};

/// One command of pennypost-cli that needs the profile. Started once from the event loop, ends with
/// finished(), once. The only thread.
class Command : public QObject
{
    Q_OBJECT

public:
    explicit Command(const CommandContext &context);

    virtual void start() = 0;

Q_SIGNALS:
    void finished(pennypost::ExitCode code);

protected:
    Services &services() const { return m_context.services; }
    Console &console() const { return m_context.console; }
    StandardInput &input() const { return m_context.input; }
    const CommandContext &context() const { return m_context; }
    /// Ctrl+C and its like; ends the command as cancelled if no other end is wanted.
    virtual void stop();
    /// What a closed standard output makes of a success. A letter that is out must not look like a failure to
    /// a script, which would send it again.
    enum class LostOutput { Fails, IsOnlyTold };
    /// The one way out; later calls do nothing.
    void end(ExitCode code, LostOutput lostOutput = LostOutput::Fails);
    /// An answer that was waited for may come in after the end.
    bool isOver() const { return m_over; }
    /// Reads accounts.json.
    Result<void, CliError> loadAccounts();
    /// Tells that --trace could not be written to its end; nothing where it could, or there is none. Whether
    /// the letter went out counts more: the exit code stays.
    void warnOfTrace(const TraceFile *trace) const;
    /// In the terminal's words, naming the file.
    CliError accountsError(const AccountStoreError &error) const;

private:
    CommandContext m_context;
    bool m_over = false;
};

} // namespace pennypost
