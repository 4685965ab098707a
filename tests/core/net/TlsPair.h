// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/TlsEngine.h"
#include "tests/fakes/TlsPeer.h"

#include <QTest>

#include <functional>

namespace pennypost {

/// Both sides of a TLS connection, joined in memory.
struct TlsPair
{
    explicit TlsPair(const TlsPeer::Wishes &wishes = {}, const QString &name = QStringLiteral("localhost"),
                     const CertificateTrust &trust = {{}, TestCertificates::shared().caFile()},
                     std::shared_ptr<const ClientCertificate> own = {})
        : peer(wishes)
    {
        auto made = TlsEngine::make(*HostName::make(name), trust, std::move(own));
        if (!made)
            qFatal("TlsEngine: %s", qPrintable(made.error().detail));
        engine = *std::move(made);
    }

    /// Carries bytes to and fro until neither side has any, so many at a time.
    void shake(qsizetype pieceSize = 1 << 20)
    {
        engine->feed({});
        carry(pieceSize);
    }
    void carry(qsizetype pieceSize = 1 << 20)
    {
        for (;;) {
            const QByteArray up = engine->takeCipher();
            for (qsizetype i = 0; i < up.size(); i += pieceSize)
                peer.feed(up.mid(i, pieceSize));
            const QByteArray down = peer.takeCipher();
            for (qsizetype i = 0; i < down.size(); i += pieceSize)
                engine->feed(down.mid(i, pieceSize));
            if (up.isEmpty() && down.isEmpty())
                return;
        }
    }
    bool isUp() const { return engine->state() == TlsEngine::State::Up && peer.isUp(); }

    TlsPeer peer;
    std::unique_ptr<TlsEngine> engine;
};

} // namespace pennypost
