// SPDX-License-Identifier: GPL-3.0-or-later
// Letters as they were on the day that somebody looked at them closely: what is written, octet by octet, and
// what is read of letters in other programs' manner. With PENNYPOST_WRITE_GOLDEN=1 the expectations are
// written anew, to be looked at as a diff.
#include "Letters.h"
#include "core/mime/MimeParser.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QTimeZone>

#include <vector>

using namespace pennypost;
using namespace pennypost::letters;

namespace {

const QLatin1StringView dataFolder(PENNYPOST_TEST_DATA "/mime/");

/// With `made` in it if it is to be written anew.
QByteArray golden(const QString &path, const QByteArray &made)
{
    QFile file(path);
    if (qEnvironmentVariableIsSet("PENNYPOST_WRITE_GOLDEN")) {
        if (!file.open(QIODevice::WriteOnly) || file.write(made) != made.size())
            return {};
        file.close();
    }
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Message letter(const QString &subject, const QString &text)
{
    Message message;
    message.from = {QStringLiteral("Alice"), QStringLiteral("alice"), QStringLiteral("example.org")};
    message.to = {{QString(), QStringLiteral("bob"), QStringLiteral("example.org")}};
    message.subject = subject;
    message.text = text;
    message.messageId = "golden@example.org";
    message.date = QDateTime(QDate(2026, 11, 22), QTime(7, 42, 5), QTimeZone(3600));
    return message;
}

Message withNames()
{
    Message message =
        letter(QStringLiteral("Über lange Zeilen, die in der Kopfzeile umbrochen werden müssen"),
               QStringLiteral("Hallo,\n\nschöne Grüße\n-- \nAlice\n"));
    message.to = {
        {QStringLiteral("Müller, Jörg"), QStringLiteral("joerg"), QStringLiteral("example.org")},
        {QStringLiteral("Dr. \"J\""), QStringLiteral("j"), QStringLiteral("example.org")},
        {QStringLiteral("中村 健"), QStringLiteral("ken nakamura"), QStringLiteral("bücher.example")}};
    message.cc = {{QString(), QStringLiteral("cc"), QStringLiteral("[192.0.2.1]")}};
    message.replyTo = {{QStringLiteral("Office"), QStringLiteral("office"), QStringLiteral("example.org")}};
    message.inReplyTo = "first@example.org";
    for (int i = 0; i < 5; ++i)
        message.references.append("number-" + QByteArray::number(i) + "-of-the-thread@example.org");
    message.extraHeaders = {{"X-Note", QStringLiteral("Ein Vermerk für später")},
                            {"List-Unsubscribe", QStringLiteral("<https://example.org/u>")}};
    return message;
}

Message withFiles()
{
    Message message = letter(QStringLiteral("Files"), QStringLiteral("See the files.\n"));
    message.html =
        QStringLiteral("<html><body>\n<p>See the <b>files</b>.<img src=\"cid:p@example.org\"></p>\n"
                       "</body></html>\n");
    message.attachments = {
        picture("p@example.org"),
        memoryFile(QStringLiteral("Übersicht für das Jahr 2026 mit einem langen Namen.pdf"),
                   "application/pdf", "%PDF-1.4\n"),
        memoryFile(QStringLiteral("latin.txt"), "text/plain; charset=iso-8859-1",
                   "Gr\xfc\xdf"
                   "e\n"),
        memoryFile(QStringLiteral("utf8.txt"), "text/plain",
                   "Gr\xc3\xbc\xc3\x9f"
                   "e\n"),
        memoryFile(QStringLiteral("letter.eml"), "message/rfc822", "Subject: inner\n\nhello\n"),
        memoryFile(QStringLiteral("meeting.ics"), "text/calendar; method=REQUEST", "BEGIN:VCALENDAR\r\n"),
        memoryFile(QStringLiteral("empty"), "application/octet-stream", {})};
    return message;
}

Message signedElsewhere()
{
    Message message = letter(QStringLiteral("Signed"), {});
    message.entity =
        memoryFile(QStringLiteral("entity"), "multipart/signed",
                   "Content-Type: multipart/signed; boundary=\"s\";\n"
                   " protocol=\"application/pgp-signature\"; micalg=pgp-sha512\n\n--s\n\nhello \n"
                   "--s\nContent-Type: application/pgp-signature\n\n-----\n--s--\n");
    return message;
}

struct Written
{
    const char *name;
    Message message;
    bool eightBit = false;
};

std::vector<Written> written()
{
    Message hidden = letter(QStringLiteral("Hidden"), QStringLiteral("hello\n"));
    hidden.bcc = std::exchange(hidden.to, {});
    Message flowed =
        letter(QStringLiteral("Flowed"),
               QStringLiteral("A paragraph that is somewhat longer than a line of a letter should "
                              "be, so that it is broken.\n\n> quoted\n>> twice, and From here\n"
                              "From there\n   three blanks\n-- \nAlice\n"));
    flowed.textForm = Message::TextForm::Flowed;
    Message japanese = letter(QStringLiteral("お知らせ"), QStringLiteral("日本語の文章です。").repeated(12));
    japanese.textForm = Message::TextForm::Flowed;
    Message international = letter(QStringLiteral("Grüße"), QStringLiteral("hello\n"));
    international.to = {{QStringLiteral("Jürgen"), QStringLiteral("jürgen"), QStringLiteral("example.org")}};
    return {
        {"plain", letter(QStringLiteral("Hello"), QStringLiteral("hello\n"))},
        {"empty", letter({}, {})},
        {"hazards",
         letter(QStringLiteral("=?utf-8?Q?none?=  two blanks"),
                QStringLiteral(".\n.dot\nFrom me\n-- \nblank \ntab\t\n\u0007=3D\n") + QString(1000, u'x'))},
        {"names", withNames()},
        {"names-8bit", withNames(), true},
        {"hidden", hidden},
        {"flowed", flowed},
        {"flowed-japanese", japanese},
        {"emoji", letter(QStringLiteral("👩‍👩‍👧‍👦").repeated(6), QStringLiteral("🐧\n"))},
        {"files", withFiles()},
        {"files-8bit", withFiles(), true},
        {"signed", signedElsewhere()},
        {"international", international}};
}

/// Each part's line, then what a reader sees of it.
QByteArray outline(QIODevice &device, const ReceivedPart &part, int depth) // NOLINT(misc-no-recursion)
{
    QByteArray lines = QByteArray(depth * 2, ' ') + part.mimeType;
    const auto say = [&lines](const char *what, const QByteArray &value) {
        if (!value.isEmpty())
            lines += QByteArray(", ") + what + ' ' + value;
    };
    say("charset", part.charset);
    say("encoding", part.transferEncoding);
    say("disposition", part.disposition);
    say("id", part.contentId);
    say("name", part.fileName.toUtf8());
    lines += '\n';
    for (const char *name : {"From", "To", "Cc", "Reply-To", "Subject", "Date"}) {
        if (const QString value = part.field(name); !value.isEmpty())
            lines += QByteArray(depth * 2, ' ') + "  " + name + ": " + value.toUtf8() + '\n';
    }
    for (const ReceivedPart &child : part.children)
        lines += outline(device, child, depth + 1);
    if (!part.children.isEmpty())
        return lines;
    const QByteArray bytes = decodedBytes(device, part, 1 << 20);
    if (!part.mimeType.startsWith("text/"))
        return lines + QByteArray(depth * 2, ' ') + "  = " + bytes.toHex() + '\n';
    for (const QString &line : decodedText(device, part, 1 << 20).split(u'\n'))
        lines += QByteArray(depth * 2, ' ') + "  | " + line.toUtf8() + '\n';
    return lines;
}

} // namespace

class TestGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void reads_data();
    void reads();
};

void TestGolden::writes_data()
{
    QTest::addColumn<qsizetype>("number");
    const auto letters = written();
    for (size_t i = 0; i < letters.size(); ++i)
        QTest::newRow(letters[i].name) << qsizetype(i);
}

void TestGolden::writes()
{
    QFETCH(const qsizetype, number);
    const Written meant = written()[size_t(number)];
    const QByteArray made = bytesOf(meant.message, meant.eightBit);
    QVERIFY(!made.isEmpty());
    const QString path = dataFolder + QStringLiteral("written/") + QLatin1StringView(meant.name);
    QCOMPARE(made, golden(path + QStringLiteral(".eml"), made));
}

void TestGolden::reads_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(dataFolder + QStringLiteral("read"));
    const QStringList files = folder.entryList({QStringLiteral("*.eml")}, QDir::Files, QDir::Name);
    QCOMPARE_GE(files.size(), 10);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void TestGolden::reads()
{
    QFETCH(const QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto root = parseMime(file);
    QVERIFY(root);
    const QByteArray read = outline(file, *root, 0);
    QCOMPARE(read, golden(path.chopped(4) + QStringLiteral(".txt"), read));
}

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
