// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fakes/TestCertificates.h"

#include <QByteArray>

#include <memory>

namespace pennypost {

/// The server's side of a TLS connection in memory, in OpenSSL's hands and at security level 0: it shows any
/// certificate, speaks any version, asks, staples and updates as it is told. Bytes in, bytes out. Test's
/// thread.
class TlsPeer
{
public:
    struct Wishes
    {
        TestIdentity identity = TestCertificates::shared().good();
        int version = 0; ///< of TLS as the record has it (0x0301 for 1.0), and no other; 0 for any
        QByteArray staple = {};
        bool extendedMasterSecret = true;
        enum class ClientCertificate { NotAsked, Asked, Demanded, Refused };
        ClientCertificate client = ClientCertificate::NotAsked;
    };

    explicit TlsPeer(const Wishes &wishes);
    ~TlsPeer();

    void feed(const QByteArray &cipher);
    QByteArray takeCipher();
    void write(const QByteArray &clear);
    /// Clear text that came since the last call.
    QByteArray read();
    bool isUp() const;
    /// The client said close_notify.
    bool isClosed() const;
    /// OpenSSL has given up; an alert lies in takeCipher().
    bool hasFailed() const;
    /// Of the certificate that the client showed; empty for none.
    QByteArray clientSha256() const;
    /// Its own view of RFC 9266's tls-exporter.
    QByteArray exporter() const;

    // Late talk.
    void updateKeys(); ///< and asks the client to do so, too
    void sendTicket();
    void renegotiate();
    void close(); ///< close_notify

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pennypost
