// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/ProxyNames.h"

#include <QUrl>

#include <algorithm>
#include <array>
#include <utility>

namespace pennypost {

namespace {

constexpr std::array<std::pair<ProxySettings::Kind, QLatin1StringView>, 4> ProxyKinds{{
    {ProxySettings::Kind::System, QLatin1StringView("system")},
    {ProxySettings::Kind::None, QLatin1StringView("none")},
    {ProxySettings::Kind::Socks5, QLatin1StringView("socks5")},
    {ProxySettings::Kind::HttpConnect, QLatin1StringView("http")},
}};

} // namespace

QLatin1StringView proxyKindName(ProxySettings::Kind kind)
{
    const auto *const row = std::find_if(ProxyKinds.begin(), ProxyKinds.end(),
                                         [kind](const auto &each) { return each.first == kind; });
    return row->second;
}

std::optional<ProxySettings::Kind> proxyKindFromName(QAnyStringView name)
{
    const auto *const row = std::find_if(ProxyKinds.begin(), ProxyKinds.end(),
                                         [name](const auto &each) { return each.second == name; });
    return row == ProxyKinds.end() ? std::nullopt : std::optional(row->first);
}

QString proxyText(const ProxySettings &proxy)
{
    const QLatin1StringView name = proxyKindName(proxy.kind);
    if (!proxy.isNamed())
        return name;
    const QString user =
        proxy.user.isEmpty() ? QString() : QString::fromLatin1(QUrl::toPercentEncoding(proxy.user) + '@');
    const QString host = proxy.host.contains(u':') ? QString(u'[' + proxy.host + u']') : proxy.host;
    return name + QStringLiteral("://") + user + host + u':' + QString::number(proxy.port);
}

std::optional<ProxySettings> proxyFromText(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const auto kind = proxyKindFromName(url.scheme().isEmpty() ? text : url.scheme());
    if (!kind)
        return std::nullopt;
    ProxySettings proxy;
    proxy.kind = *kind;
    if (!proxy.isNamed())
        return text == proxyKindName(*kind) ? std::optional(proxy) : std::nullopt;
    const bool isPlain = url.password().isEmpty() && !url.hasQuery() && !url.hasFragment() &&
                         (url.path().isEmpty() || url.path() == u"/");
    if (!isPlain || url.host().isEmpty() || url.port() < 1)
        return std::nullopt;
    proxy.host = url.host();
    proxy.port = quint16(url.port());
    proxy.user = url.userName(QUrl::FullyDecoded);
    return proxy;
}

} // namespace pennypost
