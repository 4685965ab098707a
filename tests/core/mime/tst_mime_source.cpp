// SPDX-License-Identifier: GPL-3.0-or-later
#include "Letters.h"
#include "core/mime/Base64.h"
#include "core/mime/MimeBuilder.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace pennypost;
using namespace pennypost::letters;

class TestMimeSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPortionGivesTheSameBytes();
    void sizeIsExact();
    void rewindsAtAnyPoint();
    void zeroOnlyAtTheEnd();
    void largeFilesByFormula();
    void fileEdges_data();
    void fileEdges();
    void thousandsOfFiles();
    void brokenFiles_data();
    void brokenFiles();
    void changesWhileReading_data();
    void changesWhileReading();
    void errorSticksUntilRewind();
    void blobIsNotHeldToItsTime();

private:
    QString write(const QString &name, const QByteArray &bytes) const;
    static Attachment attach(const QString &path);
    static Message letterWith(const Attachment &attachment);

    QTemporaryDir m_folder;
};

QString TestMimeSource::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no room for a test file");
    return file.fileName();
}

Attachment TestMimeSource::attach(const QString &path)
{
    const QFileInfo file(path);
    Attachment attachment;
    attachment.fileName = file.fileName();
    attachment.mimeType = "application/octet-stream";
    attachment.size = file.size();
    attachment.content = FileContent{path, file.lastModified()};
    return attachment;
}

Message TestMimeSource::letterWith(const Attachment &attachment)
{
    Message message = simple();
    message.attachments = {attachment};
    return message;
}

void TestMimeSource::everyPortionGivesTheSameBytes()
{
    QRandomGenerator random(8);
    for (int i = 0; i < 10; ++i) {
        Message message = letters::random(random);
        QByteArray content(random.bounded(3000), Qt::Uninitialized);
        for (char &c : content)
            c = char(random.bounded(256));
        message.attachments.append(attach(write(QStringLiteral("portions"), content)));
        const auto source = buildMime(message);
        QVERIFY(source);
        const QByteArray whole = readAll(**source, 1 << 20);
        QVERIFY(!whole.isEmpty());
        for (size_t portion = 1; portion <= 64; ++portion) {
            (*source)->rewind();
            QCOMPARE(readAll(**source, portion), whole);
        }
    }
}

void TestMimeSource::sizeIsExact()
{
    QRandomGenerator random(9);
    for (int i = 0; i < 500; ++i) {
        const auto source = buildMime(letters::random(random));
        QVERIFY(source);
        QCOMPARE(readAll(**source).size(), (*source)->size());
    }
}

