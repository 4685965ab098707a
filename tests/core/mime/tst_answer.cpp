// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/Answer.h"
#include "core/mime/MimeBuilder.h"
#include "tests/core/mime/InMemory.h"

#include <QTest>

using namespace pennypost;
using letters::Letter;

namespace {

const MailboxList me{{QStringLiteral("Me"), QStringLiteral("me"), QStringLiteral("here.example")},
                     {{}, QStringLiteral("also"), QStringLiteral("here.example")}};

QString joined(const MailboxList &list)
{
    QStringList texts;
    for (const Mailbox &mailbox : list)
        texts.append(mailbox.display());
    return texts.join(QStringLiteral(", "));
}

OriginalLetter original(const QByteArray &letter)
{
    Letter read(letter);
    return readOriginal(read.device, read.root);
}

Message answered(const QByteArray &letter, AnswerTo to = AnswerTo::Sender)
{
    return answer(original(letter), to, me, QStringLiteral("Ann wrote:"));
}

} // namespace

class TestAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recipients_data();
    void recipients();
    void thread_data();
    void thread();
    void quotes_data();
    void quotes();
    void texts_data();
    void texts();
    void reads();
    void passesOn();
    void manyReferences();
    void manyRecipients();
    void canBeWritten();
};

void TestAnswer::recipients_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("sender"); // To of an answer to the sender
    QTest::addColumn<QString>("to");     // of an answer to all
    QTest::addColumn<QString>("cc");
    const auto row = [](const char *tag, const char *header, const QString &sender, const QString &to,
                        const QString &cc = {}) {
        QTest::newRow(tag) << QByteArray(header) << sender << to << cc;
    };
    const QString ann = QStringLiteral("Ann <ann@x.example>");
    row("to me alone", "From: Ann <ann@x.example>\nTo: me@here.example\n", ann, ann);
    row("to others too",
        "From: Ann <ann@x.example>\nTo: me@here.example, Bob <bob@x.example>\nCc: c@x.example\n", ann, ann,
        QStringLiteral("Bob <bob@x.example>, c@x.example"));
    row("Reply-To", "From: Ann <ann@x.example>\nReply-To: office@x.example\nTo: me@here.example\n",
        QStringLiteral("office@x.example"), QStringLiteral("office@x.example"));
    row("Reply-To of two",
        "From: Ann <ann@x.example>\nReply-To: a@x.example, b@x.example\nTo: me@here.example\n",
        QStringLiteral("a@x.example, b@x.example"), QStringLiteral("a@x.example, b@x.example"));
    row("Mail-Followup-To",
        "From: Ann <ann@x.example>\nMail-Followup-To: list@x.example, ME@here.example\nTo: "
        "list@x.example\nCc: c@x.example\n",
        ann, QStringLiteral("list@x.example"));
    row("each once, however written",
        "From: Ann <ann@x.example>\nTo: ann@X.EXAMPLE, bob@x.example\nCc: Bob <bob@x.example>, "
        "also@HERE.example\n",
        ann, ann, QStringLiteral("bob@x.example"));
    row("my own letter", "From: Me <me@here.example>\nTo: bob@x.example\nCc: c@x.example\n",
        QStringLiteral("bob@x.example"), QStringLiteral("bob@x.example"), QStringLiteral("c@x.example"));
    row("a note to myself", "From: me@here.example\nTo: me@here.example\n", QStringLiteral("me@here.example"),
        QStringLiteral("me@here.example"));
    row("from one of mine to another alone",
        "From: me@here.example\nTo: also@here.example\nCc: c@x.example\n", QStringLiteral("me@here.example"),
        QStringLiteral("me@here.example"), QStringLiteral("c@x.example"));
    row("encoded names", "From: =?utf-8?q?M=C3=BCller=2C_J=C3=B6rg?= <j@x.example>\nTo: me@here.example\n",
        QStringLiteral("\"Müller, Jörg\" <j@x.example>"), QStringLiteral("\"Müller, Jörg\" <j@x.example>"));
    row("folded", "From: Ann\n <ann@x.example>\nTo: me@here.example,\n\tbob@x.example\n", ann, ann,
        QStringLiteral("bob@x.example"));
    row("groups and what is no address",
        "From: Ann <ann@x.example>\nTo: friends: bob@x.example, nobody;, undisclosed-recipients:;\n", ann,
        ann, QStringLiteral("bob@x.example"));
    row("two fields", "From: Ann <ann@x.example>\nTo: me@here.example\nTo: bob@x.example\n", ann, ann,
        QStringLiteral("bob@x.example"));
    row("raw Latin-1", "From: Caf\xe9 <ann@x.example>\nTo: me@here.example\n",
        QStringLiteral("Café <ann@x.example>"), QStringLiteral("Café <ann@x.example>"));
    // me@here and also@here are both ours.
    row("from one of mine to another",
        "From: Also <also@here.example>\nTo: me@here.example, bob@x.example\nCc: c@x.example\n",
        QStringLiteral("Also <also@here.example>"), QStringLiteral("Also <also@here.example>"),
        QStringLiteral("bob@x.example, c@x.example"));
    row("my own, with a copy to me", "From: me@here.example\nTo: bob@x.example\nCc: me@here.example\n",
        QStringLiteral("bob@x.example"), QStringLiteral("bob@x.example"));
    row("quotes within the name",
        "From: \"'Ann'\" <ann@x.example>\nTo: \"'bob@x.example'\" <bob@x.example>, \"\\\"C, D\\\"\" "
        "<c@x.example>\n",
        ann, ann, QStringLiteral("bob@x.example, \"C, D\" <c@x.example>"));
    row("brackets twice, a full stop",
        "From: \"Ann\" <<ann@x.example>>\nTo: me@here.example\nCc: bob@x.example., <c@x.example.>\n", ann,
        ann, QStringLiteral("bob@x.example, c@x.example"));
    row("nobody", "Subject: x\n", {}, {});
}

