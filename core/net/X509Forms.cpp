// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/X509Forms.h"

namespace pennypost {

X509Handle opensslCertificate(const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
    return X509Handle(d2i_X509(nullptr, &cursor, long(der.size())));
}

QSslCertificate qtCertificate(const X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = certificate ? i2d_X509(certificate, &der) : 0;
    if (size <= 0)
        return QSslCertificate();
    const QSslCertificate read(QByteArray(reinterpret_cast<const char *>(der), size), QSsl::Der);
    OPENSSL_free(der);
    return read;
}

} // namespace pennypost
