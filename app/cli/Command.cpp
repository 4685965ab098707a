// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"

#include "app/cli/CauseText.h"
#include "app/cli/TraceFile.h"

#include <utility>

namespace pennypost {

Command::Command(const CommandContext &context) : m_context(context)
{
    connect(&context.stopSignals, &StopSignals::stop, this, [this] { stop(); });
}

void Command::stop()
{
    end(console().fail(cancelledError()));
}

void Command::end(ExitCode code, LostOutput lostOutput)
{
    if (std::exchange(m_over, true))
        return;
    const auto told = console().ended(code);
    Q_EMIT finished(lostOutput == LostOutput::Fails ? told : code);
}

Result<void, CliError> Command::loadAccounts()
{
    if (auto loaded = services().accounts.load(); !loaded)
        return Failure{accountsError(loaded.error())};
    return {};
}

CliError Command::accountsError(const AccountStoreError &error) const
{
    return cliError(error, services().paths.accounts);
}

void Command::warnOfTrace(const TraceFile *trace) const
{
    if (trace && !trace->isWhole())
        console().warn(QStringLiteral("the trace could not be written to its end"));
}

} // namespace pennypost
