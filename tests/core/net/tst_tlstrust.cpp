// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/net/TransportWatch.h"
#include "tests/fakes/ScriptedServer.h"

#include <QTest>

#include <functional>

using namespace pennypost;
using Kind = TransportError::Kind;
using Start = Transport::Start;

namespace {

using Pick = TestIdentity (TestCertificates::*)() const;

struct Case
{
    Pick shown = &TestCertificates::good;
    bool authorityKnown = true;
    QByteArray pin; ///< "this": what is shown; "other": another one
    QString host = QStringLiteral("127.0.0.1");
    std::optional<Kind> failure;

    Case withoutAuthority() const
    {
        return with([](Case &c) { c.authorityKnown = false; });
    }
    Case pinned(const QByteArray &which) const
    {
        return with([&](Case &c) { c.pin = which; });
    }
    Case at(const QString &name) const
    {
        return with([&](Case &c) { c.host = name; });
    }

private:
    template<class Change>
    Case with(Change change) const
    {
        Case copy = *this;
        change(copy);
        return copy;
    }
};

} // namespace

Q_DECLARE_METATYPE(Case)

/// Whom a connection believes: every kind of certificate, with and without a pin, on both ways into TLS.
class TestTlsTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void certificates_data();
    void certificates();
    void anotherExtraAuthorityDoesNotHelp();
};

void TestTlsTrust::certificates_data()
{
    QTest::addColumn<Case>("c");
    QTest::addColumn<bool>("implicit");
    const QByteArray self = "this", other = "other";
    const QString name = QStringLiteral("localhost"), rooted = QStringLiteral("LOCALHOST.");
    using T = TestCertificates;
    const auto row = [](const char *title, Pick shown, const Case &rest, std::optional<Kind> failure = {}) {
        Case c = rest;
        c.shown = shown;
        c.failure = failure;
        QTest::addRow("TLS, %s", title) << c << true;
        QTest::addRow("STARTTLS, %s", title) << c << false;
    };
    const Case plain, unknown = Case().withoutAuthority();
    row("good", &T::good, plain);
    row("good by name", &T::good, plain.at(name));
    row("good by name with the root's dot", &T::good, plain.at(rooted));
    row("good by address in brackets", &T::good, plain.at(QStringLiteral("[127.0.0.1]")));
    row("authority unknown", &T::good, unknown, Kind::CertificateUntrusted);
    row("expired", &T::expired, plain, Kind::CertificateExpired);
    row("not yet valid", &T::notYetValid, plain, Kind::CertificateExpired);
    row("wrong name", &T::wrongName, plain, Kind::CertificateWrongName);
    row("wrong name by name", &T::wrongName, plain.at(name), Kind::CertificateWrongName);
    row("self-signed", &T::selfSigned, plain, Kind::CertificateUntrusted);
    row("other authority", &T::unknownAuthority, plain, Kind::CertificateUntrusted);
    row("common name only", &T::commonNameOnly, plain.at(name), Kind::CertificateWrongName);
    row("pinned, good", &T::good, plain.pinned(self));
    row("pinned, authority unknown", &T::good, unknown.pinned(self));
    row("pinned, self-signed", &T::selfSigned, unknown.pinned(self));
    row("pinned, expired", &T::expired, plain.pinned(self));
    row("pinned, wrong name", &T::wrongName, plain.pinned(self));
    row("pinned, other good one shown", &T::good, plain.pinned(other), Kind::CertificateNotPinned);
    row("pinned, other self-signed one shown", &T::selfSigned, plain.pinned(other),
        Kind::CertificateNotPinned);
}

void TestTlsTrust::certificates()
{
    QFETCH(Case, c);
    QFETCH(bool, implicit);
    const TestCertificates &certificates = TestCertificates::shared();
    const TestIdentity shown = std::invoke(c.shown, certificates);
    ScriptedServer server;
    if (implicit) {
        server.setImplicitTls(shown);
        server.say("220 hello\r\n").expect("EHLO").say("250 hello\r\n");
    } else {
        server.setIdentity(shown);
        server.say("220 go\r\n").startTls().expect("EHLO").say("250 hello\r\n");
    }
    server.start();

    Endpoint endpoint{c.host, server.serverPort(), {}};
    if (c.authorityKnown)
        endpoint.trust.caFile = certificates.caFile();
    if (c.pin == "this")
        endpoint.trust.pinnedSha256 = shown.sha256();
    else if (c.pin == "other")
        endpoint.trust.pinnedSha256 = certificates.good().sha256();
    TlsTransport transport;
    TransportWatch watch(transport);
    transport.open(endpoint, implicit ? Start::Tls : Start::Plain);
    if (!implicit) {
        QTRY_COMPARE(watch.received, QByteArray("220 go\r\n"));
        transport.startTls();
    }

    if (c.failure) {
        QTRY_VERIFY(watch.error.has_value());
        QCOMPARE(int(watch.error->kind), int(*c.failure));
        QCOMPARE(watch.error->certificate, describe(shown.certificate));
        QVERIFY(!watch.has("encrypted"));
        transport.write("EHLO secret\r\n");
        QVERIFY(server.lines().isEmpty());
    } else {
        QTRY_VERIFY(watch.has("encrypted"));
        transport.write("EHLO [127.0.0.1]\r\n");
        QTRY_VERIFY(watch.received.endsWith("250 hello\r\n"));
        QCOMPARE(transport.tls().certificate, describe(shown.certificate));
    }
}

void TestTlsTrust::anotherExtraAuthorityDoesNotHelp()
{
    const TestCertificates other;
    const TestIdentity shown = TestCertificates::shared().good();
    ScriptedServer server;
    server.setImplicitTls(shown);
    server.start();
    TlsTransport transport;
    TransportWatch watch(transport);
    transport.open({QStringLiteral("127.0.0.1"), server.serverPort(), {{}, other.caFile()}}, Start::Tls);
    QTRY_VERIFY(watch.error.has_value());
    QCOMPARE(int(watch.error->kind), int(Kind::CertificateUntrusted));
    QCOMPARE(watch.error->certificate.issuer, QStringLiteral("Pennypost test authority"));
}

QTEST_GUILESS_MAIN(TestTlsTrust)
#include "tst_tlstrust.moc"
