// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/TlsBindings.h"

#include <array>
#include <string_view>

namespace pennypost {

namespace {

constexpr std::string_view exporterLabel = "EXPORTER-Channel-Binding";
constexpr size_t exporterSize = 32;

template<size_t size>
QByteArray octets(const std::array<unsigned char, size> &bytes, size_t count)
{
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(count)};
}

QByteArray exporterOf(SSL *ssl)
{
    if (SSL_version(ssl) < TLS1_3_VERSION && SSL_get_extms_support(ssl) != 1)
        return {};
    std::array<unsigned char, exporterSize> bytes{};
    // TLS 1.3 makes no difference between no context and an empty one. TLS 1.2 does, and there servers (Exim,
    // Dovecot, all on GnuTLS) give none.
    const bool made = SSL_export_keying_material(ssl, bytes.data(), bytes.size(), exporterLabel.data(),
                                                 exporterLabel.size(), nullptr, 0, 0) == 1;
    return made ? octets(bytes, bytes.size()) : QByteArray();
}

/// The certificate's own hash function, but never MD5 or SHA-1: SHA-256 stands in. Null for a signature
/// without one (Ed25519), for which the binding is not defined.
const EVP_MD *bindingHash(X509 *certificate)
{
    int hash = NID_undef;
    if (X509_get_signature_info(certificate, &hash, nullptr, nullptr, nullptr) != 1)
        return nullptr;
    if (hash == NID_md5 || hash == NID_sha1)
        return EVP_sha256();
    return hash == NID_undef ? nullptr : EVP_get_digestbynid(hash);
}

QByteArray endPointOf(SSL *ssl)
{
    const X509Handle certificate(SSL_get1_peer_certificate(ssl));
    const EVP_MD *hash = certificate ? bindingHash(certificate.get()) : nullptr;
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int size = 0;
    if (!hash || X509_digest(certificate.get(), hash, bytes.data(), &size) != 1)
        return {};
    return octets(bytes, size);
}

} // namespace

ChannelBindings channelBindingsOf(SSL *ssl)
{
    ChannelBindings bindings{exporterOf(ssl), endPointOf(ssl)};
    ERR_clear_error();
    return bindings;
}

} // namespace pennypost
