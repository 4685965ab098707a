// SPDX-License-Identifier: GPL-3.0-or-later
#include "Letters.h"
#include "core/mime/MimeBuilder.h"
#include "core/mime/MimeParser.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace pennypost;
using namespace pennypost::letters;

class TestEml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOutAsItLies_data();
    void goesOutAsItLies();
    void hasNoHeader_data();
    void hasNoHeader();
    void cannotBeSent_data();
    void cannotBeSent();
    void headerIsNotUtf8_data();
    void headerIsNotUtf8();
    void missingFile();
    void changesLater();
    void builtLettersStayAsTheyAre();
    void longFileInSmallPortions();

private:
    QString write(const QByteArray &bytes) const;
    static QStringList fieldsOf(QByteArray letter);

    QTemporaryDir m_folder;
};

QString TestEml::write(const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(QStringLiteral("letter.eml")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no room for a test file");
    return file.fileName();
}

void TestEml::goesOutAsItLies_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("letter");
    QTest::addColumn<bool>("eightBit");
    QTest::addColumn<bool>("utf8Headers");
    const auto row = [](const char *name, const QByteArray &file, const QByteArray &letter,
                        bool eightBit = false,
                        bool utf8 = false) { QTest::newRow(name) << file << letter << eightBit << utf8; };
    const QByteArray plain = "From: a@b.c\r\nSubject: x\r\n\r\nbody\r\n";
    row("CRLF", plain, plain);
    row("LF", "From: a@b.c\nSubject: x\n\nbody\n", plain);
    row("mixed", "From: a@b.c\r\nSubject: x\n\r\nbody\n", plain);
    row("open last line", "From: a@b.c\r\nSubject: x\r\n\r\nbody", plain);
    row("header alone", "A: b", "A: b\r\n");
    row("dots stay", "A: b\n\n.\n..\n", "A: b\r\n\r\n.\r\n..\r\n");
    row("blank lines stay", "A: b\n\n\n\n", "A: b\r\n\r\n\r\n\r\n");
    row("Bcc first", "Bcc: x@y.z\nA: b\n\nc\n", "A: b\r\n\r\nc\r\n");
    row("Bcc folded", "A: b\r\nbcc: x@y.z,\r\n q@y.z,\r\n\tw@y.z\r\nC: d\r\n\r\n", "A: b\r\nC: d\r\n\r\n");
    row("Bcc last", "A: b\nBCC: x\n y\n\nBcc: in the body\n", "A: b\r\n\r\nBcc: in the body\r\n");
    row("Bcc twice", "Bcc: x\nA: b\nBcc: y\n\n", "A: b\r\n\r\n");
    row("Bcc with blanks", "Bcc \t: x\nA: b\n\n", "A: b\r\n\r\n");
    row("Bcc with a line of blanks", "Bcc: x\n \n y\nA: b\n\n", "A: b\r\n\r\n");
    row("Resent-Bcc", "Resent-Bcc: x\nA: b\n\n", "A: b\r\n\r\n");
    row("Bcc-like names stay", "Bccx: x\nX-Bcc: y\n\n", "Bccx: x\r\nX-Bcc: y\r\n\r\n");
    row("Bcc within another field stays", "A: b\n Bcc: x\n\n", "A: b\r\n Bcc: x\r\n\r\n");
    row("8-bit body", "A: b\n\n\xc3\xbc\n", "A: b\r\n\r\n\xc3\xbc\r\n", true);
    row("UTF-8 header", "A: \xc3\xbc\n\nb\n", "A: \xc3\xbc\r\n\r\nb\r\n", false, true);
    row("8-bit in Bcc alone", "Bcc: \xc3\xbc\nA: b\n\n", "A: b\r\n\r\n");
    row("UTF-8 in a folded line", "A: b\n \xf0\x9f\x93\xac\n\nb\n", "A: b\r\n \xf0\x9f\x93\xac\r\n\r\nb\r\n",
        false, true);
    row("Latin-1 in the body", "A: b\n\nCaf\xe9\n", "A: b\r\n\r\nCaf\xe9\r\n", true);
    row("Latin-1 in a part's header", "A: b\n\n--x\nB: \xe9\n\n", "A: b\r\n\r\n--x\r\nB: \xe9\r\n\r\n", true);
    row("998", "A: b\r\n\r\n" + QByteArray(998, 'x') + "\r\n",
        "A: b\r\n\r\n" + QByteArray(998, 'x') + "\r\n");
    const QByteArray separator = "From alice@example.org Sat Jan  3 01:05:34 1996";
    row("mailbox line, CRLF", separator + "\r\n" + plain, plain);
    row("mailbox line, LF", separator + "\nFrom: a@b.c\nSubject: x\n\nbody\n", plain);
    row("mailbox line, a blank one, then Bcc",
        separator + "\n\nBcc: x@y.z\nFrom: a@b.c\nSubject: x\n\nbody\n", plain);
    row("a mailbox line in the body stays", "A: b\n\n" + separator + "\n",
        "A: b\r\n\r\n" + separator + "\r\n");
    row("From with a blank before its colon", "From : a@b.c\n\nbody", "From : a@b.c\r\n\r\nbody\r\n");
    row("blank lines ahead, CRLF", "\r\n\r\n" + plain, plain);
    row("blank lines ahead, LF, Bcc first", "\n \t\n\nBcc: x@y.z\nA: b\n\nc\n", "A: b\r\n\r\nc\r\n");
    row("a byte order mark",
        "\xef\xbb\xbf"
        "From: a@b.c\r\nSubject: x\r\n\r\nbody\r\n",
        plain);
    row("a byte order mark and Bcc",
        "\xef\xbb\xbf"
        "Bcc: x@y.z\nA: b\n\n",
        "A: b\r\n\r\n");
    row("Bcc alone", "\nBcc: x@y.z\n\nbody\n", "\r\nbody\r\n");
    row("0x1A", "A: b\n\n\x1a\n", "A: b\r\n\r\n\x1a\r\n");
}

