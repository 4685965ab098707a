// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/AccountJson.h"

#include "core/account/AccountStore.h"
#include "core/account/ProxyNames.h"
#include "core/account/SecurityNames.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace pennypost {

namespace {

constexpr std::array<std::pair<SecretPlace, QLatin1StringView>, 3> SecretPlaces{{
    {SecretPlace::Keychain, QLatin1StringView("keychain")},
    {SecretPlace::Session, QLatin1StringView("session")},
    {SecretPlace::None, QLatin1StringView("none")},
}};

constexpr std::array<std::pair<AccountSecret, QLatin1StringView>, 3> PlaceNames{{
    {AccountSecret::Password, QLatin1StringView("secretPlace")},
    {AccountSecret::PassPhrase, QLatin1StringView("certificateSecretPlace")},
    {AccountSecret::ProxyPassword, QLatin1StringView("proxySecretPlace")},
}};

bool hasControlCharacter(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.category() == QChar::Other_Control; });
}

QString placeName(SecretPlace place)
{
    const auto *const row = std::find_if(SecretPlaces.begin(), SecretPlaces.end(),
                                         [&](const auto &each) { return each.first == place; });
    return row->second;
}

std::optional<SecretPlace> placeFromName(const QString &name)
{
    const auto *const row = std::find_if(SecretPlaces.begin(), SecretPlaces.end(),
                                         [&](const auto &each) { return each.second == name; });
    return row == SecretPlaces.end() ? std::nullopt : std::optional(row->first);
}

/// Nothing in the range of a port.
std::optional<quint16> portFromJson(const QJsonObject &json)
{
    const int port = json.value(u"port").toInt(-1);
    return port < 0 || port > 65535 ? std::nullopt : std::optional(quint16(port));
}

QJsonObject proxyToJson(const ProxySettings &proxy)
{
    return {{QStringLiteral("kind"), QString(proxyKindName(proxy.kind))},
            {QStringLiteral("host"), proxy.host},
            {QStringLiteral("port"), proxy.port},
            {QStringLiteral("user"), proxy.user}};
}

/// One that can't be understood must never come to mean "straight to the server".
Result<ProxySettings, QString> proxyFromJson(const QJsonValue &json)
{
    if (json.isUndefined())
        return ProxySettings();
    const QJsonObject object = json.toObject();
    const auto kind = proxyKindFromName(object.value(u"kind").toString());
    const auto port = portFromJson(object);
    if (!kind || !port)
        return Failure{QStringLiteral("server.proxy")};
    return ProxySettings{*kind, object.value(u"host").toString(), *port, object.value(u"user").toString()};
}

QJsonObject serverToJson(const ServerSettings &server)
{
    return {
        {QStringLiteral("host"), server.host},
        {QStringLiteral("port"), server.port},
        {QStringLiteral("security"), QString(securityName(server.security))},
        {QStringLiteral("userName"), server.userName},
        {QStringLiteral("mechanism"), QString::fromLatin1(server.mechanism)},
        {QStringLiteral("pinnedSha256"), QString::fromLatin1(server.pinnedSha256.toHex())},
        {QStringLiteral("caFile"), server.caFile},
        {QStringLiteral("clientCertificate"), server.clientCertificate},
        {QStringLiteral("proxy"), proxyToJson(server.proxy)},
    };
}

Result<ServerSettings, QString> serverFromJson(const QJsonObject &json)
{
    ServerSettings server;
    server.host = json.value(u"host").toString();
    const auto port = portFromJson(json);
    if (!port)
        return Failure{QStringLiteral("server.port")};
    server.port = *port;
    const auto security = securityFromName(json.value(u"security").toString());
    if (!security)
        return Failure{QStringLiteral("server.security")};
    server.security = *security;
    server.userName = json.value(u"userName").toString();
    server.mechanism = json.value(u"mechanism").toString().toLatin1();
    const QByteArray hex = json.value(u"pinnedSha256").toString().toLatin1();
    server.pinnedSha256 = QByteArray::fromHex(hex);
    // A pin that can't be read must never come to mean "no pin": that would widen trust in silence.
    if (!hex.isEmpty() && (server.pinnedSha256.size() != 32 || server.pinnedSha256.toHex() != hex.toLower()))
        return Failure{QStringLiteral("server.pinnedSha256")};
    server.caFile = json.value(u"caFile").toString();
    server.clientCertificate = json.value(u"clientCertificate").toString();
    auto proxy = proxyFromJson(json.value(u"proxy"));
    if (!proxy)
        return Failure{proxy.error()};
    server.proxy = *proxy;
    return server;
}

Result<Identity, QString> identityFromJson(const QJsonObject &json)
{
    const Mailbox mailbox{json.value(u"name").toString(), json.value(u"localPart").toString(),
                          json.value(u"domain").toString()};
    if (mailbox.localPart.isEmpty() || mailbox.domain.isEmpty())
        return Failure{QStringLiteral("identities.localPart")};
    // These end in header fields and commands: a file edited by hand gets no line end past us.
    if (hasControlCharacter(mailbox.displayName) || hasControlCharacter(mailbox.localPart) ||
        hasControlCharacter(mailbox.domain))
        return Failure{QStringLiteral("identities.name")};
    return Identity{mailbox};
}

} // namespace

QJsonObject accountToJson(const Account &account)
{
    QJsonArray identities;
    for (const Identity &identity : account.identities)
        identities.append(QJsonObject{
            {QStringLiteral("name"), identity.mailbox.displayName},
            {QStringLiteral("localPart"), identity.mailbox.localPart},
            {QStringLiteral("domain"), identity.mailbox.domain},
        });
    QJsonObject json{
        {QStringLiteral("id"), account.id},
        {QStringLiteral("identities"), identities},
        {QStringLiteral("server"), serverToJson(account.server)},
        {QStringLiteral("practice"), account.practice},
    };
    for (const auto &[which, name] : PlaceNames)
        json[name] = placeName(account.placeOf(which));
    return json;
}

Result<Account, QString> accountFromJson(const QJsonObject &json)
{
    Account account;
    account.id = json.value(u"id").toString();
    if (!isValidAccountId(account.id))
        return Failure{QStringLiteral("id")};
    const QJsonArray identities = json.value(u"identities").toArray();
    for (const auto &row : identities) {
        auto identity = identityFromJson(row.toObject());
        if (!identity)
            return Failure{identity.error()};
        account.identities.append(*identity);
    }
    if (account.identities.isEmpty())
        return Failure{QStringLiteral("identities")};
    auto server = serverFromJson(json.value(u"server").toObject());
    if (!server)
        return Failure{server.error()};
    account.server = *server;
    for (const auto &[which, name] : PlaceNames) {
        const QJsonValue value = json.value(name);
        const auto place = placeFromName(value.toString());
        const bool mayBeMissing = which != AccountSecret::Password && value.isUndefined();
        if (!place && !mayBeMissing)
            return Failure{QString(name)};
        account.setPlaceOf(which, place.value_or(SecretPlace::None));
    }
    account.practice = json.value(u"practice").toBool();
    return account;
}

} // namespace pennypost
