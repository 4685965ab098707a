// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fields.h"
#include "core/mime/EncodedWord.h"
#include "core/mime/MimeParameter.h"

#include <QTest>

using namespace pennypost;
using namespace pennypost::letters;

class TestMimeParameter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parameters_data();
    void parameters();
    void namesOfEveryLengthComeBack();
    void receivedParameters_data();
    void receivedParameters();
    void decodes_data();
    void decodes();
    void hostileFieldsAreLinear_data();
    void hostileFieldsAreLinear();
};

void TestMimeParameter::parameters_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("standard");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const QString &value, const QByteArray &standard,
                        const QByteArray &words) { QTest::newRow(name) << value << standard << words; };
    row("plain", QStringLiteral("a.txt"), "n=\"a.txt\"", "n=\"a.txt\"");
    row("blank", QStringLiteral("a b.txt"), "n=\"a b.txt\"", "n=\"a b.txt\"");
    row("quote and backslash", QStringLiteral("a\"b\\c"), "n=\"a\\\"b\\\\c\"", "n=\"a\\\"b\\\\c\"");
    row("Unicode", QStringLiteral("ü (1).txt"), "n*=utf-8''%C3%BC%20%281%29.txt",
        "n=\"=?utf-8?B?w7wgKDEpLnR4dA==?=\"");
    row("quotes of RFC 2231", QStringLiteral("ü'%*"), "n*=utf-8''%C3%BC%27%25%2A",
        "n=\"=?utf-8?B?w7wnJSo=?=\"");
    row("looks encoded", QStringLiteral("=?x?="), "n*=utf-8''%3D%3Fx%3F%3D", "n=\"=?utf-8?B?PT94Pz0=?=\"");
}

void TestMimeParameter::parameters()
{
    QFETCH(const QString, value);
    QFETCH(const QByteArray, standard);
    QFETCH(const QByteArray, words);
    using Style = MimeParameter::Style;
    QCOMPARE(fieldWithParameters("X", "v", {{"n", value, Style::Standard}}),
             QByteArray("X: v; " + standard + "\r\n"));
    QCOMPARE(fieldWithParameters("X", "v", {{"n", value, Style::EncodedWord}}),
             QByteArray("X: v; " + words + "\r\n"));
}

void TestMimeParameter::namesOfEveryLengthComeBack()
{
    using Style = MimeParameter::Style;
    const QStringList units{QStringLiteral("a"),  QStringLiteral("ü"),  QStringLiteral("🐧"),
                            QStringLiteral("\""), QStringLiteral("\\"), QStringLiteral("a b;c='%*"),
                            QStringLiteral("中x")};
    for (const QString &unit : units) {
        for (int length = 1; length <= 300; ++length) {
            const QString name = unit.repeated(length);
            for (const Style style : {Style::Standard, Style::EncodedWord}) {
                const QByteArray field =
                    fieldWithParameters("Content-Disposition", "attachment", {{"filename", name, style}});
                QVERIFY2(fieldFault(field).isEmpty(),
                         qPrintable(QString(fieldFault(field) % QString::fromUtf8(field))));
                const ParsedField parsed = parseFieldWithParameters(valueOf(field));
                QCOMPARE(parsed.value, QByteArray("attachment"));
                QCOMPARE(parsed.parameter("filename"), name);
            }
        }
    }
}

void TestMimeParameter::receivedParameters_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *tag, const QByteArray &field, const QByteArray &value,
                        const QString &name) { QTest::newRow(tag) << field << value << name; };
    row("none", "", "", {});
    row("value alone", " Text/Plain ", "text/plain", {});
    row("token", "attachment; name=a.txt", "attachment", QStringLiteral("a.txt"));
    row("no blank, upper case", "ATTACHMENT;NAME=\"a.txt\"", "attachment", QStringLiteral("a.txt"));
    row("unquoted blanks", "attachment; name=a b c.txt; x=y", "attachment", QStringLiteral("a b c.txt"));
    row("semicolon in quotes", "attachment; name=\"a;b\"", "attachment", QStringLiteral("a;b"));
    row("comments", "text/plain (x;y) ; (z) name=a", "text/plain", QStringLiteral("a"));
    row("escapes", "x; name=\"a\\\"b\\\\c\"", "x", QStringLiteral("a\"b\\c"));
    row("open quote", "x; name=\"a", "x", QStringLiteral("a"));
    row("RFC 2231", "x; name*=UTF-8'de'%C3%BC", "x", QStringLiteral("ü"));
    row("RFC 2231, Latin-1", "x; name*=iso-8859-1''%FC", "x", QStringLiteral("ü"));
    row("RFC 2231, unknown charset", "x; name*=x-none''%C3%BC", "x", QStringLiteral("ü"));
    row("pieces out of order", "x; name*1=b; name*0=a; name*2*=%20c", "x", QStringLiteral("ab c"));
    row("torn character", "x; name*0*=utf-8''%C3; name*1*=%BC", "x", QStringLiteral("ü"));
    row("RFC 2231 wins", "x; name=fallback; name*=utf-8''%C3%BC", "x", QStringLiteral("ü"));
    row("encoded-word", "x; name=\"=?utf-8?Q?=C3=BC?=\"", "x", QStringLiteral("ü"));
    row("raw UTF-8", "x; name=\"\xc3\xbc\"", "x", QStringLiteral("ü"));
    row("raw Latin-1", "x; name=\"\xfc\"", "x", QStringLiteral("ü"));
    row("huge number", "x; name*99999999999999=a; name=b", "x", QStringLiteral("b"));
    row("empty names", "x; ; =; =y;; name=a", "x", QStringLiteral("a"));
    row("percent at the end", "x; name*=utf-8''a%", "x", QStringLiteral("a%"));
}

