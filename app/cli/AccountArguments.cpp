// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/AccountArguments.h"

#include "app/cli/CauseText.h"
#include "core/account/ProxyNames.h"
#include "core/account/SecurityNames.h"
#include "core/account/ServerSettingsCheck.h"
#include "core/message/MailboxParser.h"
#include "core/sasl/MechanismChooser.h"

#include <algorithm>

namespace pennypost {

namespace {

using Word = QLatin1StringView;

Result<QByteArray, CliError> readPin(QString text)
{
    // A window shows it in two lines, and isolated where it runs from right to left: copied, all that comes
    // along.
    text.removeIf([](QChar c) { return c == u':' || c.isSpace() || c.category() == QChar::Other_Format; });
    auto bytes = QByteArray::fromHex(text.toLatin1());
    const bool hex = std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    });
    if (!hex || text.size() != 64)
        return usageError(QStringLiteral("--pin wants a SHA-256 fingerprint: 64 hexadecimal digits"));
    return bytes;
}

/// What the settings' own checker says, in the command line's words.
Result<void, CliError> checkServer(const ServerSettings &server)
{
    const auto problems = checkServerSettings(server);
    for (const auto problem : problems) {
        switch (problem) {
        case ServerSettingsProblem::HostMissing:
            continue; // the provider table may know it
        case ServerSettingsProblem::HostInvalid:
            return usageError(u"--server is no host name: " + server.host);
        case ServerSettingsProblem::PortInvalid:
            return usageError(QStringLiteral("--port is missing"));
        case ServerSettingsProblem::UserNameInvalid:
            return usageError(QStringLiteral("--user holds what no user name can"));
        case ServerSettingsProblem::MechanismInvalid:
            return usageError(QStringLiteral("--mechanism is no mechanism's name"));
        case ServerSettingsProblem::PasswordInClear:
            return usageError(QStringLiteral("--security none with a user or password: a password never "
                                             "crosses the network in clear"));
        case ServerSettingsProblem::PinInvalid:
            return usageError(QStringLiteral("--pin is no SHA-256 fingerprint"));
        case ServerSettingsProblem::CertificateMissing:
            return usageError(QStringLiteral("--mechanism EXTERNAL signs in with --client-certificate"));
        case ServerSettingsProblem::CertificateInClear:
            return usageError(
                QStringLiteral("--security none shows nobody a certificate: it can't be had with "
                               "--client-certificate"));
        case ServerSettingsProblem::ProxyHostMissing:
        case ServerSettingsProblem::ProxyHostInvalid:
            return usageError(u"--proxy names no host: " + server.proxy.host);
        case ServerSettingsProblem::ProxyPortInvalid:
            return usageError(QStringLiteral("--proxy names no port"));
        case ServerSettingsProblem::ProxyUserInvalid:
            return usageError(QStringLiteral("--proxy names a user that no such proxy can be told"));
        }
    }
    return {};
}

Result<Mailbox, CliError> readMailbox(const QString &text, const QString &option)
{
    const auto parsed = parseMailbox(text);
    if (!parsed.mailbox)
        return Failure{badAddress(option, text, parsed.error)};
    return *parsed.mailbox;
}

Result<void, CliError> readProxy(const Arguments &arguments, ProxySettings &proxy)
{
    if (arguments.has(Word("proxy"))) {
        const auto read = proxyFromText(arguments.value(Word("proxy")));
        if (!read)
            return usageError(QStringLiteral("--proxy is system, none, socks5://[USER@]HOST:PORT or "
                                             "http://[USER@]HOST:PORT; its password is never an argument"));
        proxy = *read;
    }
    if (arguments.has(Word("proxy-password-stdin")) && proxy.user.isEmpty())
        return usageError(
            QStringLiteral("--proxy-password-stdin is for --proxy with a user, and there is none"));
    return {};
}

} // namespace

Result<quint16, CliError> readPort(const QString &text, bool zeroToo)
{
    // toUShort() takes a sign and blanks too.
    const bool digits = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool inRange = false;
    const auto port = text.toUShort(&inRange);
    if (!digits || !inRange || (port == 0 && !zeroToo))
        return usageError((zeroToo ? u"--port wants a number from 0 to 65535, not "
                                   : u"--port wants a number from 1 to 65535, not ") +
                          text);
    return port;
}

SecretLines readSecretLines(const Arguments &arguments)
{
    return {arguments.has(Word("password-stdin")), arguments.has(Word("pass-phrase-stdin")),
            arguments.has(Word("proxy-password-stdin"))};
}

