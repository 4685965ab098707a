// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/Capabilities.h"
#include "core/smtp/Command.h"

#include <QTest>

using namespace pennypost;

using Lines = QList<QByteArray>;

class TestCapabilities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void helloName_data();
    void helloName();
    void mailFrom_data();
    void mailFrom();
};

void TestCapabilities::parses_data()
{
    QTest::addColumn<Lines>("lines");
    QTest::addColumn<Capabilities>("wanted");
    const auto row = [](const char *name, const Lines &lines, const auto &fill) {
        Capabilities wanted;
        fill(wanted);
        QTest::newRow(name) << lines << wanted;
    };

    row("nothing at all", {}, [](Capabilities &) {});
    row("name alone", {"mx.example.net at your service"},
        [](Capabilities &c) { c.serverName = "mx.example.net"; });
    row("no name", {""}, [](Capabilities &) {});
    row("all of them",
        {"mx", "STARTTLS", "PIPELINING", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES", "SIZE 1000",
         "AUTH PLAIN LOGIN"},
        [](Capabilities &c) {
            c.serverName = "mx";
            c.startTls = c.pipelining = c.eightBitMime = c.smtpUtf8 = c.enhancedStatusCodes = c.size = true;
            c.sizeLimit = 1000;
            c.authMechanisms = {"PLAIN", "LOGIN"};
        });
    row("lower case", {"mx", "8bitmime", "binarymime", "auth plain", "Pipelining"}, [](Capabilities &c) {
        c.serverName = "mx";
        c.eightBitMime = c.pipelining = c.binaryMime = true;
        c.authMechanisms = {"PLAIN"};
    });
    row("AUTH= alone", {"mx", "AUTH=PLAIN LOGIN"}, [](Capabilities &c) {
        c.serverName = "mx";
        c.authMechanisms = {"PLAIN", "LOGIN"};
    });
    row("AUTH and AUTH= merged", {"mx", "AUTH LOGIN", "AUTH=LOGIN PLAIN"}, [](Capabilities &c) {
        c.serverName = "mx";
        c.authMechanisms = {"LOGIN", "PLAIN"};
    });
    row("X-EXPS for AUTH", {"mx", "X-EXPS GSSAPI NTLM", "X-EXPS=LOGIN"}, [](Capabilities &c) {
        c.serverName = "mx";
        c.authMechanisms = {"GSSAPI", "NTLM", "LOGIN"};
    });
    row("AUTH without mechanisms", {"mx", "AUTH"}, [](Capabilities &c) { c.serverName = "mx"; });
    QByteArray hundred = "AUTH";
    QList<QByteArray> sixtyFour;
    for (int i = 0; i < 100; ++i) {
        hundred += " M" + QByteArray::number(i);
        if (i < 64)
            sixtyFour.append("M" + QByteArray::number(i));
    }
    row("more mechanisms than there are", {"mx", hundred}, [sixtyFour](Capabilities &c) {
        c.serverName = "mx";
        c.authMechanisms = sixtyFour;
    });
    row("a name longer than a domain", {QByteArray(60'000, 'x') + " greets"},
        [](Capabilities &c) { c.serverName = QByteArray(255, 'x'); });
    row("what is no mechanism name", {"mx", "AUTH PL\x01IN XOAUTH2 A-VERY-LONG-NAME-INDEED x@y"},
        [](Capabilities &c) {
            c.serverName = "mx";
            c.authMechanisms = {"XOAUTH2"};
        });
    row("SIZE without a number", {"mx", "SIZE"}, [](Capabilities &c) {
        c.serverName = "mx";
        c.size = true;
    });
    row("SIZE 0", {"mx", "SIZE 0"}, [](Capabilities &c) {
        c.serverName = "mx";
        c.size = true;
    });
    row("SIZE over 64 bits", {"mx", "SIZE 99999999999999999999"}, [](Capabilities &c) {
        c.serverName = "mx";
        c.size = true;
    });
    row("SIZE below zero", {"mx", "SIZE -1"}, [](Capabilities &c) {
        c.serverName = "mx";
        c.size = true;
    });
    row("SIZE over 32 bits", {"mx", "SIZE 5368709120"}, [](Capabilities &c) {
        c.serverName = "mx";
        c.size = true;
        c.sizeLimit = 5368709120;
    });
    row("unknown ones with parameters", {"mx", "vrfy", "Etrn now", "", "XCLIENT"}, [](Capabilities &c) {
        c.serverName = "mx";
        c.others = {"VRFY", "ETRN now", "XCLIENT"};
    });
    row("those of no parameters", {"mx", "dsn", "CHUNKING", "BINARYMIME", "REQUIRETLS", "MT-PRIORITY MIXER"},
        [](Capabilities &c) {
            c.serverName = "mx";
            c.dsn = c.chunking = c.binaryMime = c.requireTls = c.mtPriority = true;
        });
    row("LIMITS", {"mx", "LIMITS RcptMax=100 MAILMAX=5 RCPTDOMAINMAX=1 FOO=3"}, [](Capabilities &c) {
        c.serverName = "mx";
        c.limits = {5, 100, 1};
    });
    row("LIMITS that are none", {"mx", "LIMITS RCPTMAX= MAILMAX=-5 RCPTDOMAINMAX=99999999999 RCPTMAX"},
        [](Capabilities &c) { c.serverName = "mx"; });
    row("DELIVERBY", {"mx", "DELIVERBY 240"}, [](Capabilities &c) {
        c.serverName = "mx";
        c.deliverBy = std::chrono::seconds(240);
    });
    row("DELIVERBY without a least time", {"mx", "DELIVERBY"}, [](Capabilities &c) {
        c.serverName = "mx";
        c.deliverBy = std::chrono::seconds(0);
    });
    row("FUTURERELEASE", {"mx", "FUTURERELEASE 86400 2026-12-31T00:00:00Z"}, [](Capabilities &c) {
        c.serverName = "mx";
        c.futureRelease = Capabilities::FutureRelease{std::chrono::seconds(86400),
                                                      QDateTime({2026, 12, 31}, {0, 0}, Qt::UTC)};
    });
    row("FUTURERELEASE without its limits", {"mx", "FUTURERELEASE 86400"},
        [](Capabilities &c) { c.serverName = "mx"; });
    row("tabs and more blanks", {"mx", "AUTH\tPLAIN   LOGIN "}, [](Capabilities &c) {
        c.serverName = "mx";
        c.authMechanisms = {"PLAIN", "LOGIN"};
    });
    row("not by the front alone", {"mx", "STARTTLSX", "8BITMIMEX"}, [](Capabilities &c) {
        c.serverName = "mx";
        c.others = {"STARTTLSX", "8BITMIMEX"};
    });
}

void TestCapabilities::parses()
{
    QFETCH(Lines, lines);
    QFETCH(Capabilities, wanted);
    const Capabilities parsed = parseCapabilities({250, std::nullopt, lines});
    QCOMPARE(parsed.authMechanisms, wanted.authMechanisms);
    QCOMPARE(parsed.others, wanted.others);
    QCOMPARE(parsed.sizeLimit, wanted.sizeLimit);
    QVERIFY(parsed == wanted);
}

void TestCapabilities::helloName_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("good");

    QTest::newRow("literal") << QByteArray("[127.0.0.1]") << true;
    QTest::newRow("IPv6 literal") << QByteArray("[IPv6:::1]") << true;
    QTest::newRow("name") << QByteArray("localhost.localdomain") << true;
    QTest::newRow("hyphen") << QByteArray("a-b.example") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("empty literal") << QByteArray("[]") << false;
    QTest::newRow("CR LF") << QByteArray("a\r\nMAIL FROM:<x@y>") << false;
    QTest::newRow("CR LF in a literal") << QByteArray("[1\r\n2]") << false;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << false;
    QTest::newRow("blank") << QByteArray("a b") << false;
    QTest::newRow("underscore") << QByteArray("my_machine") << false;
    QTest::newRow("not ASCII") << QByteArray("m\xC3\xBCller") << false;
    QTest::newRow("empty label") << QByteArray("a..b") << false;
    QTest::newRow("hyphen at the end") << QByteArray("a-.b") << false;
    QTest::newRow("long label") << QByteArray(64, 'a') << false;
    QTest::newRow("long name") << QByteArray("aaaaaaa.").repeated(32) + "a" << false;
}

void TestCapabilities::helloName()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, good);
    QCOMPARE(command::isHelloName(name), good);
}

