// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/MailtoUrl.h"

#include <QElapsedTimer>
#include <QTest>

using namespace pennypost;
using Kind = MailtoFinding::Kind;
Q_DECLARE_METATYPE(MailtoFinding::Kind)

namespace {

QString joined(const MailboxList &list)
{
    QStringList texts;
    for (const Mailbox &mailbox : list)
        texts.append(mailbox.display());
    return texts.join(QStringLiteral(", "));
}

} // namespace

class TestMailtoUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recipients_data();
    void recipients();
    void texts_data();
    void texts();
    void findings_data();
    void findings();
    void nothingElseIsSet();
    void otherSchemes_data();
    void otherSchemes();
    void identifiers();
    void isLinear();
};

/// Most of them are RFC 6068's own examples.
void TestMailtoUrl::recipients_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("cc");
    QTest::addColumn<QString>("bcc");
    const auto row = [](const char *tag, const char *url, const QString &to, const QString &cc = {},
                        const QString &bcc = {}) {
        QTest::newRow(tag) << QByteArray(url) << to << cc << bcc;
    };
    row("one", "mailto:chris@example.com", QStringLiteral("chris@example.com"));
    row("upper case", "MAILTO:chris@example.com", QStringLiteral("chris@example.com"));
    row("two", "mailto:addr1@an.example,addr2@an.example",
        QStringLiteral("addr1@an.example, addr2@an.example"));
    row("two, the comma encoded", "mailto:addr1@an.example%2C%20addr2@an.example",
        QStringLiteral("addr1@an.example, addr2@an.example"));
    row("in the query", "mailto:?to=addr1@an.example,addr2@an.example",
        QStringLiteral("addr1@an.example, addr2@an.example"));
    row("in both", "mailto:addr1@an.example?to=addr2@an.example",
        QStringLiteral("addr1@an.example, addr2@an.example"));
    row("twice in the query", "mailto:?TO=a@b.example&to=c@d.example",
        QStringLiteral("a@b.example, c@d.example"));
    row("cc and bcc", "mailto:joe@example.com?cc=bob@example.com&bcc=eve@example.com&body=hello",
        QStringLiteral("joe@example.com"), QStringLiteral("bob@example.com"),
        QStringLiteral("eve@example.com"));
    row("HTML's ampersand", "mailto:joe@example.com?cc=bob@example.com&amp;bcc=eve@example.com",
        QStringLiteral("joe@example.com"), QStringLiteral("bob@example.com"),
        QStringLiteral("eve@example.com"));
    row("like a web address", "mailto://joe@example.com?cc=bob@example.com",
        QStringLiteral("joe@example.com"), QStringLiteral("bob@example.com"));
    row("a percent sign", "mailto:gorby%25kremvax@example.com", QStringLiteral("gorby%kremvax@example.com"));
    row("a question mark", "mailto:unlikely%3Faddress@example.com",
        QStringLiteral("unlikely?address@example.com"));
    row("an ampersand", "mailto:Mike%26family@example.org", QStringLiteral("Mike&family@example.org"));
    row("quotes", "mailto:%22not%40me%22@example.org", QStringLiteral("\"not@me\"@example.org"));
    row("quotes and a backslash", "mailto:%22oh%5C%5Cno%22@example.org",
        QStringLiteral("\"oh\\\\no\"@example.org"));
    row("a name", "mailto:%22Doe,%20Jane%22%20%3Cjane@example.org%3E",
        QStringLiteral("\"Doe, Jane\" <jane@example.org>"));
    row("UTF-8 in the domain", "mailto:user@%E7%B4%8D%E8%B1%86.example.org",
        QStringLiteral("user@納豆.example.org"));
    row("a plus is a plus", "mailto:bob+list@example.org", QStringLiteral("bob+list@example.org"));
    row("nobody", "mailto:?subject=x", {});
    row("nothing at all", "mailto:", {});
    row("empty fields", "mailto:a@b.example?&&=&cc=&", QStringLiteral("a@b.example"));
    row("blanks around", " mailto:a@b.example\n", QStringLiteral("a@b.example"));
    row("a fragment", "mailto:a@b.example?cc=c@d.example#top", QStringLiteral("a@b.example"),
        QStringLiteral("c@d.example"));
}

