// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/TlsFailure.h"

#include <QTest>

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
    QTest::addColumn<QList<QSslError::SslError>>("errors");
    QTest::addColumn<Kind>("kind");
    using List = QList<QSslError::SslError>;
    QTest::newRow("expired") << List{QSslError::CertificateExpired} << Kind::CertificateExpired;
    QTest::newRow("not yet valid") << List{QSslError::CertificateNotYetValid} << Kind::CertificateExpired;
    QTest::newRow("name") << List{QSslError::HostNameMismatch} << Kind::CertificateWrongName;
    QTest::newRow("self-signed") << List{QSslError::SelfSignedCertificate} << Kind::CertificateUntrusted;
    QTest::newRow("unknown issuer") << List{QSslError::UnableToGetLocalIssuerCertificate,
                                            QSslError::UnableToVerifyFirstCertificate}
                                    << Kind::CertificateUntrusted;
    QTest::newRow("weak") << List{QSslError::UnspecifiedError} << Kind::CertificateUntrusted;
    QTest::newRow("revoked") << List{QSslError::CertificateRevoked} << Kind::CertificateUntrusted;
    QTest::newRow("name and date") << List{QSslError::CertificateExpired, QSslError::HostNameMismatch}
                                   << Kind::CertificateWrongName;
    QTest::newRow("all") << List{QSslError::HostNameMismatch, QSslError::CertificateExpired,
                                 QSslError::SelfSignedCertificate}
                         << Kind::CertificateUntrusted;
    QTest::newRow("none shown") << List{QSslError::NoPeerCertificate} << Kind::TlsFailed;
}

void TestTlsFailure::certificateErrors()
{
    QFETCH(QList<QSslError::SslError>, errors);
    QFETCH(Kind, kind);
    QList<QSslError> list;
    for (const auto error : errors)
        list.append(QSslError(error));
    QCOMPARE(kindOf(list), kind);
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
