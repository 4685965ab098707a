// SPDX-License-Identifier: GPL-3.0-or-later
// Properties over generated letters: what was put in comes out, as our own parser and as Python's reads it.
#include "Letters.h"
#include "core/message/Envelope.h"
#include "core/message/MailboxParser.h"
#include "core/mime/MimeBuilder.h"
#include "core/mime/MimeParser.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace pennypost;
using namespace pennypost::letters;

namespace {

/// Any letter's leaves by what they are.
struct Contents
{
    QString text;
    QString html;
    QHash<QString, const ReceivedPart *> files;
};

Contents contentsOf(QBuffer &device, const ReceivedPart &root)
{
    Contents contents;
    QList<const ReceivedPart *> rest{&root};
    while (!rest.isEmpty()) {
        const ReceivedPart *part = rest.takeFirst();
        for (const ReceivedPart &child : part->children)
            rest.append(&child);
        if (!part->fileName.isEmpty())
            contents.files.insert(part->fileName, part);
        else if (part->mimeType == "text/html")
            contents.html = decodedText(device, *part, 1 << 30);
        else if (part->mimeType == "text/plain")
            contents.text = decodedText(device, *part, 1 << 30);
    }
    return contents;
}

QByteArray contentOf(const Attachment &attachment)
{
    return std::get<MemoryContent>(attachment.content).bytes;
}

QJsonArray jsonOf(const MailboxList &mailboxes)
{
    QJsonArray list;
    for (const Mailbox &mailbox : mailboxes)
        list.append(QJsonArray{mailbox.displayName, mailbox.localPart, asciiDomain(mailbox.domain)});
    return list;
}

QJsonObject jsonOf(const Message &message)
{
    QJsonArray attachments;
    for (const Attachment &attachment : message.attachments) {
        const bool isInline = attachment.disposition == Attachment::Disposition::Inline;
        attachments.append(QJsonObject{
            {QStringLiteral("name"), safeFileName(attachment.fileName)},
            {QStringLiteral("type"), QString::fromLatin1(attachment.mimeType)},
            {QStringLiteral("disposition"),
             isInline ? QStringLiteral("inline") : QStringLiteral("attachment")},
            {QStringLiteral("id"), QString::fromLatin1(attachment.contentId)},
            {QStringLiteral("bytes"), QString::fromLatin1(contentOf(attachment).toBase64())},
        });
    }
    QJsonArray references;
    for (const QByteArray &id : message.references)
        references.append(QString::fromLatin1(id));
    QJsonArray extra;
    for (const HeaderField &field : message.extraHeaders)
        extra.append(QJsonArray{QString::fromLatin1(field.name), field.value});
    return {
        {QStringLiteral("From"), jsonOf(MailboxList{message.from})},
        {QStringLiteral("To"), jsonOf(message.to)},
        {QStringLiteral("Cc"), jsonOf(message.cc)},
        {QStringLiteral("Reply-To"), jsonOf(message.replyTo)},
        {QStringLiteral("Subject"), message.subject},
        {QStringLiteral("Message-ID"), QString::fromLatin1(message.messageId)},
        {QStringLiteral("Date"), message.date.toSecsSinceEpoch()},
        {QStringLiteral("zone"), message.date.offsetFromUtc()},
        {QStringLiteral("References"), references},
        {QStringLiteral("extra"), extra},
        {QStringLiteral("text"), expectedText(message)},
        {QStringLiteral("html"), message.html},
        {QStringLiteral("attachments"), attachments},
    };
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// A letter whose text is never derived from its HTML, so that what is meant is known.
Message generated(QRandomGenerator &random)
{
    Message message = letters::random(random);
    if (message.text.isEmpty())
        message.text = QStringLiteral("-\n");
    return message;
}

} // namespace

class TestLetters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comeBack_data();
    void comeBack();
    void pythonReadsThem();
};

void TestLetters::comeBack_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestLetters::comeBack()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < 200; ++i) {
        const bool eightBit = i % 2 == 1;
        const Message message = generated(random);
        const QByteArray letter = bytesOf(message, eightBit);
        QCOMPARE(wireFault(letter), QString());

        QBuffer device;
        device.setData(letter);
        QVERIFY(device.open(QIODevice::ReadOnly));
        const auto root = parseMime(device);
        QVERIFY(root);
        QCOMPARE(root->field("Subject"), QString(message.subject).replace(u'\t', u' '));
        QCOMPARE(root->field("Message-ID").toLatin1(), QByteArray('<' + message.messageId + '>'));
        QCOMPARE(root->field("Bcc"), QString());
        const MailboxList visible = message.to + message.cc;
        const QString recipients = QString::fromUtf8(fieldOf(letter, "To") + ", " + fieldOf(letter, "Cc"));
        const auto parsed = parseMailboxes(recipients);
        QCOMPARE(parsed.size(), visible.size());
        for (qsizetype at = 0; at < parsed.size(); ++at)
            QVERIFY(parsed[at].mailbox && parsed[at].mailbox->sameAddress(visible[at]));

        const Contents contents = contentsOf(device, *root);
        QCOMPARE(contents.text, expectedText(message));
        QCOMPARE(contents.html, message.html);
        QCOMPARE(contents.files.size(), message.attachments.size());
        for (const Attachment &attachment : message.attachments) {
            const ReceivedPart *part = contents.files.value(attachment.fileName);
            QVERIFY2(part, qPrintable(attachment.fileName));
            QCOMPARE(part->mimeType, attachment.mimeType);
            QCOMPARE(part->contentId, attachment.contentId);
            QBuffer sink;
            QVERIFY(sink.open(QIODevice::WriteOnly));
            QVERIFY(copyDecoded(device, *part, sink));
            QCOMPARE(sink.data(), contentOf(attachment));
        }
    }
}

void TestLetters::pythonReadsThem()
{
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    QVERIFY2(!python.isEmpty(), "python3 is needed to read the letters");
    QTemporaryDir folder;
    QRandomGenerator random(2026);
    for (int i = 0; i < 400; ++i) {
        const Message message = generated(random);
        const QString base = folder.filePath(QString::number(i));
        QVERIFY(writeFile(base + QStringLiteral(".eml"), bytesOf(message, i % 2 == 1)));
        QVERIFY(writeFile(base + QStringLiteral(".json"), QJsonDocument(jsonOf(message)).toJson()));
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(python, {QStringLiteral("-X"), QStringLiteral("utf8"),
                           QStringLiteral(PENNYPOST_CHECK_LETTER), folder.path()});
    QVERIFY(process.waitForFinished(120'000));
    const QByteArray said = process.readAll();
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
             said.left(20'000).constData());
}

QTEST_GUILESS_MAIN(TestLetters)
#include "tst_letters.moc"
