// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/Attachment.h"

#include <QTest>

using namespace pennypost;

class TestAttachment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void types_data();
    void types();
    void names_data();
    void names();
    void safeNamesStayAsTheyAre();
    void namesToSave_data();
    void namesToSave();
};

void TestAttachment::types_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("type");
    const auto row = [](const char *tag, const QString &name, const QByteArray &bytes,
                        const QByteArray &type) { QTest::newRow(tag) << name << bytes << type; };
    row("png by name", QStringLiteral("a.png"), {}, "image/png");
    row("png by bytes", QStringLiteral("picture"), QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16),
        "image/png");
    row("pdf", QStringLiteral("a.PDF"), "%PDF-1.7\n", "application/pdf");
    row("text", QStringLiteral("a.txt"), "hello", "text/plain");
    row("text by bytes", QStringLiteral("notes"), "hello there\n", "text/plain");
    row("html", QStringLiteral("a.html"), "<!doctype html><p>x", "text/html");
    row("unknown", QStringLiteral("a.qqq"), QByteArray("\0\1\2\3\xff", 5), "application/octet-stream");
    row("no name, no bytes", {}, {}, "application/octet-stream");
    row("empty file without suffix", QStringLiteral("empty"), {}, "application/octet-stream");
    row("message", QStringLiteral("a.eml"), "From: x", "message/rfc822");
    row("Outlook message", QStringLiteral("a.msg"), QByteArray("\xd0\xcf\x11\xe0", 4),
        "application/vnd.ms-outlook");
    row("signature", QStringLiteral("a.asc"), "-----BEGIN PGP SIGNATURE-----\n", "application/pgp-signature");
    row("key", QStringLiteral("a.ASC"), "-----BEGIN PGP PUBLIC KEY BLOCK-----\n", "application/pgp-keys");
    row("armoured message", QStringLiteral("a.asc"), "-----BEGIN PGP MESSAGE-----\n",
        "application/pgp-encrypted");
    row("asc is no text", QStringLiteral("a.asc"), "words", "application/pgp-encrypted");
    row("zip", QStringLiteral("a.zip"), "PK\x03\x04", "application/zip");
    row("a path that is a folder here", QStringLiteral("/"), {}, "application/octet-stream");
}

void TestAttachment::types()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, type);
    QCOMPARE(mimeTypeFor(name, bytes), type);
}

void TestAttachment::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("safe");
    const auto row = [](const char *tag, const QString &name, const QString &safe) {
        QTest::newRow(tag) << name << safe;
    };
    const QString nothing = QStringLiteral("attachment");
    row("plain", QStringLiteral("report.pdf"), QStringLiteral("report.pdf"));
    row("empty", {}, nothing);
    row("dots", QStringLiteral(".."), nothing);
    row("blanks", QStringLiteral("  \t "), nothing);
    row("path", QStringLiteral("/etc/passwd"), QStringLiteral("passwd"));
    row("up", QStringLiteral("../../x.txt"), QStringLiteral("x.txt"));
    row("Windows path", QStringLiteral("C:\\temp\\x.txt"), QStringLiteral("x.txt"));
    row("folder", QStringLiteral("folder/"), nothing);
    row("hidden", QStringLiteral(".profile"), QStringLiteral("profile"));
    row("blank ends", QStringLiteral(" a b .txt "), QStringLiteral("a b .txt"));
    row("blank then dot", QStringLiteral(" . .a"), QStringLiteral("a"));
    row("CR LF", QStringLiteral("a\r\nBcc: x.txt"), QStringLiteral("aBcc: x.txt"));
    row("NUL", QString(QStringLiteral("a.exe") % QChar(0) % QStringLiteral(".txt")),
        QStringLiteral("a.exe.txt"));
    row("tab", QStringLiteral("a\tb"), QStringLiteral("a b"));
    row("direction override", QStringLiteral("photo_\u202egpj.exe"), QStringLiteral("photo_gpj.exe"));
    row("isolates and marks", QStringLiteral("a\u2066b\u2069\u200ec\ufeff"), QStringLiteral("abc"));
    row("line separator", QStringLiteral("a\u2028b"), QStringLiteral("ab"));
    row("C1", QStringLiteral("a\u0085b"), QStringLiteral("ab"));
    row("quotes stay", QStringLiteral("a\"b'c.txt"), QStringLiteral("a\"b'c.txt"));
    row("Unicode", QStringLiteral("Übung 中文 🐧.txt"), QStringLiteral("Übung 中文 🐧.txt"));
    row("half a pair", QString(QStringLiteral("a") % QChar(0xd83d) % QStringLiteral("b") % QChar(0xdc00)),
        QStringLiteral("ab"));
    row("joiners belong to the spelling", QStringLiteral("a\u200db\u200cc"),
        QStringLiteral("a\u200db\u200cc"));
    row("long", QString(300, u'a'), QString(300, u'a'));
}

void TestAttachment::names()
{
    QFETCH(const QString, name);
    QFETCH(const QString, safe);
    QCOMPARE(safeFileName(name), safe);
}

void TestAttachment::safeNamesStayAsTheyAre()
{
    QString name = QStringLiteral(" ../.a\r");
    for (char16_t c = 1; c < 0x3000; ++c)
        name += QChar(c);
    const QString once = safeFileName(name);
    QCOMPARE(safeFileName(once), once);
    QVERIFY(!once.contains(u'\n') && !once.contains(u'/') && !once.contains(u'\u202e'));
}

void TestAttachment::namesToSave_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("saved");
    const auto row = [](const char *tag, const QString &name, const QString &saved) {
        QTest::newRow(tag) << name << saved;
    };
    row("short", QStringLiteral("../a.pdf"), QStringLiteral("a.pdf"));
    row("240 octets", QString(240, u'a'), QString(240, u'a'));
    row("a suffix", QString(QString(300, u'a') % u".pdf"), QString(QString(236, u'a') % u".pdf"));
    row("no suffix", QString(200, u'ü'), QString(120, u'ü'));
    row("all of it behind a dot", QString(u"a." % QString(300, u'b')), QString(u"a." % QString(238, u'b')));
    row("pairs stay together", QStringLiteral("a🐧").repeated(60), QStringLiteral("a🐧").repeated(48));
    row("blanks at the cut", QString(QString(230, u'a') % QString(20, u' ') % u"b.txt"),
        QString(QString(230, u'a') % u".txt"));
}

void TestAttachment::namesToSave()
{
    QFETCH(const QString, name);
    QFETCH(const QString, saved);
    QCOMPARE(fileNameToSave(name), saved);
}

QTEST_GUILESS_MAIN(TestAttachment)
#include "tst_attachment.moc"
