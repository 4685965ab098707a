// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/Envelope.h"
#include "core/message/MailboxParser.h"

#include <QTest>

using namespace pennypost;

class TestEnvelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paths_data();
    void paths();
    void refusedPaths_data();
    void refusedPaths();
    void eachMailboxOnce();
    void orderIsToCcBcc();
    void namesTheMailboxWithoutPath();
    void needsSmtpUtf8();
    void fiveThousandRecipients();
};

namespace {

Mailbox mailbox(const QString &text)
{
    return parseMailbox(text).mailbox.value_or(Mailbox{});
}

MailboxList list(std::initializer_list<QString> texts)
{
    MailboxList mailboxes;
    for (const QString &text : texts)
        mailboxes.append(mailbox(text));
    return mailboxes;
}

QStringList octets(const Envelope &envelope)
{
    QStringList paths;
    for (const SmtpPath &path : envelope.forwardPaths)
        paths.append(path.display());
    return paths;
}

} // namespace

void TestEnvelope::paths_data()
{
    QTest::addColumn<QString>("local");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const QString &local, const QString &domain, const QString &path) {
        QTest::newRow(name) << local << domain << path;
    };
    row("plain", QStringLiteral("Alice"), QStringLiteral("Example.ORG"), QStringLiteral("Alice@example.org"));
    row("IDN", QStringLiteral("a"), QStringLiteral("bücher.de"), QStringLiteral("a@xn--bcher-kva.de"));
    row("SMTPUTF8 keeps U-labels", QStringLiteral("jürgen"), QStringLiteral("Bücher.de"),
        QStringLiteral("jürgen@bücher.de"));
    row("SMTPUTF8 has one full stop", QStringLiteral("用户"), QStringLiteral("例え。テスト"),
        QStringLiteral("用户@例え.テスト"));
    row("at in local part is quoted", QStringLiteral("a@evil x"), QStringLiteral("good.org"),
        QStringLiteral("\"a@evil x\"@good.org"));
    row("angle in local part is quoted", QStringLiteral("a>b"), QStringLiteral("c.d"),
        QStringLiteral("\"a>b\"@c.d"));
    row("quote and backslash escaped", QStringLiteral("a\"\\b"), QStringLiteral("c.d"),
        QStringLiteral("\"a\\\"\\\\b\"@c.d"));
    row("dots that are no dot-string", QStringLiteral("a..b."), QStringLiteral("c.d"),
        QStringLiteral("\"a..b.\"@c.d"));
    row("literal", QStringLiteral("a"), QStringLiteral("[192.0.2.1]"), QStringLiteral("a@[192.0.2.1]"));
    row("characters that truncate to line ends", QStringLiteral("a\u010d\u010ab"), QStringLiteral("c.d"),
        QStringLiteral("a\u010d\u010ab@c.d"));
    row("leading hyphen", QStringLiteral("-oQ/tmp"), QStringLiteral("c.d"), QStringLiteral("-oQ/tmp@c.d"));
}

void TestEnvelope::paths()
{
    QFETCH(const QString, local);
    QFETCH(const QString, domain);
    QFETCH(const QString, path);
    const auto made = SmtpPath::make({QStringLiteral("Any \r\n name"), local, domain});
    QVERIFY(made);
    QCOMPARE(made->display(), path);
    QCOMPARE(made->octets().toByteArray(), path.toUtf8());
    for (const char c : made->octets())
        QVERIFY(c != '\r' && c != '\n' && c != '\0');
}

void TestEnvelope::refusedPaths_data()
{
    QTest::addColumn<QString>("local");
    QTest::addColumn<QString>("domain");
    const auto row = [](const char *name, const QString &local, const QString &domain) {
        QTest::newRow(name) << local << domain;
    };
    const QString host = QStringLiteral("c.d");
    row("nothing", {}, {});
    row("no domain", QStringLiteral("a"), {});
    row("no local part", {}, host);
    row("CR LF", QStringLiteral("a\r\nRCPT TO:<x"), host);
    row("CR", QStringLiteral("a\rb"), host);
    row("LF", QStringLiteral("a\nb"), host);
    row("NUL", QString(QStringLiteral("a") % QChar(0)), host);
    row("tab", QStringLiteral("a\tb"), host);
    row("line separator", QStringLiteral("a\u2028b"), host);
    row("half a pair", QString(QStringLiteral("a") % QChar(0xd800)), host);
    row("CR LF in domain", QStringLiteral("a"), QStringLiteral("c.d\r\nDATA"));
    row("angle in domain", QStringLiteral("a"), QStringLiteral("c.d> SIZE=1"));
    row("blank in domain", QStringLiteral("a"), QStringLiteral("c.d BODY"));
    row("literal with CR LF", QStringLiteral("a"), QStringLiteral("[192.0.2.1\r\n]"));
    row("long local part", QString(65, u'a'), host);
    row("long with escapes", QString(40, u'"'), host);
    row("1,000 octets", QString(1000, u'a'), host);
    row("over 254", QStringLiteral("abcdefghijkl"),
        QString(QStringLiteral("abcdefghi.").repeated(25) % u'a'));
}

