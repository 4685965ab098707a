// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/MailboxParser.h"

#include <QRandomGenerator>
#include <QTest>

using namespace pennypost;

class TestMailbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void displayParsesBack_data();
    void displayParsesBack();
    void displayOfRandomNamesParsesBack();
    void domains_data();
    void domains();
    void sameAddress_data();
    void sameAddress();
};

void TestMailbox::displayParsesBack_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("local");
    QTest::addColumn<QString>("display");
    const auto row = [](const char *tag, const QString &name, const QString &local, const QString &display) {
        QTest::newRow(tag) << name << local << display;
    };
    row("no name", {}, QStringLiteral("a"), QStringLiteral("a@b.c"));
    row("plain", QStringLiteral("Jane Doe"), QStringLiteral("a"), QStringLiteral("Jane Doe <a@b.c>"));
    row("comma", QStringLiteral("Doe, Jane"), QStringLiteral("a"), QStringLiteral("\"Doe, Jane\" <a@b.c>"));
    row("quote and backslash", QStringLiteral("a\"b\\c"), QStringLiteral("a"),
        QStringLiteral("\"a\\\"b\\\\c\" <a@b.c>"));
    row("dot", QStringLiteral("J. Doe"), QStringLiteral("a"), QStringLiteral("\"J. Doe\" <a@b.c>"));
    row("double blank", QStringLiteral("a  b"), QStringLiteral("a"), QStringLiteral("\"a  b\" <a@b.c>"));
    row("edge blank", QStringLiteral(" a"), QStringLiteral("a"), QStringLiteral("\" a\" <a@b.c>"));
    row("Unicode", QStringLiteral("Jürgen"), QStringLiteral("a"), QStringLiteral("Jürgen <a@b.c>"));
    row("an address", QStringLiteral("x@y.z"), QStringLiteral("a"), QStringLiteral("\"x@y.z\" <a@b.c>"));
    row("local part with blank", {}, QStringLiteral("a b"), QStringLiteral("\"a b\"@b.c"));
    row("local part with at", {}, QStringLiteral("a@evil x"), QStringLiteral("\"a@evil x\"@b.c"));
    row("local part with dots", {}, QStringLiteral("a..b"), QStringLiteral("\"a..b\"@b.c"));
    row("no-break blank", QStringLiteral("a\u00a0b"), QStringLiteral("a"),
        QStringLiteral("\"a\u00a0b\" <a@b.c>"));
}

void TestMailbox::displayParsesBack()
{
    QFETCH(const QString, name);
    QFETCH(const QString, local);
    QFETCH(const QString, display);
    const Mailbox mailbox{name, local, QStringLiteral("b.c")};
    QCOMPARE(mailbox.display(), display);
    const auto parsed = parseMailbox(display);
    QVERIFY(parsed.mailbox);
    QCOMPARE(*parsed.mailbox, mailbox);
}

void TestMailbox::displayOfRandomNamesParsesBack()
{
    QRandomGenerator random(20261122);
    const QString alphabet = QStringLiteral("aZ9 .,;:<>()[]@\"\\'=?_%üß中🐧\t\u00a0") + QStringLiteral("ע");
    for (int i = 0; i < 20'000; ++i) {
        Mailbox mailbox{{}, {}, QStringLiteral("b.c")};
        for (auto left = random.bounded(12); left > 0; --left)
            mailbox.displayName += alphabet[random.bounded(int(alphabet.size()))];
        for (auto left = 1 + random.bounded(6); left > 0; --left)
            mailbox.localPart += QStringLiteral("aZ9 .,;:<>()[]@\"\\'=?_%ü")[random.bounded(22)];

        if (QString::fromUtf8(mailbox.displayName.toUtf8()) != mailbox.displayName)
            continue;
        const auto list = parseMailboxes(QString(mailbox.display() % u", " % mailbox.display()));
        QCOMPARE(list.size(), 2);
        QVERIFY2(list[0].mailbox && *list[0].mailbox == mailbox, qPrintable(mailbox.display()));
        QVERIFY2(list[1].mailbox && *list[1].mailbox == mailbox, qPrintable(mailbox.display()));
    }
}

void TestMailbox::domains_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("ascii");
    const auto row = [](const char *name, const QString &domain, const QString &ascii) {
        QTest::newRow(name) << domain << ascii;
    };
    row("empty", {}, {});
    row("lower case", QStringLiteral("Example.ORG"), QStringLiteral("example.org"));
    row("IDN", QStringLiteral("Bücher.example"), QStringLiteral("xn--bcher-kva.example"));
    row("sharp s is a letter", QStringLiteral("straße.de"), QStringLiteral("xn--strae-oqa.de"));
    row("ideographic stops", QStringLiteral("例え。テスト"), QStringLiteral("xn--r8jz45g.xn--zckzah"));
    row("IPv4", QStringLiteral("[192.0.2.1]"), QStringLiteral("[192.0.2.1]"));
    row("IPv6", QStringLiteral("[IPv6:::1]"), QStringLiteral("[IPv6:::1]"));
    row("bad literal", QStringLiteral("[x\r\ny]"), {});
    row("line end", QStringLiteral("a\r\n.b"), {});
    row("blank", QStringLiteral("a b.c"), {});
    row("angle", QStringLiteral("a>.b"), {});
    row("trailing dot", QStringLiteral("a.b."), {});
    row("underscore beside IDN", QStringLiteral("a_b.ü"), {});
    row("characters that truncate to line ends", QStringLiteral("a\u010d\u560a.b"),
        asciiDomain(QStringLiteral("a\u010d\u560a.b")));
    row("long", QString(QStringLiteral("abcdefghi.").repeated(26) % u'a'), {});
}

void TestMailbox::domains()
{
    QFETCH(const QString, domain);
    QFETCH(const QString, ascii);
    QCOMPARE(asciiDomain(domain), ascii);
    for (const QChar c : ascii)
        QVERIFY(c.unicode() > 0x20 && c.unicode() < 0x7f);
}

void TestMailbox::sameAddress_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("equal") << QStringLiteral("a@b.c") << QStringLiteral("a@b.c") << true;
    QTest::newRow("domain's case") << QStringLiteral("a@b.c") << QStringLiteral("a@B.C") << true;
    QTest::newRow("local part's case") << QStringLiteral("a@b.c") << QStringLiteral("A@b.c") << false;
    QTest::newRow("names") << QStringLiteral("X <a@b.c>") << QStringLiteral("\"Y\" <a@b.c>") << true;
    QTest::newRow("IDNA forms") << QStringLiteral("a@BÜCHER.de") << QStringLiteral("a@xn--bcher-kva.de")
                                << true;
    QTest::newRow("quotes") << QStringLiteral("\"a\"@b.c") << QStringLiteral("a@b.c") << true;
    QTest::newRow("other domain") << QStringLiteral("a@b.c") << QStringLiteral("a@b.d") << false;
    QTest::newRow("literal") << QStringLiteral("a@[IPv6:::A]") << QStringLiteral("a@[ipv6:::a]") << true;
    QTest::newRow("sharp s") << QStringLiteral("a@straße.de") << QStringLiteral("a@strasse.de") << false;
}

void TestMailbox::sameAddress()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QFETCH(const bool, same);
    const auto first = parseMailbox(one).mailbox;
    const auto second = parseMailbox(other).mailbox;
    QVERIFY(first && second);
    QCOMPARE(first->sameAddress(*second), same);
    QCOMPARE(second->sameAddress(*first), same);
}

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
