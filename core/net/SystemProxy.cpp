// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/SystemProxy.h"

#include <QFutureWatcher>
#include <QNetworkProxyFactory>
#include <QPromise>
#include <QThreadPool>
#include <QUrl>

#include <algorithm>
#include <optional>

namespace pennypost {

namespace {

QString variable(const char *lower, const char *upper)
{
    const QString value = qEnvironmentVariable(lower);
    return value.isEmpty() ? qEnvironmentVariable(upper) : value;
}

/// no_proxy: names, each for itself and all below it; a star for all there are.
bool isExempt(const QString &host)
{
    const auto entries = variable("no_proxy", "NO_PROXY").split(u',', Qt::SkipEmptyParts);
    return std::any_of(entries.begin(), entries.end(), [&](const QString &entry) {
        QString name = entry.trimmed();
        if (name.startsWith(u'.'))
            name.remove(0, 1);
        return name == u"*" || host.compare(name, Qt::CaseInsensitive) == 0 ||
               (!name.isEmpty() && host.endsWith(QString(u'.' + name), Qt::CaseInsensitive));
    });
}

/// all_proxy, as curl and others take it, on every system. Qt asks libproxy where that is there, and it knows
/// no such thing.
std::optional<Proxy> fromEnvironment(const QString &host)
{
    constexpr int socksPort = 1080, httpPort = 8080;
    const QUrl url(variable("all_proxy", "ALL_PROXY"));
    const bool socks = url.scheme().startsWith(QLatin1StringView("socks5"));
    if (url.host().isEmpty() || (!socks && url.scheme() != u"http"))
        return std::nullopt;
    if (isExempt(host))
        return Proxy::none();
    return Proxy{socks ? Proxy::Kind::Socks5 : Proxy::Kind::HttpConnect, url.host(),
                 quint16(url.port(socks ? socksPort : httpPort)), url.userName(QUrl::FullyDecoded),
                 std::make_shared<const Secret>(url.password(QUrl::FullyDecoded))};
}

/// http_proxy says how to fetch web pages, and such a proxy rarely lets anybody through to a mail port; Qt
/// and libproxy take it for every protocol.
bool isForPagesOnly(const QNetworkProxy &proxy)
{
    return QUrl(qEnvironmentVariable("http_proxy")).host() == proxy.hostName();
}

Proxy usable(const QList<QNetworkProxy> &proxies)
{
    for (const QNetworkProxy &proxy : proxies) {
        if (proxy.type() == QNetworkProxy::NoProxy)
            break;
        const bool http = proxy.type() == QNetworkProxy::HttpProxy;
        if ((!http && proxy.type() != QNetworkProxy::Socks5Proxy) || isForPagesOnly(proxy))
            continue;
        return {http ? Proxy::Kind::HttpConnect : Proxy::Kind::Socks5, proxy.hostName(), proxy.port(),
                proxy.user(), std::make_shared<const Secret>(proxy.password())};
    }
    return Proxy::none();
}

Proxy ask(const QString &host, quint16 port)
{
    if (auto proxy = fromEnvironment(host))
        return *proxy;
    return usable(QNetworkProxyFactory::systemProxyForQuery(
        QNetworkProxyQuery(host, port, QStringLiteral("smtp"), QNetworkProxyQuery::TcpSocket)));
}

} // namespace

void findSystemProxy(const QString &host, quint16 port, QObject *context, ProxyFound found)
{
    auto promise = std::make_shared<QPromise<Proxy>>();
    auto *watcher = new QFutureWatcher<Proxy>(context);
    QObject::connect(watcher, &QFutureWatcher<Proxy>::finished, context, [watcher, found = std::move(found)] {
        const Proxy proxy = watcher->future().resultCount() > 0 ? watcher->result() : Proxy::none();
        watcher->deleteLater();
        found(proxy); // the context may go in it
    });
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, host, port] {
        promise->start();
        promise->addResult(ask(host, port));
        promise->finish();
    });
}

} // namespace pennypost
