// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/AccountCommands.h"

#include "app/cli/CauseText.h"
#include "app/cli/RemovalText.h"
#include "app/cli/ResultJson.h"
#include "core/account/ProxyNames.h"
#include "core/account/SecurityNames.h"

#include <QJsonArray>

#include <utility>

namespace pennypost {

namespace {

/// "smtp.example.org:465 tls, certificate /alice.p12, proxy socks5://proxy.example.org:1080"
QString wayText(const ServerSettings &server)
{
    QString way = serverText(server.host, server.port) + u' ' + securityName(server.security);
    if (!server.clientCertificate.isEmpty())
        way += u", certificate " + server.clientCertificate.simplified();
    if (server.proxy.kind != ProxySettings::Kind::System)
        way += u", proxy " + proxyText(server.proxy);
    return way;
}

} // namespace

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
                                             : wayText(account.server);
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
    const auto what = account->uses(SecretPlace::Keychain) ? AccountRemoval::Secrets::Remove
                                                           : AccountRemoval::Secrets::Leave;
    m_removal = std::make_unique<AccountRemoval>(services().accounts, services().keychain, *account, what);
    connect(m_removal.get(), &AccountRemoval::failed, this, [this](const AccountRemovalError &error) {
        end(console().fail(cliError(error, m_options.id, services().paths)));
    });
    connect(m_removal.get(), &AccountRemoval::removed, this, [this] {
        console().say(u"Account " + m_options.id + u" removed");
        console().say(
            QJsonObject{{QStringLiteral("removed"), m_options.id}, {QStringLiteral("exitCode"), 0}});
        end(ExitCode::Ok);
    });
    m_removal->start();
}

/// Half removed is not an end: the keychain's answer is waited for, then the account goes too.
void AccountRemoveCommand::stop()
{
    console().warn(QStringLiteral("waiting for the keychain; once more ends it at once"));
}

} // namespace pennypost
