// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ClientCertificateError.h"
#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <memory>

struct ssl_st;

namespace pennypost {

/// A person's own certificate with its private key, to be shown to a server that asks for one: for SASL
/// EXTERNAL, or where a server lets nobody else in. Made once from a file's bytes, then shared between
/// threads; the key lies in OpenSSL's memory, which wipes it with its last owner.
class ClientCertificate
{
public:
    using Made = Result<std::shared_ptr<const ClientCertificate>, ClientCertificateError>;

    /// From PEM (certificate and key in any order, the key perhaps encrypted, intermediate certificates after
    /// the first) or PKCS#12, whichever it is. Fails with the first five of the errors. Slow by design where
    /// a pass phrase protects it: up to a second.
    static Made read(const QByteArray &file, const Secret &passPhrase, const QDateTime &now);

    ~ClientCertificate();
    ClientCertificate(const ClientCertificate &) = delete;
    ClientCertificate &operator=(const ClientCertificate &) = delete;

    /// Whose it is: the common name or the first e-mail address in it.
    const QString &subject() const { return m_subject; }
    const QDateTime &notAfter() const { return m_notAfter; }
    /// 32 octets: what tells one from another, in the key of a pool of connections for instance.
    const QByteArray &sha256() const { return m_sha256; }

    /// Has the connection show it when asked. False: OpenSSL refuses it. Used by TlsEngine.
    bool attach(ssl_st *ssl) const;

private:
    struct Parts;
    ClientCertificate();

    std::unique_ptr<Parts> m_parts;
    QString m_subject;
    QDateTime m_notAfter;
    QByteArray m_sha256;
};

} // namespace pennypost
