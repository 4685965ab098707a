// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/ReceiptJson.h"

#include <QJsonDocument>
#include <QTest>

using namespace pennypost;

namespace {

Receipt full()
{
    Receipt receipt;
    receipt.time = QDateTime(QDate(2024, 5, 17), QTime(10, 30, 1, 5), Qt::OffsetFromUTC, 7200);
    receipt.host = QStringLiteral("bücher.example");
    receipt.port = 65535;
    receipt.address = QStringLiteral("2001:db8::25");
    receipt.serverName = QStringLiteral("mx.example.net");
    receipt.tls.protocol = QStringLiteral("TLSv1.3");
    receipt.tls.cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
    receipt.tls.certificate.subject = QStringLiteral("mail");
    receipt.tls.certificate.issuer = QStringLiteral("CA");
    receipt.tls.certificate.names = {QStringLiteral("a"), QStringLiteral("*.b")};
    receipt.tls.certificate.notBefore = QDateTime(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC);
    receipt.tls.certificate.notAfter = QDateTime(QDate(2034, 1, 1), QTime(0, 0), Qt::UTC);
    receipt.tls.certificate.sha256 = QByteArray(32, '\x01');
    receipt.mechanism = "SCRAM-SHA-256";
    receipt.finalReply = {250, EnhancedStatus{2, 6, 0}, {"2.6.0 <x> [InternalId=1]", "Queued"}};
    receipt.accepted = {QStringLiteral("bob@example.net"), QStringLiteral("bücher@bücher.example")};
    receipt.refused = {{QStringLiteral("carol@example.net"), {550, EnhancedStatus{5, 1, 1}, {"5.1.1 No"}}},
                       {QStringLiteral("dan@example.net"), {450, std::nullopt, {}}}};
    receipt.octets = 5'000'000'000;
    return receipt;
}

Receipt with(void (*change)(Receipt &))
{
    Receipt receipt = full();
    change(receipt);
    return receipt;
}

} // namespace

class TestReceiptJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAndBack_data()
    {
        QTest::addColumn<Receipt>("receipt");
        QTest::newRow("nothing") << Receipt();
        QTest::newRow("everything") << full();
        QTest::newRow("in clear") << with([](Receipt &r) { r.tls = {}; });
        QTest::newRow("TLS without a certificate") << with([](Receipt &r) { r.tls.certificate = {}; });
        QTest::newRow("words in GBK, with escapes") << with(
            [](Receipt &r) { r.finalReply.lines = {QByteArray("\xc4\xe3\xba\xc3 \x1b[31m\0\x7f", 11)}; });
        QTest::newRow("an empty reply line")
            << with([](Receipt &r) { r.finalReply.lines = {QByteArray(), "x"}; });
        QTest::newRow("nobody accepted") << with([](Receipt &r) { r.accepted.clear(); });
    }
    void thereAndBack()
    {
        QFETCH(Receipt, receipt);
        QVERIFY(receiptFromJson(receiptToJson(receipt)) == receipt);
        const QByteArray text = QJsonDocument(receiptToJson(receipt)).toJson(QJsonDocument::Compact);
        const Receipt back = receiptFromJson(QJsonDocument::fromJson(text).object());
        QVERIFY(back == receipt);
        QCOMPARE(back.time.offsetFromUtc(), receipt.time.offsetFromUtc());
    }

    void tolerant_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray("{}");
        QTest::newRow("wrong types") << QByteArray(
            R"({"time":"now","port":"x","tls":[],"finalReply":7,"refused":{}})");
        QTest::newRow("unknown members") << QByteArray(R"({"weather":"fine"})");
    }
    void tolerant()
    {
        QFETCH(QByteArray, json);
        QVERIFY(receiptFromJson(QJsonDocument::fromJson(json).object()) == Receipt());
    }
};

QTEST_GUILESS_MAIN(TestReceiptJson)
#include "tst_receiptjson.moc"
