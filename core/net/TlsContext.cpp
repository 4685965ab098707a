// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/TlsContext.h"

#include "core/net/PeerVerifier.h"
#include "core/net/SystemAuthorities.h"
#include "core/net/X509Forms.h"

#include <QSslCertificate>

namespace pennypost {

namespace {

X509StoreHandle systemStore()
{
    X509StoreHandle store(X509_STORE_new());
    if (store)
        addSystemAuthorities(store.get());
    return store;
}

SslContextHandle makeContext()
{
    SslContextHandle context(SSL_CTX_new(TLS_client_method()));
    if (!context)
        return {};
    SSL_CTX_set_security_level(context.get(), 2);
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(context.get(), "DEFAULT:!aNULL:!eNULL:!PSK:!SRP:@SECLEVEL=2");
    SSL_CTX_set_options(context.get(), SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    PeerVerifier::install(context.get());
    return context;
}

} // namespace

SSL_CTX *tlsContext()
{
    static const SslContextHandle context = makeContext();
    return context.get();
}

X509StoreHandle makeTrustStore(const QString &caFile)
{
    if (caFile.isEmpty()) {
        static const X509StoreHandle shared = systemStore();
        if (!shared || X509_STORE_up_ref(shared.get()) != 1)
            return {};
        return X509StoreHandle(shared.get());
    }
    const auto extra =
        QSslCertificate::fromPath(caFile, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
    X509StoreHandle store = extra.isEmpty() ? nullptr : systemStore();
    for (const QSslCertificate &certificate : extra) {
        const X509Handle handle = opensslCertificate(certificate);
        if (store && handle)
            X509_STORE_add_cert(store.get(), handle.get());
    }
    // A person may name an organisation's own issuing authority without the root above it.
    if (store)
        X509_STORE_set_flags(store.get(), X509_V_FLAG_PARTIAL_CHAIN);
    ERR_clear_error();
    return store;
}

} // namespace pennypost