void TestEml::goesOutAsItLies()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, letter);
    QFETCH(const bool, eightBit);
    QFETCH(const bool, utf8Headers);
    const auto source = openEml(write(file));
    QVERIFY(source);
    QCOMPARE((*source)->size(), letter.size());
    QCOMPARE((*source)->hasEightBitBody(), eightBit);
    QCOMPARE((*source)->hasUtf8Headers(), utf8Headers);
    for (size_t portion = 1; portion <= 64; ++portion) {
        QCOMPARE(readAll(**source, portion), letter);
        (*source)->rewind();
    }
    // The envelope is read from the file: what is taken for a header there is the one that goes out.
    QCOMPARE(fieldsOf(letter), fieldsOf(file));
}

/// All but the blind copies.
QStringList TestEml::fieldsOf(QByteArray letter)
{
    QBuffer device(&letter);
    QStringList fields;
    if (!device.open(QIODevice::ReadOnly))
        return fields;
    const auto parsed = parseMime(device);
    if (!parsed)
        return fields;
    for (const ReceivedField &field : parsed->header) {
        if (!field.name.toLower().endsWith("bcc") || field.name == "X-Bcc")
            fields.append(QString::fromLatin1(field.name) % u": " % field.value);
    }
    return fields;
}

void TestEml::hasNoHeader_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QByteArray &file, const char *line) {
        QTest::newRow(name) << file << QString::fromLatin1(line);
        QTest::addRow("%s, CRLF", name)
            << QByteArray(file).replace("\n", "\r\n") << QString::fromLatin1(line);
    };
    row("empty", "", "");
    row("blank lines", "\n\n \n", "");
    row("a mailbox line alone", "From a@b.c Sat Jan  3 01:05:34 1996\n", "");
    row("a byte order mark alone", "\xef\xbb\xbf", "");
    row("text", "Hello Bob\nBcc: x@y.z\n", "1");
    row("text with a colon", "Hello Bob: read this\nBcc: x@y.z\n", "1");
    row("text behind blank lines", "\n\nHello\n\nBcc: x@y.z\n", "3");
    row("text behind a mailbox line", "From a@b.c Sat Jan  3 01:05:34 1996\n\nHello\n", "3");
    row("a second mailbox line", "From a@b.c Sat\nFrom a@b.c Sat Jan  3 01:05:34\nA: b\n\n", "2");
    row("begins folded", " folded: x\nBcc: x@y.z\n\n", "1");
    row("no blank line before the body", "From: a@b.c\nTo: d@e.f\nHello\nBcc: x@y.z\n\n", "3");
    row("a line in between", "From: a@b.c\n>From a@b.c Sat Jan  3 01:05:34\nBcc: x@y.z\n\nbody\n", "2");
    row("no name", "A: b\n: c\n\n", "2");
    row("a name beyond ASCII", "A: b\n\xc3\xbc: c\n\n", "2");
}

/// Nobody could say where its body begins, and a Bcc might be taken for text.
void TestEml::hasNoHeader()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, line);
    const QString path = write(file);
    const auto source = openEml(path);
    QVERIFY(!source);
    QCOMPARE(source.error(), (MimeError{MimeError::Kind::NoHeader, path, line}));
}

void TestEml::cannotBeSent_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("line");
    QTest::newRow("bare CR") << QByteArray("A: b\r\n\r\na\rb\r\n") << QStringLiteral("3");
    QTest::newRow("CR CR LF") << QByteArray("A: b\r\r\n\r\n") << QStringLiteral("1");
    QTest::newRow("NUL") << QByteArray("A: b\n\n\0\n", 8) << QStringLiteral("3");
    QTest::newRow("NUL in header") << QByteArray("A: \0b\n\n", 7) << QStringLiteral("1");
    QTest::newRow("999") << QByteArray("A: b\n\nc\n" + QByteArray(999, 'x') + "\n") << QStringLiteral("4");
    QTest::newRow("999 and CRLF") << QByteArray("A: b\n\nc\n" + QByteArray(999, 'x') + "\r\n")
                                  << QStringLiteral("4");
    QTest::newRow("999 at the end") << QByteArray(999, 'x') << QStringLiteral("1");
    QTest::newRow("10 MB") << QByteArray(10'000'000, 'x') << QStringLiteral("1");
    QTest::newRow("bare CR in Bcc") << QByteArray("Bcc: a\rb\n\n") << QStringLiteral("1");
}

