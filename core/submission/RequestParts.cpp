// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/RequestParts.h"

#include <QSet>
#include <QUrl>

namespace pennypost {

Endpoint endpointOf(const ServerSettings &server)
{
    return {server.host, server.port, {server.pinnedSha256, server.caFile}};
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

std::optional<Transaction> transactionOf(const std::optional<Letter> &letter, const QDateTime &now)
{
    if (!letter)
        return std::nullopt;
    const MimeSource &source = *letter->source;
    return Transaction{letter->envelope,
                       source.size(),
                       source.hasEightBitBody(),
                       source.hasUtf8Headers(),
                       letter->partialRefusal,
                       letter->options,
                       now};
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
