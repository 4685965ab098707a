// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSslCertificate>
#include <QSslKey>
#include <QStringList>
#include <QTemporaryDir>

#include <chrono>
#include <memory>

namespace pennypost {

/// A certificate, its key and what it was signed by: what a server shows.
struct TestIdentity
{
    QSslCertificate certificate;
    QSslKey key;
    QByteArray sha256() const { return certificate.digest(QCryptographicHash::Sha256); }
};

/// A private authority and certificates good and bad, made afresh at run time by OpenSSL: no key lies in the
/// repository or outlives the test. P-256 keys, so making one takes a millisecond. The good names are
/// localhost, 127.0.0.1 and ::1.
class TestCertificates
{
public:
    /// One set a process is enough for any number of tests.
    static const TestCertificates &shared();
    TestCertificates();
    ~TestCertificates();

    TestIdentity good() const;
    TestIdentity expired() const;
    TestIdentity notYetValid() const;
    TestIdentity wrongName() const;
    /// The good names, by nobody's authority but its own.
    TestIdentity selfSigned() const;
    /// The good names, by an authority that nobody knows.
    TestIdentity unknownAuthority() const;
    /// localhost as common name, and no subjectAltName.
    TestIdentity commonNameOnly() const;
    /// The good names, by the good authority, but signed with a hash that can be forged.
    TestIdentity signedWithSha1() const;
    TestIdentity signedWithSha384() const;
    /// The good names, by the good authority, but a key of 1,024 bits that can be factored.
    TestIdentity shortKey() const;
    /// By the good authority, for people and not for servers.
    TestIdentity forClients() const;
    TestIdentity expiredForClients() const;
    /// By the good authority for these names: DNS names or addresses.
    TestIdentity named(const QStringList &names) const;

    enum class Staple { Good, OldGood, Revoked };
    /// What the good authority says of a certificate: an OCSP response in DER form, to be stapled.
    QByteArray staple(const TestIdentity &about, Staple kind) const;

    QSslCertificate authority() const;
    /// The authority in PEM form, as CertificateTrust::caFile takes it.
    QString caFile() const;

private:
    struct Maker;
    std::unique_ptr<Maker> m_maker;
    QTemporaryDir m_folder;
};

} // namespace pennypost
