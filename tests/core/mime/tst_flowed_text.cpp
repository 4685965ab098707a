// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/FlowedText.h"
#include "core/mime/MimeBuilder.h"
#include "tests/core/mime/InMemory.h"

#include <QRandomGenerator>
#include <QTest>

using namespace pennypost;

namespace {

QString words(int count, const QString &word = QStringLiteral("word"))
{
    return QStringList(count, word).join(u' ');
}

} // namespace

class TestFlowedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void reads_data();
    void reads();
    void comesBack_data();
    void comesBack();
    void anyText();
    void asALetter_data();
    void asALetter();
};

void TestFlowedText::writes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("lines");
    QTest::addColumn<bool>("delSp");
    const auto row = [](const char *tag, const QString &text, const QString &lines, bool delSp = false) {
        QTest::newRow(tag) << text << lines << delSp;
    };
    row("nothing", {}, {});
    row("a short line", QStringLiteral("hello\n"), QStringLiteral("hello\n"));
    row("no line end", QStringLiteral("hello"), QStringLiteral("hello"));
    row("empty lines", QStringLiteral("a\n\n\nb\n"), QStringLiteral("a\n\n\nb\n"));
    row("a paragraph", words(20) + u'\n', words(14) + QStringLiteral(" \n") + words(6) + u'\n');
    row("trailing blanks", QStringLiteral("a  \nb \n"), QStringLiteral("a\nb\n"));
    row("blanks alone", QStringLiteral("   \n"), QStringLiteral("\n"));
    row("a leading blank is stuffed", QStringLiteral(" a\n"), QStringLiteral("  a\n"));
    row("From is stuffed", QStringLiteral("From here\n"), QStringLiteral(" From here\n"));
    row("a quotation", QStringLiteral("> a\n>> b\n> > c\n>\n>d\n"),
        QStringLiteral("> a\n>> b\n>> c\n>\n> d\n"));
    row("a long quotation", u"> " + words(20) + u'\n',
        u"> " + words(13) + QStringLiteral(" \n> ") + words(7) + u'\n');
    row("the signature", QStringLiteral("a\n-- \nAnn\n"), QStringLiteral("a\n-- \nAnn\n"));
    row("a quoted signature", QStringLiteral("> -- \n"), QStringLiteral("> -- \n"));
    row("two hyphens ahead of a long word, blanks to be deleted",
        QString(QStringLiteral("日本\n--") + QString(80, u'a') + QStringLiteral("\n")),
        QString(QStringLiteral("日本\n--") + QString(80, u'a') + QStringLiteral("\n")), true);
    row("a word too long", QString(100, u'x') + u'\n', QString(100, u'x') + u'\n');
    row("an address among words", words(10) + u' ' + QString(80, u'x') + QStringLiteral(" b\n"),
        words(10) + QStringLiteral(" \n") + QString(80, u'x') + QStringLiteral(" \nb\n"));
    row("Chinese", QString(80, u'中') + u'\n',
        QString(35, u'中') + QStringLiteral(" \n") + QString(35, u'中') + QStringLiteral(" \n") +
            QString(10, u'中') + u'\n',
        true);
    row("a line that would begin by From", words(13) + QStringLiteral(" wor From ") + words(3) + u'\n',
        words(13) + QStringLiteral(" wor \n From ") + words(3) + u'\n');
}

void TestFlowedText::writes()
{
    QFETCH(const QString, text);
    const FlowedText made = flowed(text);
    QTEST(made.text, "lines");
    QTEST(made.delSp, "delSp");
}

void TestFlowedText::reads_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<bool>("delSp");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *tag, const QString &lines, const QString &text, bool delSp = false) {
        QTest::newRow(tag) << lines << delSp << text;
    };
    row("two lines of one", QStringLiteral("a \nb\n"), QStringLiteral("a b\n"));
    row("two lines", QStringLiteral("a\nb\n"), QStringLiteral("a\nb\n"));
    row("the end of it", QStringLiteral("a "), QStringLiteral("a "));
    row("the blank is none of it", QStringLiteral("a \nb\n"), QStringLiteral("ab\n"), true);
    row("a stuffed line", QStringLiteral(" From\n"), QStringLiteral("From\n"));
    row("quoted", QStringLiteral(">> a \n>> b\n> c\n"), QStringLiteral(">> a b\n> c\n"));
    row("another depth", QStringLiteral("> a \nb\n"), QStringLiteral("> a \nb\n"));
    row("the signature is never joined", QStringLiteral("a \n-- \nb\n"), QStringLiteral("a \n-- \nb\n"));
    row("nothing", {}, {});
}

void TestFlowedText::reads()
{
    QFETCH(const QString, lines);
    QFETCH(const bool, delSp);
    QTEST(unflowed(lines, delSp), "text");
}

