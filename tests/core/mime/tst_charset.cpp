// SPDX-License-Identifier: GPL-3.0-or-later
// The octets are those that Python's codecs make of the texts.
#include "core/mime/Charset.h"
#include "core/mime/SystemCharset.h"

#include <QHash>
#include <QTest>

using namespace pennypost;

class TestCharset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void bySystem_data() { texts_data(); }
    void bySystem();
    void bySystemMisfits();
    void misfits_data();
    void misfits();
    void cutOff();
};

void TestCharset::texts_data()
{
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *tag, const char *charset, const char *base64, const QString &text) {
        QTest::newRow(tag) << QByteArray(charset) << QByteArray::fromBase64(base64) << text;
    };
    row("utf-16 without a mark, big end first", "utf-16", "AEgAZQBsAGwAbw==", QStringLiteral("Hello"));
    row("utf-16 without a mark, little end first", "utf-16", "SABlAGwAbABvAA==", QStringLiteral("Hello"));
    row("windows-1252", "windows-1252", "k3iUIIA=", QStringLiteral("“x” €"));
    row("windows-1251", "windows-1251", "z/Do4uXy", QStringLiteral("Привет"));
    row("windows-1250", "windows-1250", "WmG/87Pm", QStringLiteral("Zażółć"));
    row("windows-1253", "windows-1253", "weje7eE=", QStringLiteral("Αθήνα"));
    row("windows-1254", "windows-1254", "3XN0YW5idWw=", QStringLiteral("İstanbul"));
    row("windows-1255", "windows-1255", "+ezl7Q==", QStringLiteral("שלום"));
    row("windows-1256", "windows-1256", "0+HH4w==", QStringLiteral("سلام"));
    row("windows-1257", "windows-1257", "3uBzaXM=", QStringLiteral("Žąsis"));
    row("windows-1258", "windows-1258", "0OA=", QStringLiteral("Đà"));
    row("iso-8859-2", "iso-8859-2", "WmG/87Pm", QStringLiteral("Zażółć"));
    row("iso-8859-5", "iso-8859-5", "v+DY0tXi", QStringLiteral("Привет"));
    row("iso-8859-7", "iso-8859-7", "weje7eE=", QStringLiteral("Αθήνα"));
    row("iso-8859-9", "iso-8859-9", "3XN0YW5idWw=", QStringLiteral("İstanbul"));
    row("iso-8859-15", "iso-8859-15", "MTAgpA==", QStringLiteral("10 €"));
    row("koi8-r", "koi8-r", "8NLJ18XU", QStringLiteral("Привет"));
    row("koi8-u", "koi8-u", "68mn1w==", QStringLiteral("Київ"));
    row("shift_jis", "shift_jis", "k/qWe4zq", QStringLiteral("日本語"));
    row("sjis", "sjis", "k/qWe4zq", QStringLiteral("日本語"));
    row("iso-2022-jp", "iso-2022-jp", "GyRCRnxLXDhsGyhCIGFiYw==", QStringLiteral("日本語 abc"));
    row("iso-2022-jp that begins in ASCII", "iso-2022-jp",
        "YWJjIBskQkZ8S1wbKEI=", QStringLiteral("abc 日本"));
    row("euc-jp", "euc-jp", "xvzL3Ljs", QStringLiteral("日本語"));
    row("gb2312", "gb2312", "1tDOxA==", QStringLiteral("中文"));
    row("gbk", "gbk", "1tDOxA==", QStringLiteral("中文"));
    row("gb18030", "gb18030", "1tDOxKLjlTKCNg==", QStringLiteral("中文€𠀀"));
    row("big5", "big5", "pKSk5Q==", QStringLiteral("中文"));
    row("euc-kr", "euc-kr", "x9Gxub7u", QStringLiteral("한국어"));
    row("ks_c_5601-1987", "ks_c_5601-1987", "x9Gxub7u", QStringLiteral("한국어"));
    row("cp1252", "cp1252", "k3iU", QStringLiteral("“x”"));
    row("latin1", "latin1", "6Q==", QStringLiteral("é"));
    row("utf-16", "utf-16", "//5hAPwA", QStringLiteral("aü"));
    row("utf-32", "utf-32", "//4AAGEAAAD8AAAA", QStringLiteral("aü"));
    row("tis-620", "tis-620", "5LfC", QStringLiteral("ไทย"));
    row("macintosh", "macintosh", "jg==", QStringLiteral("é"));
    row("ibm866", "ibm866", "j+CooqXi", QStringLiteral("Привет"));
}

void TestCharset::texts()
{
    QFETCH(const QByteArray, charset);
    QFETCH(const QByteArray, octets);
    QFETCH(const QString, text);
    QCOMPARE(textFrom(octets, charset), text);
    QCOMPARE(textFrom(octets, charset.toUpper() + ' '), text);
}

