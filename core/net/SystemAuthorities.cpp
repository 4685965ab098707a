// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/SystemAuthorities.h"

#include "core/net/X509Forms.h"

#include <QDir>
#include <QDirIterator>
#include <QSslConfiguration>

#include <vector>

namespace pennypost {

namespace {

/// The system's folder of hashed certificates, or nothing. On Windows such a path would be open to everybody
/// to make, and macOS keeps its authorities elsewhere.
QByteArray hashedFolder()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    for (const char *path : {"/etc/ssl/certs", "/etc/pki/tls/certs", "/etc/openssl/certs"}) {
        QDirIterator files(QString::fromLatin1(path), {QStringLiteral("????????.0")}, QDir::Files);
        if (files.hasNext())
            return path;
    }
#endif
    return {};
}

std::vector<X509Handle> readAll()
{
    std::vector<X509Handle> made;
    const auto all = QSslConfiguration::systemCaCertificates();
    for (const QSslCertificate &certificate : all) {
        if (X509Handle handle = opensslCertificate(certificate))
            made.push_back(std::move(handle));
    }
    ERR_clear_error(); // of those that OpenSSL could not read
    return made;
}

} // namespace

void addSystemAuthorities(X509_STORE *store)
{
    static const QByteArray folder = hashedFolder();
    if (!folder.isEmpty() && X509_STORE_load_path(store, folder.constData()) == 1)
        return;
    static const std::vector<X509Handle> authorities = readAll();
    for (const X509Handle &authority : authorities)
        X509_STORE_add_cert(store, authority.get());
}

} // namespace pennypost
