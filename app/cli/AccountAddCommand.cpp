// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/AccountAddCommand.h"

#include "app/cli/CaFile.h"
#include "app/cli/CauseText.h"
#include "app/cli/ResultJson.h"
#include "core/account/ServerSettingsCheck.h"
#include "core/net/ClientCertificateFile.h"
#include "core/sasl/MechanismChooser.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {

/// Of what it keeps nowhere.
QStringList stdinOptions(const Account &account)
{
    QStringList options;
    for (const AccountSecret which : allAccountSecrets) {
        if (account.placeOf(which) == SecretPlace::Session)
            options.append(stdinOption(which));
    }
    return options;
}

} // namespace

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
    auto given = secrets();
    if (!given)
        return fail(given.error());
    if (given->empty())
        return store();
    // First of all the id is ours: what lies in the keychain under another's is never touched.
    if (auto added = addAccount(); !added)
        return fail(accountsError(added.error()));
    keep(std::move(*given));
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
    if (auto &file = m_account.server.clientCertificate; !file.isEmpty())
        file = QFileInfo(file).absoluteFilePath();
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

/// In the order of their lines on standard input.
Result<GivenSecrets, CliError> AccountAddCommand::secrets()
{
    GivenSecrets all;
    const auto take = [&](AccountSecret which, auto read) -> Result<void, CliError> {
        auto secret = (this->*read)();
        if (!secret)
            return Failure{secret.error()};
        if (*secret)
            all.push_back({which, std::move(**secret)});
        return {};
    };
    for (const auto &[which, read] :
         {std::pair(AccountSecret::Password, &AccountAddCommand::password),
          std::pair(AccountSecret::PassPhrase, &AccountAddCommand::passPhrase),
          std::pair(AccountSecret::ProxyPassword, &AccountAddCommand::proxyPassword)}) {
        if (auto taken = take(which, read); !taken)
            return Failure{taken.error()};
    }
    return all;
}

Result<std::optional<Secret>, CliError> AccountAddCommand::password()
{
    const ServerSettings &server = m_account.server;
    m_account.secretPlace = SecretPlace::None;
    const Credential::Kind kind = kindNeededBy(server.mechanism);
    // The certificate is sign-in enough where nothing says otherwise.
    const bool byCertificate =
        kind == Credential::Kind::Certificate ||
        (server.mechanism.isEmpty() && !server.clientCertificate.isEmpty() && !m_options.fromStdin.password);
    if (server.userName.isEmpty() || byCertificate)
        return std::optional<Secret>();
    return given(AccountSecret::Password, m_options.fromStdin.password);
}

/// Whether the file has one, and whether it is the right one, is found out here.
Result<std::optional<Secret>, CliError> AccountAddCommand::passPhrase()
{
    const QString &file = m_account.server.clientCertificate;
    if (file.isEmpty())
        return std::optional<Secret>();
    std::optional<Secret> phrase;
    if (m_options.fromStdin.passPhrase && !m_options.sessionSecret) {
        auto line = given(AccountSecret::PassPhrase, true);
        if (!line)
            return line;
        phrase = std::move(*line);
    }
    const Secret none;
    const auto open = [&] {
        return readClientCertificate(file, phrase ? *phrase : none, services().clock.now());
    };
    auto read = open();
    if (!read && !phrase && read.error().kind == ClientCertificateError::WrongPassPhrase) {
        auto typed = given(AccountSecret::PassPhrase, false);
        if (!typed || !*typed)
            return typed;
        phrase = std::move(*typed);
        read = open();
    }
    if (!read)
        return Failure{cliError(read.error(), file)};
    return phrase;
}

Result<std::optional<Secret>, CliError> AccountAddCommand::proxyPassword()
{
    if (m_account.server.proxy.user.isEmpty())
        return std::optional<Secret>();
    return given(AccountSecret::ProxyPassword, m_options.fromStdin.proxyPassword);
}

/// From standard input or the terminal; nothing where none is to be kept. Notes its place.
Result<std::optional<Secret>, CliError> AccountAddCommand::given(AccountSecret which, bool fromStdin)
{
    m_account.setPlaceOf(which, m_options.sessionSecret ? SecretPlace::Session : SecretPlace::Keychain);
    if (m_options.sessionSecret)
        return std::optional<Secret>();
    if (fromStdin) {
        auto line = secretLine(input(), which);
        if (!line)
            return Failure{line.error()};
        return std::optional<Secret>(std::move(*line));
    }
    auto typed = askSecret(input(), which, m_account);
    if (typed && !*typed)
        return usageError(u"there is no terminal to ask for the " + nameOf(which) + u" at: use " +
                          stdinOption(which) + u", or --session-secret to keep none");
    return typed;
}

void AccountAddCommand::keep(GivenSecrets secrets)
{
    QStringList names;
    for (const GivenSecret &each : secrets)
        names.append(nameOf(each.which));
    m_keeping = std::make_unique<PasswordKeeping>(services().accounts, services().keychain, services().paths,
                                                  m_account);
    connect(m_keeping.get(), &PasswordKeeping::failed, this, &AccountAddCommand::fail);
    connect(m_keeping.get(), &PasswordKeeping::kept, this, [this, names](const Account &account) {
        if (!account.uses(SecretPlace::Keychain))
            console().warn(
                u"no keychain runs in this session: the " + names.join(QLatin1StringView(" and the ")) +
                (names.size() == 1
                     ? QStringLiteral(" is not kept, each send asks for it, or takes it by ")
                     : QStringLiteral(" are not kept, each send asks for them, or takes them by ")) +
                stdinOptions(account).join(QLatin1StringView(" and ")));
        m_account = account;
        report();
    });
    m_keeping->start(std::move(secrets));
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