/// What serves where Qt knows none of them.
void TestCharset::bySystem()
{
    QFETCH(const QByteArray, charset);
    QFETCH(const QByteArray, octets);
    QFETCH(const QString, text);
    if (charset.startsWith("utf-"))
        return texts(); // Qt's own
    const QHash<QByteArray, QByteArray> names{
        {"sjis", "shift_jis"},      {"gb2312", "gb18030"},      {"gbk", "gb18030"},
        {"euc-kr", "windows-949"},  {"cp1252", "windows-1252"}, {"ks_c_5601-1987", "windows-949"},
        {"latin1", "windows-1252"}, {"tis-620", "windows-874"}, {"iso-8859-9", "windows-1254"}};
    const auto got = systemTextFrom(octets, names.value(charset, charset));
    QVERIFY(got);
    QCOMPARE(*got, text);
    // In portions of a converter's own.
    const auto twice = systemTextFrom(octets.repeated(5'000), names.value(charset, charset));
    QVERIFY(twice);
    QCOMPARE(*twice, text.repeated(5'000));
}

void TestCharset::bySystemMisfits()
{
    QVERIFY(!systemTextFrom("abc", "nobody-knows-it"));
    QVERIFY(!systemTextFrom("abc", ""));
    QVERIFY(!systemTextFrom("a\xff\xff", "gb18030"));
    QVERIFY(!systemTextFrom("\x81", "windows-1257"));                                   // not in it
    QCOMPARE(systemTextFrom("a\x93", "shift_jis"), std::optional(QStringLiteral("a"))); // cut off
    QCOMPARE(systemTextFrom("", "shift_jis"), std::optional(QString()));
    QCOMPARE(systemTextFrom(QByteArray("a\0b", 3), "koi8-r"), std::optional(QString::fromLatin1("a\0b", 3)));
}

void TestCharset::misfits_data()
{
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *tag, const char *charset, const QByteArray &octets, const QString &text) {
        QTest::newRow(tag) << QByteArray(charset) << octets << text;
    };
    row("UTF-8 by another name", "x-unknown", "\xc3\xbc", QStringLiteral("ü"));
    row("Windows-1252 without a name", "", "\x93x\x94", QStringLiteral("“x”"));
    row("Windows-1252 called Latin-1", "iso-8859-1", "\x93x\x94", QStringLiteral("“x”"));
    row("Windows-1252 called UTF-8", "utf-8", "\x93x\x94", QStringLiteral("“x”"));
    row("UTF-8 called ASCII", "us-ascii", "\xc3\xbc", QStringLiteral("ü"));
    row("UTF-8 called GB2312", "gb2312", "\xe4\xb8\xad\xff",
        QString::fromLatin1("\xe4\xb8") + u'\u00ad' + u'ÿ');
    row("what UTF-7 hides", "utf-7", "+ADw-script+AD4-", QStringLiteral("+ADw-script+AD4-"));
    row("UTF-7 by its other name", "unicode-1-1-utf-7", "+ADw-", QStringLiteral("+ADw-"));
    row("a compression", "scsu", "abc", QStringLiteral("abc"));
    row("the machine's own", "locale", "\xc3\xbc", QStringLiteral("ü"));
    row("Latin-1 called UTF-8, to its end", "utf-8", "caf\xe9", QStringLiteral("café"));
    row("Latin-1 without a name, to its end", "", "caf\xe9", QStringLiteral("café"));
    row("half a pair", "shift_jis", "a\x93", QStringLiteral("a“"));
    row("UTF-8 called Latin-1", "iso-8859-1", "caf\xc3\xa9", QStringLiteral("café"));
    const QString russian = QStringLiteral("Привет, как дела?");
    row("one octet of UTF-8 is wrong", "utf-8", russian.toUtf8() + "\xff", russian + QChar(0xfffd));
    row("one octet of Shift_JIS is wrong", "shift_jis", QByteArray::fromBase64("k/qWe4zqk/qWe4zq") + "\xff!",
        QStringLiteral("日本語日本語") + QChar(0xfffd) + u'!');
    row("one octet of GB18030 is wrong", "gbk", QByteArray::fromBase64("1tDOxNbQzsQ=") + "\xff!",
        QStringLiteral("中文中文") + QChar(0xfffd) + u'!');
    row("ISO-2022-JP that ends within a character", "iso-2022-jp", "\x1b$BF|K",
        QStringLiteral("日") + QChar(0xfffd));
    row("Windows' name for Shift_JIS", "cp932", QByteArray::fromBase64("k/qWe4zqh0A="),
        QStringLiteral("日本語①"));
    row("HZ", "hz-gb-2312", "~{VPND~}", QStringLiteral("中文"));
    row("old spelling", "iso_8859-2:1987", "\xb3", QStringLiteral("ł"));
    row("older spelling", "iso8859-2", "\xb3", QStringLiteral("ł"));
    row("by its number", "latin2", "\xb3", QStringLiteral("ł"));
    row("without a hyphen", "koi8r", "\xf0", QStringLiteral("П"));
    row("of DOS", "cp437", "\x81", QStringLiteral("ü"));
    row("of an old Macintosh", "x-mac-cyrillic", "\x80", QStringLiteral("А"));
    row("nothing", "shift_jis", "", QString());
    row("a name with a NUL", "utf-8", QByteArray("a\0b", 3), QString::fromLatin1("a\0b", 3));
}

/// What somebody stopped to read within a character.
void TestCharset::cutOff()
{
    QCOMPARE(textFrom("a\xc3", "utf-8", TextEnd::CutOff), QStringLiteral("a"));
    QCOMPARE(textFrom("a\x93", "shift_jis", TextEnd::CutOff), QStringLiteral("a"));
}

void TestCharset::misfits()
{
    QFETCH(const QByteArray, charset);
    QFETCH(const QByteArray, octets);
    QFETCH(const QString, text);
    QCOMPARE(textFrom(octets, charset), text);
}

QTEST_GUILESS_MAIN(TestCharset)
#include "tst_charset.moc"
