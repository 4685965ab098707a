// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/RequestParts.h"

#include <QSet>
#include <QUrl>

#include <utility>

namespace pennypost {

namespace {

Proxy proxyOf(const ProxySettings &settings, const Secret &password)
{
    switch (settings.kind) {
    case ProxySettings::Kind::System:
        return {};
    case ProxySettings::Kind::None:
        return Proxy::none();
    case ProxySettings::Kind::Socks5:
    case ProxySettings::Kind::HttpConnect:
        break;
    }
    const bool socks = settings.kind == ProxySettings::Kind::Socks5;
    return {socks ? Proxy::Kind::Socks5 : Proxy::Kind::HttpConnect, settings.host, settings.port,
            settings.user, std::make_shared<const Secret>(password.clone())};
}

} // namespace

Endpoint endpointOf(const ServerSettings &server, const ConnectionSecrets &secrets,
                    std::shared_ptr<const ClientCertificate> certificate)
{
    return {server.host,
            server.port,
            {server.pinnedSha256, server.caFile},
            proxyOf(server.proxy, secrets.proxyPassword),
            std::move(certificate)};
}

std::chrono::milliseconds limitAt(Stage stage, const TimeLimits &limits)
{
    switch (stage) {
    case Stage::Greeting:
        return limits.greeting;
    case Stage::Data:
        return limits.data;
    case Stage::FinalDot:
        return limits.finalDot;
    default:
        return limits.command;
    }
}

DialogueSettings dialogueSettingsOf(const ServerSettings &server)
{
    DialogueSettings settings;
    switch (server.security) {
    case ServerSettings::Security::Tls:
        settings.protection = Protection::ImplicitTls;
        break;
    case ServerSettings::Security::StartTls:
        settings.protection = Protection::StartTls;
        break;
    case ServerSettings::Security::None:
        settings.protection = Protection::None;
        break;
    }
    settings.mechanism = server.mechanism;
    settings.host = QUrl::toAce(server.host);
    settings.port = server.port;
    return settings;
}

std::optional<Transaction> transactionOf(const std::optional<Letter> &letter)
{
    if (!letter)
        return std::nullopt;
    const MimeSource &source = *letter->source;
    return Transaction{letter->envelope,        source.size(),         source.hasEightBitBody(),
                       source.hasUtf8Headers(), source.eightBitSize(), letter->partialRefusal,
                       letter->options};
}

QStringList acceptedPaths(const Envelope &envelope, const QList<RefusedPath> &refused)
{
    QSet<QString> without;
    for (const RefusedPath &path : refused)
        without.insert(path.path);
    QStringList accepted;
    for (const SmtpPath &path : envelope.forwardPaths) {
        if (!without.contains(path.display()))
            accepted.append(path.display());
    }
    return accepted;
}

Receipt receiptOf(const Reply &finalReply, const QList<RefusedPath> &refused,
                  const SubmissionProgress &progress, const SubmissionRequest &request)
{
    Receipt receipt;
    receipt.host = request.server.host;
    receipt.port = request.server.port;
    receipt.address = progress.address;
    receipt.tls = progress.tls;
    receipt.serverName = progress.serverName;
    receipt.mechanism = progress.mechanism;
    receipt.finalReply = finalReply;
    receipt.refused = refused;
    if (!request.letter)
        return receipt;
    receipt.octets = progress.total;
    receipt.accepted = acceptedPaths(request.letter->envelope, refused);
    return receipt;
}

} // namespace pennypost