void TestMimeParameter::receivedParameters()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QByteArray, value);
    QFETCH(const QString, name);
    const ParsedField parsed = parseFieldWithParameters(field);
    QCOMPARE(parsed.value, value);
    QCOMPARE(parsed.parameter("name"), name);
}

void TestMimeParameter::decodes_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &value, const QString &text) {
        QTest::newRow(name) << value << text;
    };
    row("plain", "a b", QStringLiteral("a b"));
    row("Q", "=?UTF-8?q?a=C3=BC_b?=", QStringLiteral("aü b"));
    row("B", "=?utf-8?b?w7w=?=", QStringLiteral("ü"));
    row("Latin-1", "=?ISO-8859-1?Q?=FC?=", QStringLiteral("ü"));
    row("language", "=?utf-8*de?Q?=C3=BC?=", QStringLiteral("ü"));
    row("unknown charset", "=?x-none?Q?=FC?=", QStringLiteral("ü"));
    row("blank between words goes", "=?utf-8?Q?a?=  =?utf-8?Q?b?=", QStringLiteral("ab"));
    row("blank beside text stays", "x =?utf-8?Q?a?= y", QStringLiteral("x a y"));
    row("words without blank", "=?utf-8?Q?a?==?utf-8?Q?b?=", QStringLiteral("ab"));
    row("torn character", "=?utf-8?B?w7==?= =?utf-8?Q?=BC?=", QStringLiteral("ü"));
    row("two charsets", "=?utf-8?Q?=C3=BC?= =?iso-8859-1?Q?=FC?=", QStringLiteral("üü"));
    row("open", "=?utf-8?Q?a", QStringLiteral("=?utf-8?Q?a"));
    row("no encoding", "=?utf-8?X?a?=", QStringLiteral("=?utf-8?X?a?="));
    row("no charset", "=??Q?a?=", QStringLiteral("=??Q?a?="));
    row("raw UTF-8", "\xc3\xbc", QStringLiteral("ü"));
    row("raw Latin-1", "\xfc", QStringLiteral("ü"));
    row("equals at the end", "=?utf-8?Q?a=?=", QStringLiteral("a"));
}

void TestMimeParameter::decodes()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QString, text);
    QCOMPARE(decodedEncodedWords(value), text);
}

void TestMimeParameter::hostileFieldsAreLinear_data()
{
    QTest::addColumn<QByteArray>("unit");
    for (const char *unit : {"=?", "=?a", "=?a?Q?", "=?a?X?", "?=", "=?a?Q?\?=", "=?a?Q?x", ";a", ";a=", "(",
                             "()", "\"", "\\", ";n*0=a", ";n*=", "; name=\"", "=", " "})
        QTest::newRow(unit) << QByteArray(unit);
}

/// Seconds, with sanitizers on a slow machine too; were it quadratic, the run would be ended by its time
/// limit.
void TestMimeParameter::hostileFieldsAreLinear()
{
    QFETCH(const QByteArray, unit);
    const QByteArray value = unit.repeated(1'000'000 / unit.size());
    for (const char *tail : {"", "?="}) {
        QVERIFY(decodedEncodedWords(QByteArray(value + tail)).size() <= value.size() + 2);
        QVERIFY(parseFieldWithParameters(QByteArray(value + tail)).parameters.size() <= value.size());
    }
}

QTEST_GUILESS_MAIN(TestMimeParameter)
#include "tst_mime_parameter.moc"
