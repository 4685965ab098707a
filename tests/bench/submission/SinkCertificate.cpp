// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/submission/SinkCertificate.h"

#include <array>
#include <cstdio>
#include <ctime>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace bench {

namespace {

void extend(X509 *certificate, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

} // namespace

SinkCertificate::SinkCertificate()
    : key(EVP_EC_gen("P-256")), certificate(X509_new()), context(SSL_CTX_new(TLS_server_method()))
{
    X509 *made = certificate.get();
    X509_set_version(made, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(made), std::time(nullptr));
    X509_gmtime_adj(X509_getm_notBefore(made), -3600);
    X509_gmtime_adj(X509_getm_notAfter(made), 24L * 3600);
    X509_set_pubkey(made, key.get());
    X509_NAME *name = X509_get_subject_name(made);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("localhost"),
                               -1, -1, 0);
    X509_set_issuer_name(made, name);
    extend(made, NID_basic_constraints, "critical,CA:TRUE");
    extend(made, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
    X509_sign(made, key.get(), EVP_sha256());

    SSL_CTX_use_certificate(context.get(), made);
    SSL_CTX_use_PrivateKey(context.get(), key.get());
    // One system call for many records: the Sink must not be what holds the sender up.
    SSL_CTX_set_read_ahead(context.get(), 1);
    SSL_CTX_set_default_read_buffer_len(context.get(), size_t(256) * 1024);
    SSL_CTX_set_mode(context.get(), SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                        SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
}

bool SinkCertificate::writePem(const std::string &path) const
{
    std::FILE *file = std::fopen(path.c_str(), "w");
    if (!file)
        return false;
    const bool written = PEM_write_X509(file, certificate.get()) == 1;
    return std::fclose(file) == 0 && written;
}

std::string SinkCertificate::sha256Hex() const
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    X509_digest(certificate.get(), EVP_sha256(), digest.data(), &size);
    std::string hex;
    for (unsigned int i = 0; i < size; ++i) {
        constexpr char digits[] = "0123456789abcdef";
        hex += digits[digest[i] >> 4];
        hex += digits[digest[i] & 15];
    }
    return hex;
}

} // namespace bench
