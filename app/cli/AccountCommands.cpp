// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/AccountCommands.h"

#include "app/cli/CauseText.h"
#include "app/cli/ResultJson.h"
#include "core/account/SecurityNames.h"

#include <QJsonArray>

#include <utility>

namespace pennypost {

void AccountListCommand::start()
{
    if (auto loaded = loadAccounts(); !loaded)
        return end(console().fail(loaded.error()));
    const auto *standard = services().accounts.defaultAccount();
    QJsonArray accounts;
    for (const auto &account : services().accounts.accounts()) {
        const bool isDefault = standard && standard->id == account.id;
        accounts.append(accountJson(account, isDefault));
        const QString way = account.practice ? QStringLiteral("practice: nothing leaves this computer")
                                             : QString(serverText(account.server.host, account.server.port) +
                                                       u' ' + securityName(account.server.security));
        console().say((isDefault ? u"* " : u"  ") + account.id + u'\t' + account.mailbox().display() + u'\t' +
                      way);
    }
    console().say(QJsonObject{{QStringLiteral("accounts"), accounts}, {QStringLiteral("exitCode"), 0}});
    end(ExitCode::Ok);
}

AccountRemoveCommand::AccountRemoveCommand(const CommandContext &context, AccountRemove options)
    : Command(context), m_options(std::move(options))
{
}

void AccountRemoveCommand::start()
{
    if (auto loaded = loadAccounts(); !loaded)
        return end(console().fail(loaded.error()));
    const auto *account = services().accounts.find(m_options.id);
    if (!account)
        return end(console().fail(
            accountsError(AccountStoreError{AccountStoreError::Kind::UnknownId, m_options.id})));
    if (account->secretPlace != SecretPlace::Keychain)
        return remove();
    m_key = secretKey(*account);
    services().keychain.read(m_key, this, [this](Result<Secret, SecretError> old) {
        if (!old && old.error().kind == SecretError::Kind::NotFound)
            return remove();
        if (!old)
            return keep(old.error());
        m_old = std::move(*old);
        services().keychain.remove(m_key, this, [this](const Result<void, SecretError> &removed) {
            removed ? remove() : keep(removed.error());
        });
    });
}

void AccountRemoveCommand::keep(const SecretError &reason)
{
    auto error = cliError(reason);
    error.cause = u"the password could not be removed, so the account stays: " + error.cause;
    end(console().fail(error));
}

/// Half removed is not an end: the keychain's answer is waited for, then the account goes too.
void AccountRemoveCommand::stop()
{
    console().warn(QStringLiteral("waiting for the keychain; once more ends it at once"));
}

void AccountRemoveCommand::remove()
{
    if (auto removed = services().accounts.remove(m_options.id); !removed) {
        const auto fail = [this, error = accountsError(removed.error())] { end(console().fail(error)); };
        // Removed meanwhile by another process, it needs none.
        if (!m_old || removed.error().kind == AccountStoreError::Kind::UnknownId)
            return fail();
        // The account stays, so it needs its password.
        return services().keychain.write(m_key, *m_old, this,
                                         [fail](const Result<void, SecretError> &) { fail(); });
    }
    console().say(u"Account " + m_options.id + u" removed");
    console().say(QJsonObject{{QStringLiteral("removed"), m_options.id}, {QStringLiteral("exitCode"), 0}});
    end(ExitCode::Ok);
}

} // namespace pennypost
