// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/SendChecks.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace pennypost;

using Kind = SendFinding::Kind;
using Level = SendFinding::Level;
using Field = SendFinding::Field;

class TestSendChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void completeLetterHasNoFindings();
    void addresses();
    void text();
    void files();
    void changedFiles();
    void extraHeaders_data();
    void extraHeaders();
    void secondReplyTo();
    void blocksComeFirstInFieldOrder();

private:
    Attachment attached(const QString &name) const;
    Message letter() const;

    QTemporaryDir m_folder;
};

void TestSendChecks::initTestCase()
{
    QFile file(m_folder.filePath(QStringLiteral("a.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("hello");
}

Attachment TestSendChecks::attached(const QString &name) const
{
    const QFileInfo file(m_folder.filePath(name));
    Attachment attachment;
    attachment.fileName = name;
    attachment.size = file.size();
    attachment.content = FileContent{file.absoluteFilePath(), file.lastModified()};
    return attachment;
}

Message TestSendChecks::letter() const
{
    Message message;
    message.from = {QStringLiteral("Me"), QStringLiteral("me"), QStringLiteral("example.org")};
    message.to = {{{}, QStringLiteral("you"), QStringLiteral("example.org")}};
    message.subject = QStringLiteral("Hello");
    message.text = QStringLiteral("Hi\n");
    message.attachments = {attached(QStringLiteral("a.txt"))};
    return message;
}

void TestSendChecks::completeLetterHasNoFindings()
{
    QVERIFY(checkBeforeSending(letter()).isEmpty());
    Message hidden = letter();
    hidden.bcc = std::exchange(hidden.to, {});
    QVERIFY(checkBeforeSending(hidden).isEmpty());
}

void TestSendChecks::addresses()
{
    Message message = letter();
    message.from = {};
    message.to.clear();
    QCOMPARE(checkBeforeSending(message),
             (QList<SendFinding>{{Kind::NoSender, Level::Block, Field::From, {}},
                                 {Kind::NoRecipient, Level::Block, Field::To, {}}}));
    message = letter();
    TypedRecipients typed;
    typed.to = parseMailboxes(u"you@example.org, bob");
    typed.bcc = parseMailboxes(u"x@y@z");
    QCOMPARE(checkBeforeSending(message, typed),
             (QList<SendFinding>{{Kind::BrokenAddress, Level::Block, Field::To, QStringLiteral("bob")},
                                 {Kind::BrokenAddress, Level::Block, Field::Bcc, QStringLiteral("x@y@z")}}));
    message.to.clear();
    QCOMPARE(checkBeforeSending(message, typed).size(),
             2); // a broken entry is told once, not also as a missing one

    message = letter();
    message.cc = {{{}, QStringLiteral("a\nb"), QStringLiteral("x.org")}};
    message.from.domain = QStringLiteral("-x-");
    const auto findings = checkBeforeSending(message);
    QCOMPARE(findings.size(), 2);
    QCOMPARE(findings[0].field, Field::From);
    QCOMPARE(findings[0].kind, Kind::BrokenAddress);
    QCOMPARE(findings[1].field, Field::Cc);
}

void TestSendChecks::text()
{
    Message message = letter();
    message.subject = QStringLiteral("  ");
    message.text = QStringLiteral(" \n");
    QCOMPARE(checkBeforeSending(message),
             (QList<SendFinding>{{Kind::EmptySubject, Level::Ask, Field::Subject, {}}}));
    message.attachments.clear();
    QCOMPARE(checkBeforeSending(message).back(), (SendFinding{Kind::EmptyBody, Level::Ask, Field::Body, {}}));
    message.html = QStringLiteral("<p>x</p>");
    QCOMPARE(checkBeforeSending(message).size(), 1);
    message.subject = QStringLiteral("a\r\nBcc: x@y.z");
    QCOMPARE(checkBeforeSending(message), (QList<SendFinding>{{Kind::ForbiddenHeader, Level::Block,
                                                               Field::Subject, QStringLiteral("Subject")}}));
}

void TestSendChecks::files()
{
    Message message = letter();
    const QString missing = m_folder.filePath(QStringLiteral("gone.txt"));
    Attachment gone;
    gone.content = FileContent{missing, {}};
    Attachment goneBlob;
    goneBlob.content = BlobContent{QByteArray(32, 'x'), missing};
    Attachment folder;
    folder.content = FileContent{m_folder.path(), {}};
    Attachment memory;
    memory.content = MemoryContent{"bytes"};
    message.attachments = {gone, goneBlob, folder, memory};
    QCOMPARE(checkBeforeSending(message),
             (QList<SendFinding>{{Kind::MissingFile, Level::Block, Field::Attachments, missing},
                                 {Kind::MissingFile, Level::Block, Field::Attachments, missing},
                                 {Kind::UnreadableFile, Level::Block, Field::Attachments, m_folder.path()}}));
}

void TestSendChecks::changedFiles()
{
    Message message = letter();
    const QString path = m_folder.filePath(QStringLiteral("a.txt"));
    const QList<SendFinding> changed{{Kind::ChangedFile, Level::Block, Field::Attachments, path}};
    message.attachments[0].size = 4;
    QCOMPARE(checkBeforeSending(message), changed);
    message = letter();
    auto &file = std::get<FileContent>(message.attachments[0].content);
    file.modified = file.modified.addSecs(-1);
    QCOMPARE(checkBeforeSending(message), changed);
    message.attachments[0].content = BlobContent{QByteArray(32, 'x'), path};
    QVERIFY(checkBeforeSending(message).isEmpty());
    message.attachments[0].size = 6;
    QCOMPARE(checkBeforeSending(message), changed);
}

void TestSendChecks::extraHeaders_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const QString &value, bool allowed) {
        QTest::newRow(name) << QByteArray(name) << value << allowed;
    };
    const QString x = QStringLiteral("x");
    row("X-Any", x, true);
    row("List-Unsubscribe", QStringLiteral("<mailto:a@b.c>"), true);
    row("Reply-To", QStringLiteral("a@b.c"), true);
    row("Sender", QStringLiteral("a@b.c"), true);
    row("In-Reply-To", QStringLiteral("<a@b>"), true);
    row("Importance", QStringLiteral("high"), true);
    row("AUTOCRYPT", QStringLiteral("addr=a@b.c"), true);
    for (const char *ours : {"From",
                             "to",
                             "CC",
                             "Bcc",
                             "Subject",
                             "Date",
                             "Message-ID",
                             "message-id",
                             "MIME-Version",
                             "Content-Type",
                             "content-anything",
                             "Received",
                             "Return-Path",
                             "Resent-Bcc",
                             "Resent-Date",
                             "DKIM-Signature",
                             "ARC-Seal",
                             "Authentication-Results",
                             "Apparently-To",
                             "Delivered-To",
                             "Nobody-Knows"})
        row(ours, x, false);
    row("", x, false);
    row("X Y", x, false);
    row("X:Y", x, false);
    row("X\r\nBcc", x, false);
    row("X-\xc3\xbc", x, false);
    QTest::newRow("long name") << QByteArray(61, 'x') << x << false;
    QTest::newRow("CR LF in value") << QByteArray("X-Any") << QStringLiteral("a\r\nBcc: b@c.d") << false;
    QTest::newRow("LF in value") << QByteArray("X-Any") << QStringLiteral("a\n b") << false;
    QTest::newRow("CR in comment") << QByteArray("List-Id") << QStringLiteral("(a\rb) <c>") << false;
    QTest::newRow("NUL in value") << QByteArray("X-Any") << QString(QChar(0)) << false;
}

void TestSendChecks::extraHeaders()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QString, value);
    QFETCH(const bool, allowed);
    Message message = letter();
    message.extraHeaders = {{name, value}};
    const auto findings = checkBeforeSending(message);
    QCOMPARE(findings.isEmpty(), allowed);
    if (!allowed)
        QCOMPARE(findings.front(),
                 (SendFinding{Kind::ForbiddenHeader, Level::Block, Field::None, QString::fromLatin1(name)}));
}

void TestSendChecks::secondReplyTo()
{
    Message message = letter();
    message.extraHeaders = {{"Reply-To", QStringLiteral("a@b.c")}};
    message.replyTo = message.to;
    QCOMPARE(checkBeforeSending(message).size(), 1);
    message.replyTo.clear();
    message.extraHeaders.append({"reply-to", QStringLiteral("d@e.f")});
    QCOMPARE(checkBeforeSending(message).size(), 1);
}

void TestSendChecks::blocksComeFirstInFieldOrder()
{
    Message message;
    message.attachments = {Attachment{}};
    message.attachments[0].content = FileContent{m_folder.filePath(QStringLiteral("no")), {}};
    QList<Kind> kinds;
    for (const SendFinding &finding : checkBeforeSending(message))
        kinds.append(finding.kind);
    QCOMPARE(kinds, (QList<Kind>{Kind::NoSender, Kind::NoRecipient, Kind::MissingFile, Kind::EmptySubject}));
}

QTEST_GUILESS_MAIN(TestSendChecks)
#include "tst_send_checks.moc"