void TestCapabilities::mailFrom_data()
{
    QTest::addColumn<Lines>("offer");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("eightBit");
    QTest::addColumn<bool>("utf8Headers");
    QTest::addColumn<QByteArray>("line");

    const QByteArray bare = "MAIL FROM:<a@example.org>";
    const qint64 big = 5368709120;
    QTest::newRow("nothing offered") << Lines{} << big << true << false << bare;
    QTest::newRow("SIZE in 64 bits") << Lines{"SIZE"} << big << false << false << bare + " SIZE=5368709120";
    QTest::newRow("no size known") << Lines{"SIZE"} << qint64(0) << false << false << bare;
    QTest::newRow("8BITMIME, 7-bit body") << Lines{"8BITMIME"} << qint64(1) << false << false << bare;
    QTest::newRow("8BITMIME") << Lines{"8BITMIME"} << qint64(1) << true << false << bare + " BODY=8BITMIME";
    QTest::newRow("SMTPUTF8 not needed") << Lines{"SMTPUTF8"} << qint64(1) << false << false << bare;
    QTest::newRow("all") << Lines{"SIZE 9", "8BITMIME", "SMTPUTF8"} << qint64(7) << true << true
                         << bare + " SIZE=7 BODY=8BITMIME SMTPUTF8";
}

void TestCapabilities::mailFrom()
{
    QFETCH(Lines, offer);
    QFETCH(qint64, size);
    QFETCH(bool, eightBit);
    QFETCH(bool, utf8Headers);
    QFETCH(QByteArray, line);

    Transaction transaction;
    transaction.envelope.reversePath =
        *SmtpPath::make({{}, QStringLiteral("a"), QStringLiteral("example.org")});
    transaction.size = size;
    transaction.eightBitBody = eightBit;
    transaction.utf8Headers = utf8Headers;
    offer.prepend("mx");
    QCOMPARE(command::mailFrom(transaction, parseCapabilities({250, std::nullopt, offer})), line + "\r\n");
}

QTEST_GUILESS_MAIN(TestCapabilities)
#include "tst_capabilities.moc"
