// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace pennypost {

/// Owners of OpenSSL's objects, for the insides of core/net alone: no header that another room reads includes
/// this one.
template<auto function>
struct OpenSslFree
{
    template<class T>
    void operator()(T *object) const
    {
        function(object);
    }
};

using SslHandle = std::unique_ptr<SSL, OpenSslFree<SSL_free>>;
using SslContextHandle = std::unique_ptr<SSL_CTX, OpenSslFree<SSL_CTX_free>>;
using BioHandle = std::unique_ptr<BIO, OpenSslFree<BIO_free_all>>;
using KeyHandle = std::unique_ptr<EVP_PKEY, OpenSslFree<EVP_PKEY_free>>;
using X509Handle = std::unique_ptr<X509, OpenSslFree<X509_free>>;
using X509StoreHandle = std::unique_ptr<X509_STORE, OpenSslFree<X509_STORE_free>>;

/// The reason of the last failure on this thread, in OpenSSL's words; empties the thread's list of them.
inline QString takeOpenSslText()
{
    const unsigned long code = ERR_peek_last_error();
    ERR_clear_error();
    if (code == 0)
        return {};
    char text[256] = {};
    ERR_error_string_n(code, text, sizeof text);
    return QString::fromUtf8(text);
}

} // namespace pennypost