void TestFlowedText::comesBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("paragraphs") << QString(words(50) + QStringLiteral("\n\n") + words(3) + u'\n');
    QTest::newRow("double blanks") << QString(
        QStringList(40, QStringLiteral("two  blanks")).join(QStringLiteral("  ")) + u'\n');
    QTest::newRow("Chinese and English")
        << QString(QString(QString(30, u'中') + QStringLiteral(" and words ")).repeated(5).trimmed() + u'\n');
    QTest::newRow("Thai") << QString(QStringLiteral("ภาษาไทยไม่มีช่องว่าง").repeated(10) + u'\n');
    QTest::newRow("Arabic") << QString(QStringList(40, QStringLiteral("مرحبا")).join(u' ') + u'\n');
    QTest::newRow("emoji") << QString(QStringList(60, QStringLiteral("👩‍👩‍👧")).join(u' ') +
                                      u'\n');
    QTest::newRow("quotation") << QString(u"> " + words(50) + QStringLiteral("\n>> ") + words(50) +
                                          QStringLiteral("\n\nanswer\n"));
    QTest::newRow("dashes") << QString(words(14) + QStringLiteral(" -- ") + words(14) + u'\n');
    QTest::newRow("long words") << QString(QStringList(5, QString(100, u'x')).join(u' ') + u'\n');
}

void TestFlowedText::comesBack()
{
    QFETCH(const QString, text);
    const FlowedText made = flowed(text);
    QCOMPARE(unflowed(made.text, made.delSp), text);
    for (const QString &line : made.text.split(u'\n'))
        QVERIFY2(line.size() <= 78 || line.contains(QString(79, u'x').first(75)), qPrintable(line));
}

/// All but blanks at a line's end, for whatever somebody types.
void TestFlowedText::anyText()
{
    QRandomGenerator random(3);
    const QStringList pieces{QStringLiteral("word"),
                             QStringLiteral(" "),
                             QStringLiteral(" "),
                             QStringLiteral("  "),
                             QStringLiteral("\n"),
                             QStringLiteral("中文"),
                             QStringLiteral("-- "),
                             QStringLiteral("From "),
                             QStringLiteral("a-b"),
                             QStringLiteral("👋🏽"),
                             QStringLiteral("e\u0301"),
                             QStringLiteral("\t"),
                             QStringLiteral("x").repeated(80),
                             QStringLiteral("\u00a0")};
    for (int i = 0; i < 3000; ++i) {
        QString text;
        for (int count = int(random.bounded(200)); count > 0; --count)
            text += pieces[qsizetype(random.bounded(quint32(pieces.size())))];
        QStringList expected;
        for (QString line : text.split(u'\n')) {
            const bool isSignature = line == QStringLiteral("-- ");
            while (!isSignature && line.endsWith(u' '))
                line.chop(1);
            expected.append(line);
        }
        const FlowedText made = flowed(text);
        QCOMPARE(unflowed(made.text, made.delSp), expected.join(u'\n'));
        QCOMPARE(made.text.count(u'\r'), 0);
    }
}

void TestFlowedText::asALetter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<bool>("delSp");
    QTest::newRow("ASCII") << QString(words(50) + QStringLiteral("\n-- \nAnn\n")) << QByteArray("7bit")
                           << false;
    QTest::newRow("German") << QString(words(20, QStringLiteral("viele Grüße aus der kleinen Stadt")) + u'\n')
                            << QByteArray("quoted-printable") << false;
    QTest::newRow("Chinese") << QString(QString(200, u'中') + u'\n') << QByteArray("base64") << true;
    QTest::newRow("quoted") << QString(u"> " + words(50) + QStringLiteral("\nyes\n")) << QByteArray("7bit")
                            << false;
    QTest::newRow("empty") << QString() << QByteArray("7bit") << false;
}

void TestFlowedText::asALetter()
{
    QFETCH(const QString, text);
    Message message;
    message.from = {{}, QStringLiteral("a"), QStringLiteral("b.example")};
    message.messageId = "1@b.example";
    message.date = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
    message.text = text;
    message.textForm = Message::TextForm::Flowed;
    const auto source = buildMime(message);
    QVERIFY(source);
    QByteArray bytes(qsizetype((*source)->size()), Qt::Uninitialized);
    QCOMPARE((*source)->read({bytes.data(), size_t(bytes.size())}).valueOr(0), bytes.size());
    letters::Letter read(bytes);
    QVERIFY(read.root.isFlowed);
    QTEST(read.root.delSp, "delSp");
    QTEST(read.root.transferEncoding, "encoding");
    QCOMPARE(decodedText(read.device, read.root, 1 << 20), text);
    for (const QByteArray &line : bytes.split('\n'))
        QVERIFY(line.size() <= 79);
}

QTEST_GUILESS_MAIN(TestFlowedText)
#include "tst_flowed_text.moc"