void TestMimeSource::rewindsAtAnyPoint()
{
    const Message message = letterWith(attach(write(QStringLiteral("rewind"), QByteArray(700'000, 'r'))));
    const auto source = buildMime(message);
    QVERIFY(source);
    const QByteArray whole = readAll(**source);
    for (const size_t stop : {1u, 77u, 400u, 5000u, 300'000u, 900'000u}) {
        (*source)->rewind();
        QByteArray buffer(qsizetype(stop), Qt::Uninitialized);
        const auto count = (*source)->read({buffer.data(), stop});
        QCOMPARE(*count, qsizetype(stop));
        QVERIFY(whole.startsWith(buffer));
        (*source)->rewind();
        QCOMPARE(readAll(**source), whole);
    }
}

void TestMimeSource::zeroOnlyAtTheEnd()
{
    const auto source = buildMime(letterWith(attach(write(QStringLiteral("zero"), QByteArray(1000, 'z')))));
    QVERIFY(source);
    QCOMPARE(readAll(**source, 7).size(), (*source)->size());
    char octet = 0;
    for (int i = 0; i < 3; ++i) {
        const auto end = (*source)->read({&octet, 1});
        QVERIFY(end);
        QCOMPARE(*end, 0);
    }
}

void TestMimeSource::largeFilesByFormula()
{
    // A sparse file: five gigabytes that take no room.
    QFile file(m_folder.filePath(QStringLiteral("large")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    constexpr qint64 size = 5'000'000'001;
    if (!file.resize(size))
        QSKIP("this file system has no large sparse files");
    file.close();
    const auto source = buildMime(letterWith(attach(file.fileName())));
    QVERIFY(source);
    Message without = simple();
    without.attachments = {
        Attachment{QStringLiteral("large"), "application/octet-stream", {}, {}, 0, MemoryContent{}}};
    const auto frame = buildMime(without);
    QCOMPARE((*source)->size(), (*frame)->size() - 2 + base64::encodedSize(size));
    QByteArray buffer(1 << 20, Qt::Uninitialized);
    for (int i = 0; i < 8; ++i)
        QCOMPARE(*(*source)->read({buffer.data(), size_t(buffer.size())}), buffer.size());
    QVERIFY(buffer.contains("AAAA\r\nAAAA"));
    file.remove();
}

void TestMimeSource::fileEdges_data()
{
    QTest::addColumn<int>("size");
    constexpr int portion = 57 * 4608; // what Base64Source reads at a time
    for (const int size :
         {0, 1, 56, 57, 58, 114, portion - 1, portion, portion + 1, 2 * portion, 2 * portion + 56})
        QTest::newRow(qPrintable(QString::number(size))) << size;
}

void TestMimeSource::fileEdges()
{
    QFETCH(const int, size);
    QByteArray content(size, Qt::Uninitialized);
    for (int i = 0; i < size; ++i)
        content[i] = char(i * 31 + i / 256);
    const auto source = buildMime(letterWith(attach(write(QStringLiteral("edge"), content))));
    QVERIFY(source);
    const QByteArray letter = readAll(**source, 10'007);
    QCOMPARE(letter.size(), (*source)->size());
    QCOMPARE(wireFault(letter), QString());
    const qsizetype start = letter.indexOf("\r\n\r\n", letter.indexOf("Content-Disposition")) + 4;
    const QByteArray body = letter.mid(start, letter.lastIndexOf("--=_") - start);
    QCOMPARE(QByteArray::fromBase64(body), content);
}

void TestMimeSource::thousandsOfFiles()
{
    const Attachment one = attach(write(QStringLiteral("many"), QByteArray(100, 'm')));
    Message message = simple();
    message.attachments = QList<Attachment>(3'000, one);
    const auto source = buildMime(message);
    QVERIFY(source); // and more of them than a process may hold open
    QCOMPARE(readAll(**source).size(), (*source)->size());
}

void TestMimeSource::brokenFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    QTest::newRow("missing") << QStringLiteral("missing") << int(MimeError::Kind::FileMissing);
    QTest::newRow("folder") << QStringLiteral(".") << int(MimeError::Kind::FileUnreadable);
    QTest::newRow("device") << QStringLiteral("/dev/zero") << int(MimeError::Kind::FileUnreadable);
}

void TestMimeSource::brokenFiles()
{
    QFETCH(const QString, name);
    QFETCH(const int, kind);
    const QString path = name.startsWith(u'/') ? name : m_folder.filePath(name);
#ifndef Q_OS_UNIX
    if (name.startsWith(u'/'))
        QSKIP("no devices among files here");
#endif
    for (const bool blob : {false, true}) {
        Attachment attachment = attach(path);
        if (blob)
            attachment.content = BlobContent{QByteArray(32, 'x'), path};
        const auto source = buildMime(letterWith(attachment));
        QVERIFY(!source);
        QCOMPARE(int(source.error().kind), kind);
        QCOMPARE(source.error().subject, path);
    }
}

void TestMimeSource::changesWhileReading_data()
{
    using Kind = MimeError::Kind;
    using Change = std::function<void(const QString &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, Kind kind, const Change &change) {
        QTest::newRow(name) << change << int(kind);
    };
    row("shrinks", Kind::FileChanged, [](const QString &path) { QFile(path).resize(400'000); });
    row("empties", Kind::FileChanged, [](const QString &path) { QFile(path).resize(0); });
    row("grows", Kind::FileChanged, [](const QString &path) { QFile(path).resize(2'000'000); });
    row("vanishes", Kind::FileMissing, [](const QString &path) { QFile::remove(path); });
    row("is written to", Kind::FileChanged, [](const QString &path) {
        QFile file(path);
        if (file.open(QIODevice::ReadWrite)) {
            file.seek(900'000);
            file.write("other");
            file.flush();
            file.setFileTime(QDateTime::currentDateTime().addSecs(5), QFileDevice::FileModificationTime);
        }
    });
    row("is replaced", Kind::FileChanged, [](const QString &path) {
        QFile::remove(path);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(QByteArray(1'000'000, 'n'));
            file.flush();
            file.setFileTime(QDateTime::currentDateTime().addSecs(5), QFileDevice::FileModificationTime);
        }
    });
}

void TestMimeSource::changesWhileReading()
{
    QFETCH(const std::function<void(const QString &)>, change);
    QFETCH(const int, kind);
#ifdef Q_OS_WIN
    QSKIP("an open file can't be changed behind one's back here");
#endif
    for (const qsizetype before : {0, 10'000, 500'000}) {
        const QString path = write(QStringLiteral("changing"), QByteArray(1'000'000, 'c'));
        const auto source = buildMime(letterWith(attach(path)));
        QVERIFY(source);
        QByteArray buffer(5'000, Qt::Uninitialized);
        for (qsizetype read = 0; read < before; read += buffer.size())
            QVERIFY((*source)->read({buffer.data(), size_t(buffer.size())}));
        change(path);
        qint64 total = before;
        for (;;) {
            const auto count = (*source)->read({buffer.data(), size_t(buffer.size())});
            if (!count) {
                QCOMPARE(int(count.error().kind), kind);
                QCOMPARE(count.error().subject, path);
                break;
            }
            QVERIFY2(*count > 0, "the letter ended as if nothing had happened");
            total += *count;
        }
        QVERIFY(total < (*source)->size());
    }
}

void TestMimeSource::errorSticksUntilRewind()
{
    const QString path = write(QStringLiteral("sticks"), QByteArray(1'000, 's'));
    const QDateTime modified = QFileInfo(path).lastModified();
    const auto source = buildMime(letterWith(attach(path)));
    QVERIFY(source);
    const QByteArray whole = readAll(**source);
    (*source)->rewind();
    QVERIFY(QFile::rename(path, path + QStringLiteral(".away")));
    QVERIFY(readAll(**source).isEmpty());
    QVERIFY(QFile::rename(path + QStringLiteral(".away"), path));
    char octet = 0;
    QVERIFY(!(*source)->read({&octet, 1}));
    (*source)->rewind();
    QCOMPARE(QFileInfo(path).lastModified(), modified);
    QCOMPARE(readAll(**source), whole);
}

void TestMimeSource::blobIsNotHeldToItsTime()
{
    const QString path = write(QStringLiteral("blob"), QByteArray(1'000, 'b'));
    Attachment attachment = attach(path);
    attachment.content = BlobContent{QByteArray(32, 'x'), path};
    const auto source = buildMime(letterWith(attachment));
    QVERIFY(source);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-9), QFileDevice::FileModificationTime));
    QVERIFY(!readAll(**source).isEmpty());
    (*source)->rewind();
    QVERIFY(file.resize(999));
    QVERIFY(readAll(**source).isEmpty());
}

QTEST_GUILESS_MAIN(TestMimeSource)
#include "tst_mime_source.moc"
