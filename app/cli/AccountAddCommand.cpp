// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/AccountAddCommand.h"

#include "app/cli/CaFile.h"
#include "app/cli/CauseText.h"
#include "app/cli/ResultJson.h"
#include "core/account/ServerSettingsCheck.h"
#include "core/sasl/MechanismChooser.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace pennypost {

AccountAddCommand::AccountAddCommand(const CommandContext &context, AccountAdd options)
    : Command(context), m_options(std::move(options))
{
}

void AccountAddCommand::start()
{
    if (auto loaded = loadAccounts(); !loaded)
        return fail(loaded.error());
    if (m_options.practice) {
        m_account = practiceAccount(m_options.mailbox.displayName);
        return store();
    }
    m_account.identities = {Identity{m_options.mailbox}};
    if (auto settled = settleServer(); !settled)
        return fail(settled.error());
    if (auto settled = settleId(); !settled)
        return fail(settled.error());
    auto secret = password();
    if (!secret)
        return fail(secret.error());
    const std::optional<Secret> &given = *secret;
    if (!given)
        return store();
    // First of all the id is ours: what lies in the keychain under another's is never touched.
    if (auto added = addAccount(); !added)
        return fail(accountsError(added.error()));
    keep(*given);
}

/// From the options, and from the provider table where --server is missing.
Result<void, CliError> AccountAddCommand::settleServer()
{
    m_account.server = m_options.server;
    const auto mechanisms = mechanismTable();
    const auto isWanted = [this](const MechanismRow &row) { return row.name == m_account.server.mechanism; };
    if (!m_account.server.mechanism.isEmpty() && std::none_of(mechanisms.begin(), mechanisms.end(), isWanted))
        return usageError(u"--mechanism is none that we speak: " +
                          QString::fromLatin1(m_account.server.mechanism));
    if (m_account.server.host.isEmpty()) {
        const auto suggestion = services().providers.suggest(m_options.mailbox);
        if (!suggestion.provider || suggestion.candidates.isEmpty())
            return usageError(u"account add wants --server: nothing is known of " + m_options.mailbox.domain);
        const auto &known = suggestion.candidates.first();
        m_account.server.host = known.host;
        if (!m_options.portGiven && !m_options.securityGiven) { // what was said counts more than the table
            m_account.server.port = known.port;
            m_account.server.security = known.security;
        }
    }
    if (auto &ca = m_account.server.caFile; !ca.isEmpty())
        ca = QFileInfo(ca).absoluteFilePath();
    if (auto checked = checkCaFile(m_account.server.caFile); !checked)
        return checked;
    // Once more, for what the provider table added.
    if (!checkServerSettings(m_account.server).isEmpty())
        return usageError(QStringLiteral("these server settings can't be used together"));
    return {};
}

Result<void, CliError> AccountAddCommand::settleId()
{
    m_account.id = m_options.id.isEmpty() ? services().accounts.freeIdFor(m_options.mailbox) : m_options.id;
    // Before the keychain is touched: the other account's password lies there under this id.
    if (services().accounts.find(m_account.id))
        return Failure{accountsError(AccountStoreError{AccountStoreError::Kind::DuplicateId, m_account.id})};
    if (auto storable = checkStorable(m_account); !storable)
        return Failure{accountsError(storable.error())};
    return {};
}

/// Nothing where none is to be kept.
Result<std::optional<Secret>, CliError> AccountAddCommand::password()
{
    if (m_account.server.userName.isEmpty()) {
        m_account.secretPlace = SecretPlace::None;
        return std::optional<Secret>();
    }
    if (m_options.sessionSecret) {
        m_account.secretPlace = SecretPlace::Session;
        return std::optional<Secret>();
    }
    m_account.secretPlace = SecretPlace::Keychain;
    if (m_options.passwordFromStdin) {
        auto line = passwordLine(input());
        if (!line)
            return Failure{line.error()};
        return std::optional<Secret>(std::move(*line));
    }
    auto typed = input().askPassword(u"Password for " + m_account.server.userName + u" at " +
                                     m_account.server.host + u": ");
    if (!typed && input().wasStopped())
        return Failure{cancelledError()};
    if (!typed)
        return usageError(
            QStringLiteral("there is no terminal to ask for the password at: use --password-stdin, "
                           "or --session-secret to keep none"));
    if (auto checked = checkPassword(*typed); !checked)
        return Failure{checked.error()};
    return typed;
}

void AccountAddCommand::keep(const Secret &password)
{
    m_keeping = std::make_unique<PasswordKeeping>(services().accounts, services().keychain, services().paths,
                                                  m_account);
    connect(m_keeping.get(), &PasswordKeeping::failed, this, &AccountAddCommand::fail);
    connect(m_keeping.get(), &PasswordKeeping::kept, this, [this](const Account &account) {
        if (account.secretPlace != m_account.secretPlace)
            console().warn(QStringLiteral("no keychain runs in this session: the password is not kept, "
                                          "each send asks for it, or takes it by --password-stdin"));
        m_account = account;
        report();
    });
    m_keeping->start(password);
}

Result<void, AccountStoreError> AccountAddCommand::addAccount()
{
    auto added = services().accounts.add(m_account);
    // Made from the address, an id may have been taken by another process meanwhile.
    while (!added && added.error().kind == AccountStoreError::Kind::DuplicateId && m_options.id.isEmpty() &&
           !m_options.practice) {
        m_account.id = services().accounts.freeIdFor(m_options.mailbox);
        added = services().accounts.add(m_account);
    }
    return added;
}

void AccountAddCommand::store()
{
    if (auto added = addAccount(); !added)
        return fail(accountsError(added.error()));
    report();
}

void AccountAddCommand::report()
{
    const auto *standard = services().accounts.defaultAccount();
    console().say(u"Account " + m_account.id + u" added: " + m_account.mailbox().display() + u" through " +
                  m_account.server.host);
    console().say(QJsonObject{
        {QStringLiteral("account"), accountJson(m_account, standard && standard->id == m_account.id)},
        {QStringLiteral("exitCode"), 0}});
    end(ExitCode::Ok);
}

/// What the keychain was asked to write it may still write after we are gone: its answer is waited for.
void AccountAddCommand::stop()
{
    if (!m_keeping)
        return fail(cancelledError());
    m_keeping->stop();
    console().warn(QStringLiteral("waiting for the keychain; once more ends it at once"));
}

void AccountAddCommand::fail(const CliError &error)
{
    end(console().fail(error));
}

} // namespace pennypost
