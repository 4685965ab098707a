// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Run.h"

#include "app/Services.h"
#include "app/cli/AccountAddCommand.h"
#include "app/cli/AccountCommands.h"
#include "app/cli/AccountTestCommand.h"
#include "app/cli/BuildCommand.h"
#include "app/cli/CommandLine.h"
#include "app/cli/InputSpool.h"
#include "app/cli/PracticeCommand.h"
#include "app/cli/SendCommand.h"
#include "app/cli/ShowCommand.h"
#include "app/cli/StoredCommands.h"

#include <QCoreApplication>

#include <chrono>

namespace pennypost {

namespace {

/// For other processes' changes to the accounts: a script may start many at once.
constexpr std::chrono::seconds accountsPatience{5};

/// THE table from a command to the class that does it; nullptr for those that need no profile.
std::unique_ptr<Command> makeCommand(const Invocation &invocation, const CommandContext &context)
{
    const auto &asked = invocation.command;
    if (const auto *options = std::get_if<AccountAdd>(&asked))
        return std::make_unique<AccountAddCommand>(context, *options);
    if (std::holds_alternative<AccountList>(asked))
        return std::make_unique<AccountListCommand>(context);
    if (const auto *options = std::get_if<AccountTest>(&asked))
        return std::make_unique<AccountTestCommand>(context, *options);
    if (const auto *options = std::get_if<AccountRemove>(&asked))
        return std::make_unique<AccountRemoveCommand>(context, *options);
    if (const auto *options = std::get_if<SendLetter>(&asked))
        return std::make_unique<SendCommand>(context, *options);
    if (const auto *options = std::get_if<StoredLetters>(&asked))
        return std::make_unique<StoredCommand>(context, *options);
    if (const auto *options = std::get_if<Practice>(&asked))
        return std::make_unique<PracticeCommand>(context, *options);
    return nullptr;
}

ExitCode runInProfile(const Invocation &invocation, Console &console, StopSignals &stopSignals)
{
    const auto paths = Paths::open(invocation.profile);
    if (!paths) {
        return console.fail({ExitCode::CantCreate, QStringLiteral("Profile"),
                             QStringLiteral("the profile's folder can't be used"), paths.error()});
    }
    InputSpool::removeStale(paths->profile);
    TimeLimits limits;
    limits.idle = {}; // there is no next letter
    Services services(*paths, AccountStore::OnDamage::LeaveAlone, limits);
    services.accounts.setLockPatience(accountsPatience);
    StandardInput input(stopSignals);
    const auto command = makeCommand(invocation, {services, console, input, stopSignals});
    if (!command)
        return ExitCode::Software;
    auto code = ExitCode::Software;
    QObject::connect(command.get(), &Command::finished, command.get(), [&code](ExitCode ended) {
        code = ended;
        QCoreApplication::quit();
    });
    QMetaObject::invokeMethod(command.get(), &Command::start, Qt::QueuedConnection);
    QCoreApplication::exec();
    return code;
}

} // namespace

ExitCode runCommandLine(const QStringList &arguments)
{
    const auto invocation = parseCommandLine(arguments);
    Console console(invocation ? invocation->json : wantsJson(arguments));
    if (!invocation)
        return console.fail(invocation.error());
    if (std::holds_alternative<ShowHelp>(invocation->command)) {
        console.write(helpText().toUtf8());
        return console.ended(ExitCode::Ok);
    }
    if (std::holds_alternative<ShowVersion>(invocation->command)) {
        console.write(QString(u"Pennypost " + QCoreApplication::applicationVersion() + u'\n').toUtf8());
        return console.ended(ExitCode::Ok);
    }
    if (const auto *show = std::get_if<ShowLetter>(&invocation->command))
        return runShow(*show, console);
    StopSignals stopSignals;
    if (const auto *build = std::get_if<BuildLetter>(&invocation->command)) {
        StandardInput input(stopSignals);
        return runBuild(*build, console, input);
    }
    return runInProfile(*invocation, console, stopSignals);
}

} // namespace pennypost
