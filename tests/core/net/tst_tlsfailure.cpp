// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/TlsFailure.h"

#include <QTest>

#include <openssl/x509_vfy.h>

using namespace pennypost;
using Kind = TransportError::Kind;
Q_DECLARE_METATYPE(TransportError::Kind)

class TestTlsFailure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void certificateErrors_data();
    void certificateErrors();
    void brokenHandshakes_data();
    void brokenHandshakes();
};

void TestTlsFailure::certificateErrors_data()
{
    QTest::addColumn<QList<int>>("errors");
    QTest::addColumn<Kind>("kind");
    using List = QList<int>;
    QTest::newRow("expired") << List{X509_V_ERR_CERT_HAS_EXPIRED} << Kind::CertificateExpired;
    QTest::newRow("not yet valid") << List{X509_V_ERR_CERT_NOT_YET_VALID} << Kind::CertificateExpired;
    QTest::newRow("unreadable date") << List{X509_V_ERR_ERROR_IN_CERT_NOT_AFTER_FIELD}
                                     << Kind::CertificateExpired;
    QTest::newRow("name") << List{X509_V_ERR_HOSTNAME_MISMATCH} << Kind::CertificateWrongName;
    QTest::newRow("address") << List{X509_V_ERR_IP_ADDRESS_MISMATCH} << Kind::CertificateWrongName;
    QTest::newRow("self-signed") << List{X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT}
                                 << Kind::CertificateUntrusted;
    QTest::newRow("unknown issuer") << List{X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
                                            X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE}
                                    << Kind::CertificateUntrusted;
    QTest::newRow("forged") << List{X509_V_ERR_CERT_SIGNATURE_FAILURE} << Kind::CertificateUntrusted;
    QTest::newRow("not for servers") << List{X509_V_ERR_INVALID_PURPOSE} << Kind::CertificateUntrusted;
    QTest::newRow("anything else") << List{X509_V_ERR_UNSPECIFIED} << Kind::CertificateUntrusted;
    QTest::newRow("weak signature") << List{X509_V_ERR_CA_MD_TOO_WEAK} << Kind::CertificateWeak;
    QTest::newRow("weak key") << List{X509_V_ERR_EE_KEY_TOO_SMALL} << Kind::CertificateWeak;
    QTest::newRow("weak authority") << List{X509_V_ERR_CA_KEY_TOO_SMALL} << Kind::CertificateWeak;
    QTest::newRow("revoked") << List{X509_V_ERR_CERT_REVOKED} << Kind::CertificateRevoked;
    QTest::newRow("name and date") << List{X509_V_ERR_CERT_HAS_EXPIRED, X509_V_ERR_HOSTNAME_MISMATCH}
                                   << Kind::CertificateWrongName;
    QTest::newRow("name and strength")
        << List{X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_CA_MD_TOO_WEAK} << Kind::CertificateWeak;
    QTest::newRow("all") << List{X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_CERT_HAS_EXPIRED,
                                 X509_V_ERR_EE_KEY_TOO_SMALL, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT}
                         << Kind::CertificateUntrusted;
    QTest::newRow("none") << List{} << Kind::TlsFailed;
}

void TestTlsFailure::certificateErrors()
{
    QFETCH(QList<int>, errors);
    QFETCH(Kind, kind);
    QCOMPARE(kindOf(errors), kind);
}

void TestTlsFailure::brokenHandshakes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("alert"); // -1: none
    QTest::addColumn<Kind>("kind");
    const QString prefix = QStringLiteral("Error during SSL handshake: error:0A00010B:SSL routines::");
    QTest::newRow("220 greeting") << prefix + QStringLiteral("wrong version number") << -1
                                  << Kind::PeerSpeaksPlain;
    QTest::newRow("HTTP") << prefix + QStringLiteral("http request") << -1 << Kind::PeerSpeaksPlain;
    QTest::newRow("OpenSSL 3.2") << prefix + QStringLiteral("record layer failure") << -1
                                 << Kind::PeerSpeaksPlain;
    QTest::newRow("old server hello")
        << prefix + QStringLiteral("unsupported protocol") << -1 << Kind::TlsTooOld;
    QTest::newRow("version alert") << prefix + QStringLiteral("tlsv1 alert protocol version")
                                   << int(QSsl::AlertType::ProtocolVersion) << Kind::TlsTooOld;
    QTest::newRow("version alert, text lost") << QStringLiteral("The remote host closed the connection")
                                              << int(QSsl::AlertType::ProtocolVersion) << Kind::TlsTooOld;
    QTest::newRow("no common cipher") << prefix + QStringLiteral("sslv3 alert handshake failure")
                                      << int(QSsl::AlertType::HandshakeFailure) << Kind::TlsFailed;
    QTest::newRow("client certificate") << prefix + QStringLiteral("tlsv13 alert certificate required")
                                        << int(QSsl::AlertType::CertificateRequired) << Kind::TlsFailed;
    QTest::newRow("anything else") << prefix + QStringLiteral("dh key too small") << -1 << Kind::TlsFailed;
}

void TestTlsFailure::brokenHandshakes()
{
    QFETCH(QString, text);
    QFETCH(int, alert);
    QFETCH(Kind, kind);
    std::optional<QSsl::AlertType> sent;
    if (alert >= 0)
        sent = QSsl::AlertType(alert);
    QCOMPARE(kindOfBrokenHandshake(text, sent), kind);
}

QTEST_GUILESS_MAIN(TestTlsFailure)
#include "tst_tlsfailure.moc"
