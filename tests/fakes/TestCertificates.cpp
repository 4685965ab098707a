// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/TestCertificates.h"

#include <QFile>
#include <QHostAddress>

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/ocsp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>
#include <stdexcept>

namespace pennypost {

namespace {

template<auto function>
struct Free
{
    template<class T>
    void operator()(T *pointer) const
    {
        function(pointer);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION_free>>;
using Bio = std::unique_ptr<BIO, Free<BIO_free_all>>;

constexpr long day = 24 * 3600;

/// What is asked of one certificate.
struct Wanted
{
    QByteArray commonName;
    QStringList names;
    long validFrom = -day; ///< seconds from now
    long validTo = 30 * day;
    bool isAuthority = false;
    const char *purpose = "serverAuth";
    const EVP_MD *hash = EVP_sha256();
};

/// A test that can't make its certificates can't run: the exception ends it with a word why.
void require(bool condition, const char *what)
{
    if (!condition)
        throw std::runtime_error(what);
}

void add(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    require(extension && X509_add_ext(certificate, extension.get(), -1) == 1, "X.509 extension");
}

QByteArray alternativeNames(const QStringList &names)
{
    QByteArrayList entries;
    for (const QString &name : names) {
        const bool isAddress = !QHostAddress(name).isNull();
        entries.append((isAddress ? "IP:" : "DNS:") + name.toLatin1());
    }
    return entries.join(',');
}

template<class Write>
QByteArray pem(Write write)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    require(bio && write(bio.get()) == 1, "PEM");
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, qsizetype(size)};
}

Key makeKey()
{
    Key key(EVP_EC_gen("P-256"));
    require(key != nullptr, "EC key");
    return key;
}

/// Without an issuer it signs itself.
Certificate makeCertificate(const Wanted &wanted, EVP_PKEY *key, X509 *issuer, EVP_PKEY *issuerKey)
{
    static long serial = 1000;
    Certificate certificate(X509_new());
    X509 *x509 = certificate.get();
    require(x509 && X509_set_version(x509, X509_VERSION_3) == 1, "X.509");
    ASN1_INTEGER_set(X509_get_serialNumber(x509), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(x509), wanted.validFrom);
    X509_gmtime_adj(X509_getm_notAfter(x509), wanted.validTo);
    X509_set_pubkey(x509, key);
    X509_NAME *subject = X509_get_subject_name(x509);
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(wanted.commonName.constData()),
                               int(wanted.commonName.size()), -1, 0);
    X509_set_issuer_name(x509, issuer ? X509_get_subject_name(issuer) : subject);
    X509 *signer = issuer ? issuer : x509;
    add(x509, signer, NID_basic_constraints, wanted.isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    add(x509, signer, NID_subject_key_identifier, "hash");
    if (wanted.isAuthority)
        add(x509, signer, NID_key_usage, "critical,keyCertSign,cRLSign");
    else
        add(x509, signer, NID_ext_key_usage, wanted.purpose);
    if (!wanted.names.isEmpty())
        add(x509, signer, NID_subject_alt_name, alternativeNames(wanted.names));
    require(X509_sign(x509, issuerKey ? issuerKey : key, wanted.hash) > 0, "signature");
    return certificate;
}

TestIdentity identity(X509 *certificate, EVP_PKEY *key)
{
    const QByteArray certificatePem = pem([&](BIO *bio) { return PEM_write_bio_X509(bio, certificate); });
    const QByteArray keyPem = pem(
        [&](BIO *bio) { return PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr); });
    const bool isRsa = EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA;
    TestIdentity made{QSslCertificate(certificatePem, QSsl::Pem),
                      QSslKey(keyPem, isRsa ? QSsl::Rsa : QSsl::Ec)};
    require(!made.certificate.isNull() && !made.key.isNull(), "Qt reads what OpenSSL wrote");
    return made;
}

QStringList goodNames()
{
    return {QStringLiteral("localhost"), QStringLiteral("127.0.0.1"), QStringLiteral("::1")};
}

} // namespace

struct TestCertificates::Maker
{
    Key key = makeKey();
    Certificate authority =
        makeCertificate({.commonName = "Pennypost test authority", .names = {}, .isAuthority = true},
                        key.get(), nullptr, nullptr);

    TestIdentity make(const Wanted &wanted, Key own = makeKey()) const
    {
        const Certificate certificate = makeCertificate(wanted, own.get(), authority.get(), key.get());
        return identity(certificate.get(), own.get());
    }
};

const TestCertificates &TestCertificates::shared()
{
    static const TestCertificates certificates;
    return certificates;
}

