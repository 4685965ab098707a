// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/WireScribe.h"

#include <QTest>

using namespace pennypost;

namespace {

class Lines final : public WireLog
{
public:
    void sent(QByteArrayView line) override { lines.append("C " + line.toByteArray()); }
    void received(QByteArrayView line) override { lines.append("S " + line.toByteArray()); }
    void note(const QString &text) override { lines.append("* " + text.toUtf8()); }
    QByteArrayList lines;
};

} // namespace

class TestWireScribe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sent_data();
    void sent();
    void received_data();
    void received();
    void quotedSecrets();
};

void TestWireScribe::sent_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("secret");
    QTest::addColumn<QByteArray>("logged");
    QTest::newRow("command") << QByteArray("EHLO [127.0.0.1]\r\n") << false
                             << QByteArray("C EHLO [127.0.0.1]");
    QTest::newRow("AUTH with response")
        << QByteArray("AUTH PLAIN AGFsaWNlAHNlY3JldA==\r\n") << true << QByteArray("C AUTH PLAIN ****");
    QTest::newRow("AUTH without") << QByteArray("AUTH LOGIN\r\n") << false << QByteArray("C AUTH LOGIN");
    QTest::newRow("an answer") << QByteArray("c2VjcmV0\r\n") << true << QByteArray("C ****");
    QTest::newRow("an answer that looks like a command")
        << QByteArray("AUTH\r\n") << true << QByteArray("C ****");
    QTest::newRow("marked, but not AUTH") << QByteArray("MAIL secret\r\n") << true << QByteArray("C ****");
}

void TestWireScribe::sent()
{
    QFETCH(QByteArray, line);
    QFETCH(bool, secret);
    QFETCH(QByteArray, logged);
    const auto log = std::make_shared<Lines>();
    WireScribe(log).sent({line, secret});
    QCOMPARE(log->lines, QByteArrayList{logged});
}

void TestWireScribe::received_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("logged");
    QTest::newRow("a line") << QByteArray("220 hello\r\n") << QByteArrayList{"S 220 hello"};
    QTest::newRow("several") << QByteArray("250-a\r\n250-\r\n250\r\n")
                             << QByteArrayList{"S 250-a", "S 250-", "S 250"};
    QTest::newRow("LF alone") << QByteArray("220 a\n220 b\n") << QByteArrayList{"S 220 a", "S 220 b"};
    QTest::newRow("an empty line") << QByteArray("\r\n220 a\r\n") << QByteArrayList{"S ", "S 220 a"};
    QTest::newRow("unfinished") << QByteArray("250-a\r\n250") << QByteArrayList{"S 250-a", "S 250"};
    QTest::newRow("CR inside") << QByteArray("250 a\rb\r\n") << QByteArrayList{"S 250 a\rb"};
}

void TestWireScribe::received()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, logged);
    for (const qsizetype piece : {bytes.size(), qsizetype(1)}) {
        const auto log = std::make_shared<Lines>();
        WireScribe scribe(log);
        for (qsizetype i = 0; i < bytes.size(); i += piece)
            scribe.received(bytes.mid(i, piece));
        scribe.endOfInput();
        scribe.endOfInput();
        QCOMPARE(log->lines, logged);
    }
}

void TestWireScribe::quotedSecrets()
{
    const auto log = std::make_shared<Lines>();
    WireScribe scribe(log);
    scribe.signsInWith({Credential::Kind::Password, {}, Secret(QByteArray("s3cret-4711"))});
    scribe.received("220 no s3cret-4711 yet\r\n");
    scribe.sent({"AUTH PLAIN AGFsaWNlAHMzY3JldC00NzEx\r\n", true});
    const QByteArray said =
        "500-bad: AUTH PLAIN AGFsaWNlAHMzY3JldC00NzEx\r\n500 as alice, s3cret-4711\r\nagfsawnlahmz";
    for (qsizetype i = 0; i < said.size(); ++i) // whatever the segments are
        scribe.received(said.mid(i, 1));
    scribe.endOfInput();
    QCOMPARE(log->lines, (QByteArrayList{"S 220 no s3cret-4711 yet", "C AUTH PLAIN ****",
                                         "S 500-bad: AUTH PLAIN ****", "S 500 as alice, ****", "S ****"}));

    // A word of every day is known beside its user.
    log->lines.clear();
    WireScribe word(log);
    word.signsInWith({Credential::Kind::Password, QStringLiteral("alice"), Secret(QByteArray("welcome"))});
    word.sent({"aHVudGVy\r\n", true});
    word.received("535 a welcome\r\n535 alice welcome no\r\n");
    QCOMPARE(log->lines, (QByteArrayList{"C ****", "S 535 a welcome", "S 535 alice **** no"}));

    // A password that is a reply's code hides no code.
    log->lines.clear();
    WireScribe number(log);
    number.signsInWith({Credential::Kind::Password, {}, Secret(QByteArray("535"))});
    number.sent({"NTM1\r\n", true});
    number.received("535 535\r\n5355 '535'\r\n");
    QCOMPARE(log->lines, (QByteArrayList{"C ****", "S 535 ****", "S 5355 '****'"}));
}

QTEST_GUILESS_MAIN(TestWireScribe)
#include "tst_wirescribe.moc"
