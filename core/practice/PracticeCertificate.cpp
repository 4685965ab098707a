// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/PracticeCertificate.h"

#include "core/base/Secret.h"

#include <QCryptographicHash>

#include <array>
#include <cstring>
#include <memory>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace pennypost {

namespace {

using KeyHandle = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using CertificateHandle = std::unique_ptr<X509, decltype(&X509_free)>;

QString opensslText()
{
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_get_error(), text.data(), text.size());
    return QString::fromUtf8(text.data());
}

bool addExtension(X509 *certificate, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    if (!extension)
        return false;
    const bool added = X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

/// 64 random bits, positive and not zero (RFC 5280 4.1.2.2).
bool setSerial(X509 *certificate)
{
    uint64_t serial = 0;
    if (RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial) != 1)
        return false;
    serial = (serial >> 1) | 1;
    return ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial) == 1;
}

bool fill(X509 *certificate, EVP_PKEY *key, const QDateTime &now)
{
    const time_t from = now.addDays(-1).toSecsSinceEpoch();
    const time_t until = now.addDays(30).toSecsSinceEpoch();
    static constexpr unsigned char name[] = "Pennypost practice server";
    X509_NAME *subject = X509_get_subject_name(certificate); // the certificate's own: not ours to free
    return X509_set_version(certificate, 2) == 1 && setSerial(certificate) &&
           ASN1_TIME_set(X509_getm_notBefore(certificate), from) &&
           ASN1_TIME_set(X509_getm_notAfter(certificate), until) &&
           X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, name, -1, -1, 0) == 1 &&
           X509_set_issuer_name(certificate, subject) == 1 && X509_set_pubkey(certificate, key) == 1 &&
           addExtension(certificate, NID_basic_constraints, "critical,CA:FALSE") &&
           addExtension(certificate, NID_ext_key_usage, "serverAuth") &&
           addExtension(certificate, NID_subject_alt_name, "IP:127.0.0.1,DNS:localhost") &&
           X509_sign(certificate, key, EVP_sha256()) != 0;
}

/// The DER form by one of OpenSSL's i2d functions: the first call tells the length.
template<class Object>
QByteArray der(int (*encode)(const Object *, unsigned char **), const Object *object)
{
    const int length = encode(object, nullptr);
    if (length <= 0)
        return {};
    QByteArray bytes(length, Qt::Uninitialized);
    auto *cursor = reinterpret_cast<unsigned char *>(bytes.data());
    return encode(object, &cursor) == length ? bytes : QByteArray();
}

} // namespace

Result<PracticeCertificate, QString> PracticeCertificate::make(const QDateTime &now)
{
    const KeyHandle key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const CertificateHandle certificate(X509_new(), &X509_free);
    if (!key || !certificate || !fill(certificate.get(), key.get(), now))
        return Failure{opensslText()};

    QByteArray keyDer = der<EVP_PKEY>(&i2d_PrivateKey, key.get());
    const QByteArray certificateDer = der<X509>(&i2d_X509, certificate.get());
    PracticeCertificate made{QSslKey(keyDer, QSsl::Ec, QSsl::Der, QSsl::PrivateKey),
                             QSslCertificate(certificateDer, QSsl::Der),
                             QCryptographicHash::hash(certificateDer, QCryptographicHash::Sha256)};
    Secret::wipe(keyDer);
    if (made.key.isNull() || made.certificate.isNull())
        return Failure{QStringLiteral("this TLS library takes no EC key")};
    return made;
}

} // namespace pennypost
