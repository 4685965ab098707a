// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ClientCertificate.h"

#include "core/net/OpenSslHandles.h"
#include "core/net/TlsContext.h"
#include "core/net/X509Forms.h"

#include <QCryptographicHash>
#include <QSslCertificate>

#include <algorithm>
#include <cstring>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <optional>
#include <utility>
#include <vector>

namespace pennypost {

struct ClientCertificate::Parts
{
    X509Handle certificate;
    KeyHandle key;
    std::vector<X509Handle> chain; ///< intermediates, the certificate's issuer first
};

namespace {

using Error = ClientCertificateError;
using Pkcs12Handle = std::unique_ptr<PKCS12, OpenSslFree<PKCS12_free>>;

BioHandle reader(const QByteArray &bytes)
{
    return BioHandle(BIO_new_mem_buf(bytes.constData(), int(bytes.size())));
}

/// OpenSSL asks for it only where a key is encrypted; without this it would ask on the terminal.
struct PassPhrase
{
    const Secret &secret;
    bool wasAsked = false;

    static int give(char *buffer, int size, int, void *self)
    {
        auto *phrase = static_cast<PassPhrase *>(self);
        phrase->wasAsked = true;
        const QByteArrayView bytes = phrase->secret.bytes();
        if (bytes.isEmpty() || bytes.size() > size)
            return -1;
        std::memcpy(buffer, bytes.data(), size_t(bytes.size()));
        return int(bytes.size());
    }
};

struct Read
{
    X509Handle certificate;
    KeyHandle key;
    std::vector<X509Handle> chain;
    std::optional<Error> error;
};

Read readPem(const QByteArray &file, const Secret &secret)
{
    Read read;
    PassPhrase phrase{secret};
    std::vector<X509Handle> certificates;
    const BioHandle certificateBio = reader(file), keyBio = reader(file);
    while (X509 *next = PEM_read_bio_X509(certificateBio.get(), nullptr, PassPhrase::give, &phrase))
        certificates.emplace_back(next);
    phrase.wasAsked = false;
    read.key.reset(PEM_read_bio_PrivateKey(keyBio.get(), nullptr, PassPhrase::give, &phrase));
    if (certificates.empty())
        read.error = Error::Unreadable;
    else if (!read.key)
        read.error = phrase.wasAsked ? Error::WrongPassPhrase : Error::NoKey;
    if (read.error)
        return read;
    // The person's own is the one that fits the key; the others lead to its authority.
    const auto own = std::find_if(certificates.begin(), certificates.end(), [&](const X509Handle &one) {
        return X509_check_private_key(one.get(), read.key.get()) == 1;
    });
    if (own == certificates.end()) {
        read.error = Error::NoKey;
        return read;
    }
    read.certificate = std::move(*own);
    certificates.erase(own);
    read.chain = std::move(certificates);
    return read;
}

Read readPkcs12(PKCS12 *archive, const Secret &secret)
{
    Read read;
    Secret ended(secret.bytes().toByteArray().append('\0')); // OpenSSL takes a C string
    const char *phrase = ended.bytes().data();
    // Without a pass phrase some programs write an empty one and others none.
    const bool unlocks = PKCS12_verify_mac(archive, phrase, -1) == 1 ||
                         (secret.isEmpty() && PKCS12_verify_mac(archive, nullptr, 0) == 1);
    EVP_PKEY *key = nullptr;
    X509 *certificate = nullptr;
    STACK_OF(X509) *others = nullptr;
    const bool parsed = PKCS12_parse(archive, phrase, &key, &certificate, &others) == 1;
    read.key.reset(key);
    read.certificate.reset(certificate);
    for (int i = 0; others && i < sk_X509_num(others); ++i)
        read.chain.emplace_back(sk_X509_value(others, i));
    sk_X509_free(others); // the stack alone: what was in it has its owners
    if (!parsed)
        read.error = unlocks ? Error::Unreadable : Error::WrongPassPhrase;
    else if (!read.certificate)
        read.error = read.key ? Error::Unreadable : Error::NoKey;
    else if (!read.key || X509_check_private_key(certificate, key) != 1)
        read.error = Error::NoKey;
    return read;
}

Read readAny(const QByteArray &file, const Secret &passPhrase)
{
    if (file.contains("-----BEGIN "))
        return readPem(file, passPhrase);
    const auto *cursor = reinterpret_cast<const unsigned char *>(file.constData());
    const Pkcs12Handle archive(d2i_PKCS12(nullptr, &cursor, long(file.size())));
    if (archive)
        return readPkcs12(archive.get(), passPhrase);
    Read nothing;
    nothing.error = Error::Unreadable;
    return nothing;
}

QString subjectOf(const QSslCertificate &certificate)
{
    const QStringList names = certificate.subjectInfo(QSslCertificate::CommonName) +
                              certificate.subjectAlternativeNames().values(QSsl::EmailEntry);
    return names.isEmpty() ? certificate.subjectDisplayName() : names.first();
}

} // namespace

ClientCertificate::ClientCertificate() = default;
ClientCertificate::~ClientCertificate() = default;

ClientCertificate::Made ClientCertificate::read(const QByteArray &file, const Secret &passPhrase,
                                                const QDateTime &now)
{
    Read parts = readAny(file, passPhrase);
    ERR_clear_error();
    if (parts.error)
        return Failure{*parts.error};
    const QSslCertificate shown = qtCertificate(parts.certificate.get());
    if (now > shown.expiryDate() || now < shown.effectiveDate())
        return Failure{Error::Expired};
    std::shared_ptr<ClientCertificate> made(new ClientCertificate);
    made->m_subject = subjectOf(shown);
    made->m_notAfter = shown.expiryDate();
    made->m_sha256 = shown.digest(QCryptographicHash::Sha256);
    made->m_parts = std::make_unique<Parts>(
        Parts{std::move(parts.certificate), std::move(parts.key), std::move(parts.chain)});
    const SslHandle trial(tlsContext() ? SSL_new(tlsContext()) : nullptr);
    if (!trial || !made->attach(trial.get()))
        return Failure{Error::Weak};
    return std::shared_ptr<const ClientCertificate>(std::move(made));
}

bool ClientCertificate::attach(SSL *ssl) const
{
    bool taken = SSL_use_certificate(ssl, m_parts->certificate.get()) == 1 &&
                 SSL_use_PrivateKey(ssl, m_parts->key.get()) == 1;
    for (const X509Handle &issuer : m_parts->chain)
        taken = taken && SSL_add1_chain_cert(ssl, issuer.get()) == 1;
    ERR_clear_error();
    return taken;
}

} // namespace pennypost
