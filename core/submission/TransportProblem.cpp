// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/TransportProblem.h"

namespace pennypost {

Problem problemOf(TransportError::Kind kind, bool duringStartTls)
{
    using Kind = TransportError::Kind;
    switch (kind) {
    case Kind::Offline:
        return Problem::Offline;
    case Kind::HostNotFound:
        return Problem::HostNotFound;
    case Kind::Refused:
        return Problem::ConnectionRefused;
    case Kind::TimedOut:
        return Problem::TimedOut;
    case Kind::Lost:
        return Problem::ConnectionLost;
    case Kind::TlsFailed:
        return Problem::TlsFailed;
    case Kind::ClientCertificateWanted:
    case Kind::ClientCertificateRefused:
        return Problem::ClientCertificateNeeded;
    case Kind::PeerSpeaksPlain:
        return duringStartTls ? Problem::InjectedBeforeTls : Problem::TlsOnPlainPort;
    case Kind::TlsTooOld:
        return Problem::TlsTooOld;
    case Kind::CertificateUntrusted:
        return Problem::CertificateUntrusted;
    case Kind::CertificateRevoked:
        return Problem::CertificateRevoked;
    case Kind::CertificateWeak:
        return Problem::CertificateWeak;
    case Kind::CertificateExpired:
        return Problem::CertificateExpired;
    case Kind::CertificateWrongName:
        return Problem::CertificateWrongName;
    case Kind::CertificateNotPinned:
        return Problem::CertificateNotPinned;
    case Kind::ProxyNotFound:
    case Kind::ProxyUnreachable:
    case Kind::ProxyFailed:
        return Problem::ProxyUnreachable;
    case Kind::ProxyAuthenticationRequired:
        return Problem::ProxyAuthenticationRequired;
    case Kind::ProxyRefused:
        return Problem::ProxyRefused;
    }
    return Problem::ConnectionLost;
}

bool looksLikeTls(QByteArrayView firstBytes)
{
    constexpr char alert = 0x15;
    constexpr char handshake = 0x16;
    constexpr char version = 0x03; // of every TLS there is
    return firstBytes.size() >= 2 && (firstBytes[0] == alert || firstBytes[0] == handshake) &&
           firstBytes[1] == version;
}

} // namespace pennypost