TestCertificates::TestCertificates() : m_maker(std::make_unique<Maker>())
{
    QFile file(caFile());
    require(file.open(QIODevice::WriteOnly) && file.write(authority().toPem()) > 0, "CA file");
}

TestCertificates::~TestCertificates() = default;

TestIdentity TestCertificates::good() const
{
    return named(goodNames());
}

TestIdentity TestCertificates::named(const QStringList &names) const
{
    return m_maker->make({.commonName = "Pennypost test server", .names = names});
}

TestIdentity TestCertificates::expired() const
{
    return m_maker->make(
        {.commonName = "localhost", .names = goodNames(), .validFrom = -30 * day, .validTo = -day});
}

TestIdentity TestCertificates::notYetValid() const
{
    return m_maker->make({.commonName = "localhost", .names = goodNames(), .validFrom = day});
}

TestIdentity TestCertificates::wrongName() const
{
    return named({QStringLiteral("mail.example.org"), QStringLiteral("192.0.2.1")});
}

TestIdentity TestCertificates::selfSigned() const
{
    const Key own = makeKey();
    const Certificate certificate =
        makeCertificate({.commonName = "localhost", .names = goodNames()}, own.get(), nullptr, nullptr);
    return identity(certificate.get(), own.get());
}

TestIdentity TestCertificates::unknownAuthority() const
{
    return Maker().make({.commonName = "localhost", .names = goodNames()});
}

TestIdentity TestCertificates::commonNameOnly() const
{
    return m_maker->make({.commonName = "localhost", .names = {}});
}

TestIdentity TestCertificates::signedWithSha1() const
{
    return m_maker->make({.commonName = "localhost", .names = goodNames(), .hash = EVP_sha1()});
}

TestIdentity TestCertificates::signedWithSha384() const
{
    return m_maker->make({.commonName = "localhost", .names = goodNames(), .hash = EVP_sha384()});
}

TestIdentity TestCertificates::shortKey() const
{
    Key key(EVP_RSA_gen(1024));
    require(key != nullptr, "RSA key");
    return m_maker->make({.commonName = "localhost", .names = goodNames()}, std::move(key));
}

TestIdentity TestCertificates::forClients() const
{
    return m_maker->make({.commonName = "someone", .names = {}, .purpose = "clientAuth"});
}

TestIdentity TestCertificates::expiredForClients() const
{
    return m_maker->make({.commonName = "someone",
                          .names = {},
                          .validFrom = -30 * day,
                          .validTo = -day,
                          .purpose = "clientAuth"});
}

QByteArray TestCertificates::staple(const TestIdentity &about, Staple kind) const
{
    using Response = std::unique_ptr<OCSP_RESPONSE, Free<OCSP_RESPONSE_free>>;
    using Basic = std::unique_ptr<OCSP_BASICRESP, Free<OCSP_BASICRESP_free>>;
    using Time = std::unique_ptr<ASN1_TIME, Free<ASN1_TIME_free>>;
    const QByteArray der = about.certificate.toDer();
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
    const Certificate certificate(d2i_X509(nullptr, &cursor, long(der.size())));
    const Basic basic(OCSP_BASICRESP_new());
    const bool old = kind == Staple::OldGood;
    const Time from(X509_gmtime_adj(nullptr, old ? -20 * day : -day));
    const Time until(X509_gmtime_adj(nullptr, old ? -10 * day : day));
    const bool revoked = kind == Staple::Revoked;
    OCSP_CERTID *id = OCSP_cert_to_id(nullptr, certificate.get(), m_maker->authority.get()); // copied below
    const bool added =
        OCSP_basic_add1_status(basic.get(), id, revoked ? V_OCSP_CERTSTATUS_REVOKED : V_OCSP_CERTSTATUS_GOOD,
                               revoked ? OCSP_REVOKED_STATUS_KEYCOMPROMISE : 0,
                               revoked ? from.get() : nullptr, from.get(), until.get());
    OCSP_CERTID_free(id);
    require(added && OCSP_basic_sign(basic.get(), m_maker->authority.get(), m_maker->key.get(), EVP_sha256(),
                                     nullptr, 0) == 1,
            "OCSP signature");
    const Response response(OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic.get()));
    unsigned char *bytes = nullptr;
    const int size = i2d_OCSP_RESPONSE(response.get(), &bytes);
    require(size > 0, "OCSP response");
    QByteArray made(reinterpret_cast<const char *>(bytes), size);
    OPENSSL_free(bytes);
    return made;
}

QSslCertificate TestCertificates::authority() const
{
    return identity(m_maker->authority.get(), m_maker->key.get()).certificate;
}

QString TestCertificates::caFile() const
{
    return m_folder.filePath(QStringLiteral("authority.pem"));
}

} // namespace pennypost
