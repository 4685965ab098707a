// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <openssl/ssl.h>
#include <unistd.h>

namespace bench {

struct SslDeleter
{
    void operator()(SSL *ssl) const { SSL_free(ssl); }
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};
using SslPointer = std::unique_ptr<SSL, SslDeleter>;
using ContextPointer = std::unique_ptr<SSL_CTX, SslDeleter>;
using CertificatePointer = std::unique_ptr<X509, SslDeleter>;
using KeyPointer = std::unique_ptr<EVP_PKEY, SslDeleter>;

/// A file descriptor that closes.
class Descriptor
{
public:
    explicit Descriptor(int descriptor = -1) : m_descriptor(descriptor) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

} // namespace bench