void TestAnswer::recipients()
{
    QFETCH(const QByteArray, header);
    QTEST(joined(answered(header + "\nx").to), "sender");
    const Message all = answered(header + "\nx", AnswerTo::All);
    QTEST(joined(all.to), "to");
    QTEST(joined(all.cc), "cc");
    QVERIFY(all.bcc.isEmpty() && all.from.isEmpty());
}

void TestAnswer::thread_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("inReplyTo");
    QTest::addColumn<QByteArrayList>("references");
    const auto row = [](const char *tag, const char *header, const char *inReplyTo,
                        const QByteArrayList &references) {
        QTest::newRow(tag) << QByteArray(header) << QByteArray(inReplyTo) << references;
    };
    row("the first", "Message-ID: <a@x>\n", "a@x", {"a@x"});
    row("one of many", "Message-ID: <c@x>\nReferences: <a@x> <b@x>\nIn-Reply-To: <b@x>\n", "c@x",
        {"a@x", "b@x", "c@x"});
    row("In-Reply-To alone", "Message-ID: <b@x>\nIn-Reply-To: <a@x>\n", "b@x", {"a@x", "b@x"});
    row("no brackets", "Message-ID: c@x\nReferences: a@x b@x\n", "c@x", {"a@x", "b@x", "c@x"});
    row("In-Reply-To two of them", "Message-ID: <c@x>\nIn-Reply-To: <a@x> <b@x>\n", "c@x", {"c@x"});
    row("words and no identifier", "Message-ID: <c@x>\nIn-Reply-To: your letter to a@x\n", "c@x", {"c@x"});
    row("no Message-ID", "References: <a@x>\n", "", {"a@x"});
    row("folded, with a comment", "Message-ID:\n <c@x>\nReferences: <a@x>\n <b@x> (why not)\n", "c@x",
        {"a@x", "b@x", "c@x"});
    row("itself among them", "Message-ID: <b@x>\nReferences: <a@x> <b@x>\n", "b@x", {"a@x", "b@x"});
    row("what is none", "Message-ID: <b x>\nReferences: <a@x> <> <@> c@x <d@x\n", "", {"a@x"});
    row("nothing", "Subject: x\n", "", {});
}

void TestAnswer::thread()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArrayList, references);
    const Message made = answered(header + "\nx");
    QTEST(made.inReplyTo, "inReplyTo");
    QCOMPARE(QByteArrayList(made.references), references);
}

void TestAnswer::quotes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("quotation");
    const auto row = [](const char *tag, const QString &text, const QString &quotation) {
        QTest::newRow(tag) << text << quotation;
    };
    row("lines", QStringLiteral("a\nb\n"), QStringLiteral("> a\n> b\n"));
    row("no line end", QStringLiteral("a"), QStringLiteral("> a\n"));
    row("an empty line", QStringLiteral("a\n\nb"), QStringLiteral("> a\n>\n> b\n"));
    row("quoted before", QStringLiteral("> a\n>> b\nc"), QStringLiteral(">> a\n>>> b\n> c\n"));
    row("blank ends", QStringLiteral("\n \n  a\n\n \n"), QStringLiteral(">   a\n"));
    row("nothing", {}, {});
    row("blanks", QStringLiteral(" \n\n"), {});
}

void TestAnswer::quotes()
{
    QFETCH(const QString, text);
    QTEST(quoted(text), "quotation");
}

