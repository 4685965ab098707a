// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/PeerVerifier.h"

#include "core/net/StapledStatus.h"
#include "core/net/TlsFailure.h"
#include "core/net/X509Forms.h"

#include <QCryptographicHash>

#include <openssl/x509v3.h>

namespace pennypost {

namespace {

QString textOf(const QList<int> &errors)
{
    QStringList texts;
    for (const int error : errors)
        texts.append(QString::fromLatin1(X509_verify_cert_error_string(error)));
    texts.removeDuplicates();
    return texts.join(QLatin1StringView("; "));
}

SSL *connectionOf(X509_STORE_CTX *chain)
{
    return static_cast<SSL *>(X509_STORE_CTX_get_ex_data(chain, SSL_get_ex_data_X509_STORE_CTX_idx()));
}

PeerVerifier *verifierOf(SSL *ssl)
{
    return ssl ? static_cast<PeerVerifier *>(SSL_get_app_data(ssl)) : nullptr;
}

} // namespace

void PeerVerifier::install(SSL_CTX *context)
{
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_cert_verify_callback(context, verifyChain, nullptr);
    SSL_CTX_set_tlsext_status_cb(context, verifyStaple);
}

PeerVerifier::PeerVerifier(HostName host, QByteArray pinnedSha256)
    : m_host(std::move(host)), m_pin(std::move(pinnedSha256))
{
}

bool PeerVerifier::attach(SSL *ssl, X509_STORE *store)
{
    if (SSL_set_app_data(ssl, this) != 1 || SSL_set1_verify_cert_store(ssl, store) != 1)
        return false;
    if (m_pin.isEmpty())
        SSL_set_tlsext_status_type(ssl, TLSEXT_STATUSTYPE_ocsp);
    X509_VERIFY_PARAM *wanted = SSL_get0_param(ssl);
    X509_VERIFY_PARAM_set_hostflags(wanted, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS |
                                                X509_CHECK_FLAG_NEVER_CHECK_SUBJECT);
    if (const auto &literal = m_host.address()) {
        QHostAddress plain = *literal;
        plain.setScopeId({}); // says which interface of ours, nothing about the peer
        return X509_VERIFY_PARAM_set1_ip_asc(wanted, plain.toString().toLatin1().constData()) == 1;
    }
    const QByteArray name = m_host.ascii().toLatin1();
    // To OpenSSL an empty name is any, and one with a leading dot every host below it.
    if (name.isEmpty() || name.startsWith('.'))
        return false;
    return X509_VERIFY_PARAM_set1_host(wanted, name.constData(), size_t(name.size())) == 1 &&
           SSL_set_tlsext_host_name(ssl, name.constData()) == 1;
}

int PeerVerifier::verifyChain(X509_STORE_CTX *chain, void *)
{
    PeerVerifier *verifier = verifierOf(connectionOf(chain));
    if (verifier && verifier->judge(chain))
        return 1;
    if (X509_STORE_CTX_get_error(chain) == X509_V_OK) // it chooses the alert
        X509_STORE_CTX_set_error(chain, X509_V_ERR_CERT_REJECTED);
    return 0;
}

int PeerVerifier::noteError(int fits, X509_STORE_CTX *chain)
{
    if (!fits) {
        if (PeerVerifier *verifier = verifierOf(connectionOf(chain)))
            verifier->m_errors.append(X509_STORE_CTX_get_error(chain));
    }
    return 1; // on to the next: which error is the gravest is known when all are
}

bool PeerVerifier::judge(X509_STORE_CTX *chain)
{
    m_certificate = qtCertificate(X509_STORE_CTX_get0_cert(chain));
    if (!m_pin.isEmpty()) {
        // The pin says: this very certificate, whatever is wrong with it, and no other, however good.
        if (!m_certificate.isNull() && m_certificate.digest(QCryptographicHash::Sha256) == m_pin)
            return true;
        return refuse(TransportError::Kind::CertificateNotPinned, {}), false;
    }
    X509_STORE_CTX_set_verify_cb(chain, noteError);
    const bool looked = X509_verify_cert(chain) == 1;
    if (!m_errors.isEmpty()) {
        X509_STORE_CTX_set_error(chain, m_errors.first());
        return refuse(kindOf(m_errors), textOf(m_errors)), false;
    }
    if (!looked || m_certificate.isNull())
        return refuse(TransportError::Kind::CertificateUntrusted, takeOpenSslText()), false;
    if (!m_host.isNamedBy(m_certificate))
        return refuse(TransportError::Kind::CertificateWrongName, m_host.ascii()), false;
    return true;
}

int PeerVerifier::verifyStaple(SSL *ssl, void *)
{
    PeerVerifier *verifier = verifierOf(ssl);
    if (!verifier)
        return 0;
    if (!verifier->m_pin.isEmpty() || stapledStatusOf(ssl) != StapledStatus::Revoked)
        return 1;
    verifier->refuse(TransportError::Kind::CertificateRevoked, {});
    return 0;
}

void PeerVerifier::refuse(TransportError::Kind kind, const QString &detail)
{
    m_refusal = TransportError{kind, detail, describe(m_certificate)};
}

} // namespace pennypost
