// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QString>

#include <optional>

class QSslCertificate;

namespace pennypost {

/// A server's name as a person wrote it, made fit for a look-up, for SNI and for the check of a certificate:
/// A-labels in lower case without the root's dot, or an address (brackets allowed around it). What holds a
/// control character, a blank or no IDNA form is no HostName. A value; any thread. Used by Connector and
/// TlsTransport.
class HostName
{
public:
    /// Names nothing, and no certificate fits it.
    HostName() = default;
    static std::optional<HostName> make(const QString &asWritten);

    /// Set for an address literal: nothing is looked up then.
    const std::optional<QHostAddress> &address() const { return m_address; }
    /// For look-up, SNI and display in logs; the address as text for a literal.
    QString ascii() const { return m_ascii; }

    /// RFC 9525: the subjectAltName alone counts, never the common name; a wildcard stands for exactly one
    /// whole label, the left-most, below at least two others.
    bool isNamedBy(const QSslCertificate &certificate) const;

private:
    QString m_ascii;
    std::optional<QHostAddress> m_address;
};

} // namespace pennypost