void TestMailtoUrl::recipients()
{
    QFETCH(const QByteArray, url);
    const auto letter = parseMailto(url);
    QVERIFY(letter);
    QTEST(joined(letter->message.to), "to");
    QTEST(joined(letter->message.cc), "cc");
    QTEST(joined(letter->message.bcc), "bcc");
}

void TestMailtoUrl::texts_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *tag, const char *url, const QString &subject, const QString &text = {}) {
        QTest::newRow(tag) << QByteArray(url) << subject << text;
    };
    row("subject", "mailto:a@b.example?subject=current-issue", QStringLiteral("current-issue"));
    row("blanks", "mailto:a@b.example?Subject=Tea%20at%20five", QStringLiteral("Tea at five"));
    row("UTF-8", "mailto:a@b.example?subject=caf%C3%A9", QStringLiteral("café"));
    row("UTF-8 as it is", "mailto:a@b.example?subject=caf\xc3\xa9", QStringLiteral("café"));
    row("encoded words stay text", "mailto:a@b.example?subject=%3D%3Futf-8%3FQ%3Fcaf%3DC3%3DA9%3F%3D",
        QStringLiteral("=?utf-8?Q?caf=C3=A9?="));
    row("body in lines", "mailto:a@b.example?body=send%20current-issue%0D%0Asend%20index", {},
        QStringLiteral("send current-issue\nsend index"));
    row("any line ends", "mailto:a@b.example?body=a%0Db%0Ac%0D%0Ad", {}, QStringLiteral("a\nb\nc\nd"));
    row("NUL in the body", "mailto:a@b.example?body=a%00b", {}, QStringLiteral("ab"));
    row("an equals sign", "mailto:a@b.example?subject=a=b", QStringLiteral("a=b"));
    row("a plus is a plus", "mailto:a@b.example?subject=1+1", QStringLiteral("1+1"));
    row("a percent sign alone", "mailto:a@b.example?subject=100%25%20sure", QStringLiteral("100% sure"));
    row("name encoded", "mailto:a@b.example?%73ubject=x", QStringLiteral("x"));
    row("no value", "mailto:a@b.example?subject", {});
}

void TestMailtoUrl::texts()
{
    QFETCH(const QByteArray, url);
    const auto letter = parseMailto(url);
    QVERIFY(letter);
    QTEST(letter->message.subject, "subject");
    QTEST(letter->message.text, "text");
    QCOMPARE(letter->findings, QList<MailtoFinding>());
}

void TestMailtoUrl::findings_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *tag, const char *query, Kind kind, const QString &text) {
        QTest::newRow(tag) << QByteArray("mailto:a@b.example?") + query << kind << text;
    };
    row("attach", "attach=/etc/passwd", Kind::FileIgnored, QStringLiteral("attach"));
    row("ATTACHMENT", "ATTACHMENT=file:///home/me/.ssh/id_rsa", Kind::FileIgnored,
        QStringLiteral("attachment"));
    row("attach by an encoded name", "%61ttach=/etc/passwd", Kind::FileIgnored, QStringLiteral("attach"));
    row("attach behind HTML's ampersand", "&amp;attach=/etc/passwd", Kind::FileIgnored,
        QStringLiteral("attach"));
    row("from", "from=boss@b.example", Kind::FieldIgnored, QStringLiteral("from"));
    row("a header of its own", "X-Spam-Status=No", Kind::FieldIgnored, QStringLiteral("x-spam-status"));
    row("a second subject", "subject=one&subject=two", Kind::FieldIgnored, QStringLiteral("subject"));
    row("a second body", "body=one&BODY=two", Kind::FieldIgnored, QStringLiteral("body"));
    row("a name with a line end", "x%0D%0ABcc=a", Kind::FieldIgnored, QStringLiteral("x%0D%0ABcc"));
    row("CRLF in the subject", "subject=x%0D%0ABcc:%20eve@evil.example", Kind::LineInField,
        QStringLiteral("subject"));
    row("LF in the subject", "subject=x%0ABcc:%20eve@evil.example", Kind::LineInField,
        QStringLiteral("subject"));
    row("NUL in the subject", "subject=x%00y", Kind::LineInField, QStringLiteral("subject"));
    row("U+2028 in the subject", "subject=x%E2%80%A8y", Kind::LineInField, QStringLiteral("subject"));
    row("CRLF in to", "to=c@d.example%0D%0ABcc:%20eve@evil.example", Kind::LineInField, QStringLiteral("to"));
    row("CRLF in in-reply-to", "in-reply-to=%3Ca@b%3E%0D%0ABcc:%20e@f", Kind::LineInField,
        QStringLiteral("in-reply-to"));
    row("no address", "to=eve", Kind::BadAddress, QStringLiteral("eve"));
    row("Latin-1", "subject=caf%E9", Kind::NotText, QStringLiteral("subject"));
    row("cut off within a character", "subject=caf%C3", Kind::NotText, QStringLiteral("subject"));
    row("no identifier", "in-reply-to=x", Kind::BadIdentifier, QStringLiteral("in-reply-to"));
    row("two identifiers", "in-reply-to=%3Ca@b%3E%20%3Cc@d%3E", Kind::BadIdentifier,
        QStringLiteral("in-reply-to"));
    row("nothing behind the @", "references=a@", Kind::BadIdentifier, QStringLiteral("references"));
    row("empty references", "references=", Kind::BadIdentifier, QStringLiteral("references"));
}