void TestAnswer::texts_data()
{
    QTest::addColumn<QByteArray>("letter");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *tag, const QByteArray &letter, const QString &text) {
        QTest::newRow(tag) << letter << text;
    };
    const QString attribution = QStringLiteral("Ann wrote:\n");
    row("plain", "\nhello\n", attribution + QStringLiteral("> hello\n"));
    row("its signature goes", "\nhello\n-- \nAnn\n", attribution + QStringLiteral("> hello\n"));
    row("nothing but a signature", "\n-- \nAnn\n", {});
    row("a dash is no signature", "\nhello\n--\nAnn\n",
        attribution + QStringLiteral("> hello\n> --\n> Ann\n"));
    row("the plain one of two",
        "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: "
        "text/html\n\n<b>rich</b>\n--b\n\nplain\n--b--",
        attribution + QStringLiteral("> plain\n"));
    row("HTML alone", "Content-Type: text/html\n\n<p>one</p><p>two</p><script>evil()</script>",
        attribution + QStringLiteral("> one\n>\n> two\n"));
    row("not the attached text",
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Disposition: "
        "attachment\n\nfile\n--b\n\nletter\n--b--",
        attribution + QStringLiteral("> letter\n"));
    row("a charset", "Content-Type: text/plain; charset=koi8-r\n\n\xf0\xd2\xc9\xd7\xc5\xd4",
        attribution + QStringLiteral("> Привет\n"));
    row("parts without a boundary", "Content-Type: multipart/mixed\n\nhello\n",
        attribution + QStringLiteral("> hello\n"));
    row("parts with another one", "Content-Type: multipart/mixed; boundary=a\n\n--b\n\nhello\n",
        attribution + QStringLiteral("> --b\n>\n> hello\n"));
    row("nothing", "\n", {});
}

void TestAnswer::texts()
{
    QFETCH(const QByteArray, letter);
    QTEST(answered(letter).text, "text");
}

void TestAnswer::reads()
{
    const OriginalLetter read = original(
        "Date: Fri, 1 May 2026 09:30:00 +0200\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\nFrom: a@x.example\n\nx");
    QCOMPARE(read.date, QDateTime(QDate(2026, 5, 1), QTime(7, 30), Qt::UTC));
    QCOMPARE(read.subject, QStringLiteral("Grüße"));
    QCOMPARE(answer(read, AnswerTo::Sender, me, {}).subject, QStringLiteral("Re: Grüße"));
}

void TestAnswer::passesOn()
{
    const Message made =
        passedOn(original("From: a@x.example\nSubject: AW: Tea\nMessage-ID: <a@x>\n\nhello\n-- \nAnn\n"),
                 QStringLiteral("From: a"));
    QCOMPARE(made.subject, QStringLiteral("Fwd: AW: Tea"));
    QCOMPARE(made.text, QStringLiteral("From: a\n\nhello\n-- \nAnn\n"));
    QVERIFY(made.to.isEmpty() && made.inReplyTo.isEmpty());
    QCOMPARE(made.references, QList<QByteArray>{"a@x"});
}

void TestAnswer::manyReferences()
{
    QByteArray references;
    for (int i = 0; i < 1000; ++i)
        references += "<" + QByteArray::number(i) + "@x> ";
    const Message made = answered("Message-ID: <last@x>\nReferences: " + references + "\n\nx");
    QCOMPARE(made.references.size(), 100);
    QCOMPARE(made.references.front(), QByteArray("0@x"));
    QCOMPARE(made.references.back(), QByteArray("last@x"));
    QCOMPARE(made.references[98], QByteArray("999@x"));
}

/// A list of everybody: as long as nobody compares each with each, it takes no time.
void TestAnswer::manyRecipients()
{
    QByteArray all;
    for (int i = 0; i < 20'000; ++i)
        all += "p" + QByteArray::number(i) + "@x.example, ";
    const Message made = answered("From: a@x.example\nTo: " + all + "\nCc: " + all + "\n\nx", AnswerTo::All);
    QCOMPARE(made.cc.size(), 20'000);
}

/// Whatever the original holds, the answer is a letter.
void TestAnswer::canBeWritten()
{
    Message made =
        answered("From: =?utf-8?q?a=0D=0ABcc:_e@f?= <a@x.example>\nSubject: a\x01"
                 "b =?utf-8?q?=00=0A?=\nMessage-ID: <a@x>\n"
                 "Reply-To: \"x\\\r\" <b@x.example>\nReferences: <a@b@c> <\xc3\xbc@x>\n\n\0\x1b[31m\r\n",
                 AnswerTo::All);
    made.from = me.front();
    made.messageId = "1@here.example";
    made.date = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
    const auto source = buildMime(made);
    QVERIFY2(source, source ? "" : qPrintable(source.error().inOneLine()));
}

QTEST_GUILESS_MAIN(TestAnswer)
#include "tst_answer.moc"
