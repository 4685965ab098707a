// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/ServerDiscovery.h"

#include "core/account/SecurityNames.h"
#include "core/account/ServerSettingsCheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace pennypost {

namespace {

QStringList stringsOf(const QJsonValue &value)
{
    QStringList strings;
    const QJsonArray array = value.toArray();
    for (const auto &entry : array)
        strings.append(entry.toString());
    return strings;
}

Result<QUrl, QString> linkOf(const QJsonValue &value)
{
    const QString text = value.toString();
    QUrl url(text, QUrl::StrictMode);
    // The link is opened in a browser by a click: nothing but the web, and not in clear.
    if (!text.isEmpty() && (!url.isValid() || url.scheme() != u"https"))
        return Failure{QStringLiteral("not an https link: ") + text};
    return url;
}

Result<Provider, QString> providerOf(const QJsonObject &json)
{
    Provider provider;
    provider.name = json.value(u"name").toString();
    provider.domains = stringsOf(json.value(u"domains"));
    provider.host = json.value(u"host").toString();
    provider.otherHosts = stringsOf(json.value(u"otherHosts"));
    if (provider.name.isEmpty() || provider.domains.isEmpty() || !isValidHost(provider.host))
        return Failure{QStringLiteral("row without name, domains or host: ") + provider.name};
    const int port = json.value(u"port").toInt();
    const auto security = securityFromName(json.value(u"security").toString());
    if (port < 1 || port > 65535 || !security || *security == ServerSettings::Security::None)
        return Failure{QStringLiteral("port or security of ") + provider.name};
    provider.port = quint16(port);
    provider.security = *security;
    const QString userName = json.value(u"userName").toString(QStringLiteral("address"));
    if (userName != u"address" && userName != u"local-part")
        return Failure{QStringLiteral("user name form of ") + provider.name};
    provider.userName = userName == u"address" ? Provider::UserName::Address : Provider::UserName::LocalPart;
    auto appPasswordHelp = linkOf(json.value(u"appPasswordHelp"));
    auto accessHelp = linkOf(json.value(u"accessHelp"));
    if (!appPasswordHelp || !accessHelp)
        return Failure{!appPasswordHelp ? appPasswordHelp.error() : accessHelp.error()};
    provider.appPasswordHelp = *appPasswordHelp;
    provider.accessHelp = *accessHelp;
    provider.needsOAuth = json.value(u"oauth").toBool();
    return provider;
}

ServerSettings settingsOf(const QString &host, ServerSettings::Security security, const QString &userName)
{
    ServerSettings settings;
    settings.host = host;
    settings.port = usualPort(security);
    settings.security = security;
    settings.userName = userName;
    return settings;
}

/// The optimal string alignment distance: letters wrong, missing, too many or swapped with their neighbour.
int slipsBetween(const QString &one, const QString &other)
{
    const auto width = size_t(other.size()) + 1;
    std::vector<int> before(width);
    std::vector<int> last(width);
    std::vector<int> row(width);
    std::iota(last.begin(), last.end(), 0);
    for (qsizetype i = 1; i <= one.size(); ++i) {
        row[0] = int(i);
        for (size_t j = 1; j < width; ++j) {
            const QChar mine = one[i - 1];
            const QChar theirs = other[qsizetype(j) - 1];
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (mine == theirs ? 0 : 1)});
            const bool swapped = i > 1 && j > 1 && mine == other[qsizetype(j) - 2] && one[i - 2] == theirs;
            if (swapped)
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last.back();
}

} // namespace

Result<ServerDiscovery, QString> ServerDiscovery::fromJson(const QByteArray &json)
{
    QJsonParseError parseError{};
    const QJsonObject root = QJsonDocument::fromJson(json, &parseError).object();
    if (parseError.error != QJsonParseError::NoError)
        return Failure{parseError.errorString()};
    if (root.value(u"version").toInt() != 1)
        return Failure{QStringLiteral("unknown version of the provider table")};
    ServerDiscovery discovery;
    const QJsonArray rows = root.value(u"providers").toArray();
    for (const auto &row : rows) {
        auto provider = providerOf(row.toObject());
        if (!provider)
            return Failure{provider.error()};
        for (const QString &domain : std::as_const(provider->domains)) {
            if (domain != asciiDomain(domain))
                return Failure{QStringLiteral("domain not in lower case A-labels: ") + domain};
            if (discovery.m_byDomain.contains(domain))
                return Failure{QStringLiteral("domain twice: ") + domain};
            discovery.m_byDomain.insert(domain, discovery.m_providers.size());
        }
        discovery.m_providers.append(*provider);
    }
    return discovery;
}

Suggestion ServerDiscovery::suggest(const Mailbox &mailbox) const
{
    Suggestion suggestion;
    const QString domain = asciiDomain(mailbox.domain);
    // A domain literal names a machine, not a domain to put "smtp." before.
    if (mailbox.localPart.isEmpty() || domain.isEmpty() || domain.startsWith(u'['))
        return suggestion;
    if (const auto row = m_byDomain.constFind(domain); row != m_byDomain.cend()) {
        const Provider &provider = m_providers.at(*row);
        const bool whole = provider.userName == Provider::UserName::Address;
        ServerSettings settings =
            settingsOf(provider.host, provider.security, whole ? mailbox.addrSpec() : mailbox.localPart);
        settings.port = provider.port;
        suggestion.provider = provider;
        suggestion.candidates.append(settings);
        return suggestion;
    }
    // A name at a time, TLS before STARTTLS (RFC 8314 3.3): where a name exists, one of its ports mostly
    // answers.
    for (const auto prefix : {QLatin1StringView("smtp."), QLatin1StringView("mail.")}) {
        const QString host = prefix + domain;
        if (!isValidHost(host))
            continue;
        for (const auto security : {ServerSettings::Security::Tls, ServerSettings::Security::StartTls})
            suggestion.candidates.append(settingsOf(host, security, mailbox.addrSpec()));
    }
    return suggestion;
}

const Provider *ServerDiscovery::providerForHost(const QString &host) const
{
    for (const Provider &provider : m_providers) {
        if (provider.host.compare(host, Qt::CaseInsensitive) == 0 ||
            provider.otherHosts.contains(host, Qt::CaseInsensitive))
            return &provider;
    }
    return nullptr;
}

QString ServerDiscovery::nearestHost(const QString &host) const
{
    constexpr int slips = 2;
    const QString typed = host.toLower();
    QString nearest;
    int least = slips + 1;
    for (const Provider &provider : m_providers) {
        for (const QString &known : QStringList(provider.host) + provider.otherHosts) {
            const int distance = slipsBetween(typed, known.toLower());
            if (distance == 0)
                return {};
            if (distance < least) {
                least = distance;
                nearest = known;
            }
        }
    }
    return nearest;
}

} // namespace pennypost