Result<AccountAdd, CliError> readAccountAdd(const Arguments &arguments, const QList<OptionRow> &table,
                                            unsigned everyCommand)
{
    AccountAdd add;
    add.practice = arguments.has(Word("practice"));
    const QString name = arguments.value(Word("name"));
    // It ends in header fields.
    if (std::any_of(name.begin(), name.end(), [](QChar c) { return c.category() == QChar::Other_Control; }))
        return Failure{CliError{ExitCode::Data,
                                QStringLiteral("BadName"),
                                QStringLiteral("--name holds a line end or another control character"),
                                {}}};
    add.mailbox.displayName = name;
    if (add.practice) {
        for (const auto &row : table) {
            const bool fits =
                row.commands == everyCommand || row.name == Word("practice") || row.name == Word("name");
            if (!fits && arguments.has(row.name))
                return usageError(u"--practice settles everything but --name: it can't be had with --" +
                                  row.name);
        }
        return add;
    }
    if (!arguments.has(Word("address")))
        return usageError(QStringLiteral("account add wants --address"));
    auto mailbox = readMailbox(arguments.value(Word("address")), QStringLiteral("--address"));
    if (!mailbox)
        return Failure{mailbox.error()};
    add.mailbox = *mailbox;
    if (arguments.has(Word("name")))
        add.mailbox.displayName = name;

    add.securityGiven = arguments.has(Word("security"));
    if (add.securityGiven) {
        const auto security = securityFromName(arguments.value(Word("security")));
        if (!security)
            return usageError(QStringLiteral("--security is tls, starttls or none"));
        add.server.security = *security;
    }
    add.server.host = arguments.value(Word("server"));
    add.portGiven = arguments.has(Word("port"));
    if (add.portGiven) {
        const auto port = readPort(arguments.value(Word("port")), false);
        if (!port)
            return Failure{port.error()};
        add.server.port = *port;
    }
    // What was not said follows from what was; what was said stands, be it a contradiction.
    if (!add.securityGiven && add.server.port == usualPort(ServerSettings::Security::StartTls))
        add.server.security = ServerSettings::Security::StartTls;
    if (!add.portGiven)
        add.server.port = usualPort(add.server.security);
    add.fromStdin = readSecretLines(arguments);
    add.sessionSecret = arguments.has(Word("session-secret"));
    add.server.mechanism = arguments.value(Word("mechanism")).toUtf8().toUpper();
    add.server.clientCertificate = arguments.value(Word("client-certificate"));
    add.server.userName = arguments.value(Word("user"));
    // A certificate names its owner itself, and --session-secret may be about another secret.
    const bool namesNobody = arguments.has(Word("client-certificate")) || arguments.has(Word("user"));
    const bool hasPassword = add.fromStdin.password || (add.sessionSecret && !namesNobody);
    if (add.server.userName.isEmpty() && hasPassword)
        add.server.userName = add.mailbox.addrSpec();
    if (auto way = readProxy(arguments, add.server.proxy); !way)
        return Failure{way.error()};
    if (add.fromStdin.passPhrase && add.server.clientCertificate.isEmpty())
        return usageError(
            QStringLiteral("--pass-phrase-stdin is for --client-certificate, and there is none"));
    if (add.fromStdin.password && kindNeededBy(add.server.mechanism) == Credential::Kind::Certificate)
        return usageError(QStringLiteral("--mechanism EXTERNAL signs in without a password"));
    if (arguments.has(Word("pin")) && arguments.has(Word("ca")))
        return usageError(QStringLiteral("--pin trusts one certificate alone: it can't be had with --ca"));
    if (arguments.has(Word("pin"))) {
        auto pin = readPin(arguments.value(Word("pin")));
        if (!pin)
            return Failure{pin.error()};
        add.server.pinnedSha256 = *pin;
    }
    add.server.caFile = arguments.value(Word("ca"));
    if (add.server.security == ServerSettings::Security::None &&
        (arguments.has(Word("pin")) || arguments.has(Word("ca"))))
        return usageError(
            QStringLiteral("--security none has no certificate: it can't be had with --pin or --ca"));
    add.id = arguments.value(Word("id"));
    if (arguments.has(Word("id")) && !isValidAccountId(add.id))
        return usageError(u"--id takes " + accountIdRule());
    if (auto checked = checkServer(add.server); !checked)
        return Failure{checked.error()};
    return add;
}

} // namespace pennypost