void TestMailtoUrl::findings()
{
    QFETCH(const QByteArray, url);
    QFETCH(const Kind, kind);
    QFETCH(const QString, text);
    const auto letter = parseMailto(url);
    QVERIFY(letter);
    QCOMPARE(letter->findings, (QList<MailtoFinding>{{kind, text}}));
    QCOMPARE(joined(letter->message.to), QStringLiteral("a@b.example"));
    QVERIFY(letter->message.bcc.isEmpty());
    QVERIFY(letter->message.attachments.isEmpty());
    if (kind != Kind::FieldIgnored) {
        QVERIFY(letter->message.subject.isEmpty());
        QVERIFY(letter->message.inReplyTo.isEmpty());
    } else if (!letter->message.subject.isEmpty()) {
        QCOMPARE(letter->message.subject, QStringLiteral("one"));
    }
}

void TestMailtoUrl::nothingElseIsSet()
{
    const auto letter =
        parseMailto("mailto:a@b.example?from=x@y.example&sender=x@y.example&reply-to=x@y.example&date=now"
                    "&message-id=%3Ca@b%3E&html=%3Cb%3E&content-type=text/html&attach=x");
    QVERIFY(letter);
    Message expected;
    expected.to = {{{}, QStringLiteral("a"), QStringLiteral("b.example")}};
    QVERIFY(letter->message == expected);
    QCOMPARE(letter->findings.size(), 8);
}

void TestMailtoUrl::otherSchemes_data()
{
    QTest::addColumn<QByteArray>("url");
    for (const char *url : {"", "mailto", "http://a@b.example", "mailtoo:a@b.example", "a@b.example",
                            "javascript:mailto:a@b", "mail to:a@b.example"})
        QTest::newRow(url) << QByteArray(url);
}

void TestMailtoUrl::otherSchemes()
{
    QFETCH(const QByteArray, url);
    QVERIFY(!parseMailto(url));
}

void TestMailtoUrl::identifiers()
{
    const auto letter = parseMailto("mailto:list@example.org?In-Reply-To=%3C3469A91.D10AF4C@example.com%3E"
                                    "&References=%3Ca@b.example%3E%20%3Cc@d.example%3E");
    QVERIFY(letter);
    QCOMPARE(letter->message.inReplyTo, QByteArray("3469A91.D10AF4C@example.com"));
    QCOMPARE(letter->message.references, QList<QByteArray>({"a@b.example", "c@d.example"}));
}

/// Ten times as much costs ten times as long, with room for a busy machine; a quadratic reader takes a
/// hundred.
void TestMailtoUrl::isLinear()
{
    const auto cost = [](const QByteArray &piece, int times) {
        const QByteArray url = "mailto:?to=a@b.example" + piece.repeated(times);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 3; ++i)
            (void)parseMailto(url);
        return timer.nsecsElapsed();
    };
    for (const char *piece :
         {"&", "&x=", "&to=a@b.c", "%", "&subject=%", "&amp;", ",a@b.c", "((", "&attach=x"}) {
        const qint64 few = cost(piece, 2'000);
        const qint64 many = cost(piece, 20'000);
        QVERIFY2(many < 50 * std::max<qint64>(few, 100'000), piece);
    }
}

QTEST_GUILESS_MAIN(TestMailtoUrl)
#include "tst_mailto_url.moc"
