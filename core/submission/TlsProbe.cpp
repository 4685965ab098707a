// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/TlsProbe.h"

namespace pennypost {

namespace {

/// A certificate that we would not take is as good an answer as any.
bool showsTls(TransportError::Kind kind)
{
    using Kind = TransportError::Kind;
    switch (kind) {
    case Kind::TlsTooOld:
    case Kind::ClientCertificateWanted:
    case Kind::ClientCertificateRefused:
    case Kind::CertificateUntrusted:
    case Kind::CertificateRevoked:
    case Kind::CertificateWeak:
    case Kind::CertificateExpired:
    case Kind::CertificateWrongName:
    case Kind::CertificateNotPinned:
        return true;
    default:
        return false;
    }
}

} // namespace

TlsProbe::TlsProbe(std::unique_ptr<Transport> transport) : m_transport(std::move(transport))
{
    connect(m_transport.get(), &Transport::encrypted, this, &TlsProbe::speaksTls);
    connect(m_transport.get(), &Transport::failed, this, [this](const TransportError &error) {
        if (error.peerAlerted || showsTls(error.kind))
            Q_EMIT speaksTls();
    });
}

std::chrono::seconds TlsProbe::patience(quint16 port)
{
    const bool greetsInClear = port == 25 || port == 587 || port == 2525;
    return std::chrono::seconds(greetsInClear ? 65 : 5);
}

void TlsProbe::start(const Endpoint &endpoint)
{
    m_transport->open(endpoint, Transport::Start::Tls);
}

} // namespace pennypost
