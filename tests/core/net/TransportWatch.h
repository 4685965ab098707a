// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/TlsTransport.h"
#include "tests/fakes/ScriptedServer.h"

#include <QByteArrayList>
#include <QStringList>

#include <optional>

namespace pennypost {

/// Where a server of the test listens, with the test's own authority to trust.
inline Endpoint endpointOf(const ScriptedServer &server)
{
    return {QStringLiteral("127.0.0.1"), server.serverPort(), {{}, TestCertificates::shared().caFile()}};
}

/// Writes down what a Transport emits, in order, and reads what comes in.
class TransportWatch : public QObject
{
public:
    explicit TransportWatch(Transport &transport)
    {
        connect(&transport, &Transport::resolved, this, [this](const QList<QHostAddress> &found) {
            addresses = found;
            events += QStringLiteral("resolved");
        });
        connect(&transport, &Transport::connected, this, [this] { events += QStringLiteral("connected"); });
        connect(&transport, &Transport::encrypted, this, [this] { events += QStringLiteral("encrypted"); });
        connect(&transport, &Transport::readyRead, this, [this, &transport] {
            if (reads)
                received += transport.read();
        });
        connect(&transport, &Transport::drained, this, [this] { ++drains; });
        connect(&transport, &Transport::failed, this, [this](const TransportError &failure) {
            events += QStringLiteral("failed");
            error = failure;
        });
    }

    bool has(const char *event) const { return events.contains(QLatin1StringView(event)); }

    bool reads = true;
    QStringList events;
    QList<QHostAddress> addresses;
    QByteArray received;
    int drains = 0;
    std::optional<TransportError> error;
};

} // namespace pennypost