void TestEml::cannotBeSent()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, line);
    const QString path = write(file);
    const auto source = openEml(path);
    QVERIFY(!source);
    QCOMPARE(source.error(), (MimeError{MimeError::Kind::BadEncoding, path, line}));
}

void TestEml::headerIsNotUtf8_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QByteArray &file, const char *field, const char *line) {
        QTest::newRow(name) << file << QString::fromLatin1(field) << QString::fromLatin1(line);
    };
    row("Latin-1", "A: b\nSubject: Caf\xe9\n\nbody\n", "Subject", "2");
    row("in a folded line", "A: b\nTo: a@b.c,\n J\xf6rg <d@e.f>\nC: d\n\n", "To", "3");
    row("beside UTF-8", "A: \xc3\xbc\nB: \xc3\xbc \xfc\n\n", "B", "2");
    row("cut by folding", "A: \xc3\n \xbc\n\n", "A", "1");
    row("cut by the end", "A: \xc3", "A", "1");
    row("a surrogate", "A: \xed\xa0\x80\n\n", "A", "1");
    row("longer than need be", "A: \xc0\xaf\n\n", "A", "1");
    row("behind a mailbox line", "From a@b.c Sat Jan  3 01:05:34 1996\nA : \xe9\n\n", "A", "2");
    // It does not go out, but its addresses count.
    row("in a blind copy", "A: b\nBcc: J\xf6rg@b.c\n\n", "Bcc", "2");
}

/// Raw octets have no charset of their own there, and SMTPUTF8 promises UTF-8 (RFC 6532 3.2).
void TestEml::headerIsNotUtf8()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, field);
    QFETCH(const QString, line);
    const QString path = write(file);
    const auto source = openEml(path);
    QVERIFY(!source);
    QCOMPARE(source.error(), (MimeError{MimeError::Kind::HeaderNotUtf8, path, line, field}));
}

void TestEml::missingFile()
{
    const QString path = m_folder.filePath(QStringLiteral("missing.eml"));
    QCOMPARE(openEml(path).error(), (MimeError{MimeError::Kind::FileMissing, path, {}}));
    QCOMPARE(openEml(m_folder.path()).error().kind, MimeError::Kind::FileUnreadable);
}

void TestEml::changesLater()
{
    const QString path = write("A: b\n\nbody\n");
    const auto source = openEml(path);
    QVERIFY(source);
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write("more\n");
    file.close();
    char octet = 0;
    const auto read = (*source)->read({&octet, 1});
    QVERIFY(!read);
    QCOMPARE(read.error().kind, MimeError::Kind::FileChanged);
    QCOMPARE(read.error().subject, path);
    QVERIFY(!(*source)->read({&octet, 1}));

    // Rewritten in place to other line ends, its time set back: the size of what goes out gives it away.
    const QString same = write("A: b\n\nbody\n");
    const auto fooled = openEml(same);
    const QDateTime modified = QFileInfo(same).lastModified();
    QFile rewritten(same);
    QVERIFY(rewritten.open(QIODevice::ReadWrite));
    rewritten.write("A: b\r\nxbody");
    rewritten.flush();
    QVERIFY(rewritten.setFileTime(modified, QFileDevice::FileModificationTime));
    rewritten.close();
    QVERIFY(readAll(**fooled, 3).isEmpty());
}

void TestEml::builtLettersStayAsTheyAre()
{
    QRandomGenerator random(10);
    for (int i = 0; i < 100; ++i) {
        const QByteArray letter = bytesOf(letters::random(random));
        const auto source = openEml(write(letter));
        QVERIFY(source);
        QCOMPARE(readAll(**source), letter);
        const QByteArray unixLetter = QByteArray(letter).replace("\r\n", "\n");
        const auto converted = openEml(write(unixLetter));
        QVERIFY(converted);
        QCOMPARE(readAll(**converted), letter);
    }
}

void TestEml::longFileInSmallPortions()
{
    QByteArray letter = "A: b\r\n\r\n";
    for (int i = 0; i < 20'000; ++i)
        letter += QByteArray::number(i) + QByteArray(i % 90, 'x') + "\r\n";
    const auto source = openEml(write(QByteArray(letter).replace("\r\n", "\n")));
    QVERIFY(source);
    QCOMPARE(readAll(**source, 1009), letter);
}

QTEST_GUILESS_MAIN(TestEml)
#include "tst_eml.moc"