void TestEnvelope::refusedPaths()
{
    QFETCH(const QString, local);
    QFETCH(const QString, domain);
    QVERIFY(!SmtpPath::make({{}, local, domain}));
}

void TestEnvelope::eachMailboxOnce()
{
    Message message;
    message.from = mailbox(QStringLiteral("me@example.org"));
    message.to = list({QStringLiteral("a@x.org"), QStringLiteral("A <a@X.ORG>"), QStringLiteral("A@x.org")});
    message.cc = list({QStringLiteral("\"a\"@x.org"), QStringLiteral("b@bücher.de")});
    message.bcc = list({QStringLiteral("b@XN--BCHER-KVA.de"), QStringLiteral("me@example.org")});
    const auto envelope = envelopeFor(message);
    QVERIFY(envelope);
    QCOMPARE(envelope->reversePath.display(), QStringLiteral("me@example.org"));
    // Local parts differ by case (RFC 5321 2.4): A and a are two mailboxes.
    QCOMPARE(octets(*envelope),
             (QStringList{QStringLiteral("a@x.org"), QStringLiteral("A@x.org"),
                          QStringLiteral("b@xn--bcher-kva.de"), QStringLiteral("me@example.org")}));
}

void TestEnvelope::orderIsToCcBcc()
{
    Message message;
    message.from = mailbox(QStringLiteral("me@example.org"));
    message.bcc = list({QStringLiteral("c@x.org"), QStringLiteral("a@x.org")});
    message.cc = list({QStringLiteral("b@x.org")});
    message.to = list({QStringLiteral("a@x.org")});
    QCOMPARE(octets(*envelopeFor(message)),
             (QStringList{QStringLiteral("a@x.org"), QStringLiteral("b@x.org"), QStringLiteral("c@x.org")}));
}

void TestEnvelope::namesTheMailboxWithoutPath()
{
    Message message;
    message.to = list({QStringLiteral("a@x.org")});
    const auto noSender = envelopeFor(message);
    QVERIFY(!noSender);
    QVERIFY(noSender.error().mailbox.isEmpty());

    message.from = mailbox(QStringLiteral("me@example.org"));
    const Mailbox broken{QStringLiteral("Bob"), QStringLiteral("b\r\nDATA"), QStringLiteral("x.org")};
    message.bcc = {broken};
    const auto refused = envelopeFor(message);
    QVERIFY(!refused);
    QCOMPARE(refused.error().mailbox, broken);

    message.bcc.clear();
    message.to.clear();
    const auto nobody = envelopeFor(message);
    QVERIFY(nobody);
    QVERIFY(nobody->forwardPaths.isEmpty());
}

void TestEnvelope::needsSmtpUtf8()
{
    Message message;
    message.from = mailbox(QStringLiteral("me@bücher.de"));
    message.to = list({QStringLiteral("a@x.org")});
    QVERIFY(!envelopeFor(message)->needsSmtpUtf8());
    message.bcc = list({QStringLiteral("jürgen@x.org")});
    QVERIFY(envelopeFor(message)->needsSmtpUtf8());
    message.bcc.clear();
    message.from = mailbox(QStringLiteral("jürgen@x.org"));
    QVERIFY(envelopeFor(message)->needsSmtpUtf8());
    QVERIFY(SmtpPath().isNull());
    QVERIFY(!SmtpPath().needsSmtpUtf8());
}

void TestEnvelope::fiveThousandRecipients()
{
    Message message;
    message.from = mailbox(QStringLiteral("me@example.org"));
    for (int i = 0; i < 10'000; ++i)
        message.to.append({{}, QString(u'r' % QString::number(i % 5000)), QStringLiteral("x.org")});
    const auto envelope = envelopeFor(message);
    QVERIFY(envelope);
    QCOMPARE(envelope->forwardPaths.size(), 5000);
    QCOMPARE(envelope->forwardPaths.back().display(), QStringLiteral("r4999@x.org"));
}

QTEST_GUILESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
