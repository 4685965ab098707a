// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SecretInput.h"

#include "app/cli/CauseText.h"
#include "core/secrets/CredentialSource.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace pennypost {

namespace {

using Done = std::function<void(std::optional<CliError>)>;

/// Would anybody ask for it?
bool isUsed(AccountSecret which, const Account &account)
{
    const ServerSettings &server = account.server;
    switch (which) {
    case AccountSecret::Password: {
        const Credential::Kind kind = signInKind(account);
        return !account.practice && (kind == Credential::Kind::Password || kind == Credential::Kind::Token);
    }
    case AccountSecret::PassPhrase:
        return !account.practice && !server.clientCertificate.isEmpty();
    case AccountSecret::ProxyPassword:
        return !account.practice && server.proxy.isNamed() && !server.proxy.user.isEmpty();
    }
    return false;
}

CliError notUsed(AccountSecret which, const Account &account)
{
    const QString option = stdinOption(which) + u": ";
    const QString whose = u"account " + account.id;
    if (account.practice)
        return usageError(option + u"the practice account needs no " + nameOf(which)).error;
    if (which == AccountSecret::PassPhrase)
        return usageError(option + whose + u" has no client certificate").error;
    if (which == AccountSecret::ProxyPassword)
        return usageError(option + whose + u" has no proxy that it signs in to").error;
    if (account.server.userName.isEmpty())
        return usageError(option + whose +
                          u" has no user name and does not sign in, so nothing would use the password")
            .error;
    return usageError(option + whose + u" signs in without a password, so nothing would use it").error;
}

/// Where one is wanted at the terminal.
QString questionFor(AccountSecret which, const ServerSettings &server)
{
    switch (which) {
    case AccountSecret::Password:
        break;
    case AccountSecret::PassPhrase:
        return u"Pass phrase of " + server.clientCertificate.simplified() + u": ";
    case AccountSecret::ProxyPassword:
        return u"Password for " + server.proxy.user + u" at the proxy " + server.proxy.host + u": ";
    }
    return u"Password for " + server.userName + u" at " + server.host + u": ";
}

/// One after the other.
class Providing : public std::enable_shared_from_this<Providing>
{
public:
    Providing(const CommandContext &context, Account &account, GivenSecrets given, QObject *asker, Done done)
        : m_context(context),
          m_account(account),
          m_given(std::move(given)),
          m_asker(asker),
          m_done(std::move(done))
    {
    }

    void provide(size_t index)
    {
        if (index == allAccountSecrets.size())
            return answer(std::nullopt);
        const AccountSecret which = allAccountSecrets.at(index);
        const auto given = std::find_if(m_given.begin(), m_given.end(),
                                        [which](const GivenSecret &each) { return each.which == which; });
        if (given != m_given.end())
            return keep(index, given->secret);
        if (!isUsed(which, m_account) || m_account.placeOf(which) != SecretPlace::Session)
            return provide(index + 1);
        const auto typed = askSecret(m_context.input, which, m_account);
        if (!typed)
            return answer(typed.error());
        const std::optional<Secret> &secret = *typed;
        if (!secret)
            return answer(CliError{
                ExitCode::NoPermission,
                QStringLiteral("SecretUnavailable"),
                QString(u"this account keeps no " + nameOf(which) + u": give it with " + stdinOption(which)),
                {}});
        keep(index, *secret);
    }

private:
    void keep(size_t index, const Secret &secret)
    {
        const AccountSecret which = allAccountSecrets.at(index);
        m_account.setPlaceOf(which, SecretPlace::Session);
        m_context.services.session.write(
            secretKey(m_account, which), secret, m_asker,
            [self = shared_from_this(), which, index](const Result<void, SecretError> &written) {
                written ? self->provide(index + 1) : self->answer(cliError(written.error(), which));
            });
    }

    void answer(std::optional<CliError> error)
    {
        QMetaObject::invokeMethod(
            m_asker, [done = m_done, error = std::move(error)] { done(error); }, Qt::QueuedConnection);
    }

    CommandContext m_context;
    Account &m_account; ///< the asker's
    GivenSecrets m_given;
    QObject *m_asker;
    Done m_done;
};

} // namespace

Result<GivenSecrets, CliError> readSecrets(StandardInput &input, const SecretLines &lines,
                                           const Account &account)
{
    GivenSecrets secrets;
    for (const auto &[which, announced] : {std::pair(AccountSecret::Password, lines.password),
                                           std::pair(AccountSecret::PassPhrase, lines.passPhrase),
                                           std::pair(AccountSecret::ProxyPassword, lines.proxyPassword)}) {
        if (!announced)
            continue;
        if (!isUsed(which, account))
            return Failure{notUsed(which, account)};
        auto line = secretLine(input, which);
        if (!line)
            return Failure{line.error()};
        secrets.push_back({which, std::move(*line)});
    }
    return secrets;
}

Result<Secret, CliError> secretLine(StandardInput &input, AccountSecret which)
{
    auto secret = input.readPassword();
    if (!secret && input.wasStopped())
        return Failure{cancelledError()};
    if (!secret)
        return Failure{CliError{ExitCode::NoInput,
                                QStringLiteral("NoPassword"),
                                QString(u"there is no " + nameOf(which) + u" on standard input"),
                                {}}};
    if (auto checked = checkSecret(*secret, which); !checked)
        return Failure{checked.error()};
    return std::move(*secret);
}

Result<std::optional<Secret>, CliError> askSecret(StandardInput &input, AccountSecret which,
                                                  const Account &account)
{
    auto typed = input.askPassword(questionFor(which, account.server));
    if (!typed && input.wasStopped())
        return Failure{cancelledError()};
    if (typed) {
        if (auto checked = checkSecret(*typed, which); !checked)
            return Failure{checked.error()};
    }
    return typed;
}

Result<void, CliError> checkSecret(const Secret &secret, AccountSecret which)
{
    if (!secret.bytes().contains('\0'))
        return {};
    return Failure{CliError{ExitCode::Data,
                            QStringLiteral("BadPassword"),
                            QString(u"the " + nameOf(which) + u" holds a NUL character"),
                            {}}};
}

void provideSecrets(const CommandContext &context, Account &account, GivenSecrets given, QObject *asker,
                    Done done)
{
    std::make_shared<Providing>(context, account, std::move(given), asker, std::move(done))->provide(0);
}

} // namespace pennypost
