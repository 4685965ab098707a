// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"

#include "app/cli/CauseText.h"
#include "app/cli/TraceFile.h"
#include "core/sasl/MechanismChooser.h"

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

Result<void, CliError> usesPassword(const Account &account)
{
    if (account.practice)
        return usageError(QStringLiteral("--password-stdin: the practice account needs no password"));
    if (account.server.userName.isEmpty())
        return usageError(u"--password-stdin: account " + account.id +
                          u" has no user name and does not sign in, so nothing would use the password");
    return {};
}

Result<Secret, CliError> passwordLine(StandardInput &input)
{
    auto password = input.readPassword();
    if (!password && input.wasStopped())
        return Failure{cancelledError()};
    if (!password)
        return Failure{CliError{ExitCode::NoInput,
                                QStringLiteral("NoPassword"),
                                QStringLiteral("there is no password on standard input"),
                                {}}};
    if (auto checked = checkPassword(*password); !checked)
        return Failure{checked.error()};
    return std::move(*password);
}

Result<void, CliError> checkPassword(const Secret &password)
{
    if (!password.bytes().contains('\0'))
        return {};
    return Failure{CliError{ExitCode::Data,
                            QStringLiteral("BadPassword"),
                            QStringLiteral("the password holds a NUL character"),
                            {}}};
}

void provideSecret(const CommandContext &context, Account &account, std::optional<Secret> password,
                   QObject *asker, std::function<void(std::optional<CliError>)> done)
{
    const auto answer = [asker, done](std::optional<CliError> error) {
        QMetaObject::invokeMethod(
            asker, [done, error = std::move(error)] { done(error); }, Qt::QueuedConnection);
    };
    const bool ticket = kindNeededBy(account.server.mechanism) == Credential::Kind::Ticket;
    const bool wanted = account.secretPlace != SecretPlace::None && !account.server.userName.isEmpty() &&
                        !account.practice && !ticket;
    if (!wanted || (!password && account.secretPlace == SecretPlace::Keychain))
        return answer(std::nullopt);
    if (!password) {
        password = context.input.askPassword(u"Password for " + account.server.userName + u" at " +
                                             account.server.host + u": ");
    }
    if (!password && context.input.wasStopped())
        return answer(cancelledError());
    if (!password) {
        return answer(
            CliError{ExitCode::NoPermission,
                     QStringLiteral("SecretUnavailable"),
                     QStringLiteral("this account keeps no password: give it with --password-stdin"),
                     {}});
    }
    if (auto checked = checkPassword(*password); !checked)
        return answer(checked.error());
    account.secretPlace = SecretPlace::Session;
    context.services.session.write(secretKey(account), *password, asker,
                                   [done = std::move(done)](const Result<void, SecretError> &written) {
                                       done(written ? std::nullopt
                                                    : std::optional(cliError(written.error())));
                                   });
}

} // namespace pennypost
