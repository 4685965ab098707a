// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/BlobCapture.h"
#include "core/store/BlobStore.h"
#include "tests/fakes/FilePermissions.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace pennypost;

namespace {

constexpr qsizetype mebi = 1 << 20;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray pattern(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype at = 0; at < size; ++at)
        bytes[at] = char((at * 2654435761U) >> 13);
    return bytes;
}

} // namespace

class TestBlobStore : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString path(const QString &name) const { return m_folder->filePath(name); }
    BlobStore store() const { return BlobStore(path(QStringLiteral("blobs"))); }

    QString makeFile(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }
    QStringList blobs() const
    {
        QStringList names;
        QDirIterator files(path(QStringLiteral("blobs")), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            names.append(files.next());
        return names;
    }
    static void makeOld(const QString &name)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-2 * 3600),
                                 QFileDevice::FileModificationTime));
    }

private Q_SLOTS:
    void initTestCase() { obeyFilePermissions(); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void contents_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::newRow("empty") << qsizetype(0);
        QTest::newRow("one octet") << qsizetype(1);
        QTest::newRow("a block less one") << mebi - 1;
        QTest::newRow("a block") << mebi;
        QTest::newRow("a block and one") << mebi + 1;
        QTest::newRow("several") << 5 * mebi + 123;
    }
    void contents()
    {
        QFETCH(qsizetype, size);
        const QByteArray bytes = pattern(size);
        const QString source = makeFile(QStringLiteral("source"), bytes);
        const auto captured = store().capture(source);
        QVERIFY2(captured, captured ? "" : qPrintable(captured.error().detail));
        QCOMPARE(captured->size, size);
        const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        QCOMPARE(captured->content.sha256, sha256);
        QCOMPARE(captured->content, store().contentFor(sha256));
        QVERIFY(captured->content.path.startsWith(m_folder->path()));
        QVERIFY(contentOf(captured->content.path) == bytes);
        QVERIFY(store().contains(sha256));
        QCOMPARE(blobs(), QStringList{captured->content.path});

        QVERIFY(QFile::remove(source));
        QVERIFY2(contentOf(captured->content.path) == bytes, "the source may go");

        const auto fromMemory = store().captureBytes(bytes);
        QVERIFY(fromMemory);
        QCOMPARE(fromMemory->content, captured->content);
        QCOMPARE(blobs().size(), 1); // equal contents are one file
    }

    void othersCannotRead()
    {
#ifdef Q_OS_WIN
        QSKIP("permissions are the folder's there");
#endif
        const auto captured = store().captureBytes("private");
        QVERIFY(captured);
        constexpr QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther;
        QCOMPARE(QFile::permissions(captured->content.path) & others, QFile::Permissions());
        QCOMPARE(QFile::permissions(path(QStringLiteral("blobs"))) & others, QFile::Permissions());
    }

    void notContained_data()
    {
        QTest::addColumn<QByteArray>("sha256");
        QTest::newRow("unknown") << QByteArray(32, 'x');
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << QByteArray("ab");
    }
    void notContained()
    {
        QFETCH(QByteArray, sha256);
        QVERIFY(store().captureBytes("something"));
        QVERIFY(!store().contains(sha256));
    }

    // --- progress

    void progressIsAskedAfterEachMegabyte()
    {
        const QString source = makeFile(QStringLiteral("source"), pattern(3 * mebi + 5));
        QList<std::pair<qint64, qint64>> calls;
        QVERIFY(store().capture(source, [&](qint64 done, qint64 total) {
            calls.append({done, total});
            return true;
        }));
        const qint64 total = 3 * mebi + 5;
        QCOMPARE(calls, (QList<std::pair<qint64, qint64>>{
                            {mebi, total}, {2 * mebi, total}, {3 * mebi, total}, {total, total}}));
    }

    void cancelledLeavesNothing()
    {
        const QString source = makeFile(QStringLiteral("source"), pattern(3 * mebi));
        const auto captured = store().capture(source, [](qint64 done, qint64) { return done < 2 * mebi; });
        QVERIFY(!captured);
        QCOMPARE(captured.error().kind, StoreError::Kind::Cancelled);
        QCOMPARE(blobs(), QStringList());
    }

    // --- sources that can't be captured

    void refused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<StoreError::Kind>("kind");
        QTest::newRow("missing") << "missing" << StoreError::Kind::NoSource;
        QTest::newRow("a folder") << "folder" << StoreError::Kind::SourceIsFolder;
        QTest::newRow("a FIFO") << "fifo" << StoreError::Kind::SourceNoFile;
        QTest::newRow("a device") << "device" << StoreError::Kind::SourceNoFile;
        QTest::newRow("no permission") << "locked" << StoreError::Kind::SourceDenied;
        QTest::newRow("fails while it is read") << "unreadable" << StoreError::Kind::CannotRead;
        QTest::newRow("larger than the disk") << "huge" << StoreError::Kind::DiskFull;
    }
    void refused()
    {
        QFETCH(QString, what);
        QFETCH(StoreError::Kind, kind);
        QString source = path(what);
        if (what == u"folder") {
            QVERIFY(QDir().mkdir(source));
        } else if (what == u"fifo") {
            if (QProcess::execute(QStringLiteral("mkfifo"), {source}) != 0)
                QSKIP("no FIFOs here");
        } else if (what == u"device") {
            source = QStringLiteral("/dev/zero");
            if (!QFile::exists(source))
                QSKIP("no devices here");
        } else if (what == u"locked") {
            if (!makeUnreadable(makeFile(what, "secret")))
                QSKIP("whoever owns a file may read it here");
        } else if (what == u"unreadable") {
            source = QStringLiteral("/proc/self/mem"); // opens, and fails at its first octet
            if (!QFile::exists(source))
                QSKIP("no /proc here");
        } else if (what == u"huge") {
            makeFile(what, {});
            if (!QFile::resize(source, QStorageInfo(source).bytesAvailable() + (qint64(1) << 30)))
                QSKIP("no sparse files here");
        }
        const auto captured = store().capture(source);
        QVERIFY(!captured);
        QCOMPARE(captured.error().kind, kind);
        QVERIFY2(captured.error().detail.contains(what == u"huge" ? path(QStringLiteral("blobs")) : source),
                 qPrintable(captured.error().detail));
        QCOMPARE(blobs(), QStringList());
    }

    void changing_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("grows") << "grow";
        QTest::newRow("shrinks") << "shrink";
        QTest::newRow("is overwritten in place") << "overwrite";
        QTest::newRow("is replaced") << "replace";
        QTest::newRow("is deleted") << "delete";
    }
    void changing()
    {
        QFETCH(QString, how);
        const QString source = makeFile(QStringLiteral("source"), pattern(4 * mebi));
        makeOld(source);
        bool done = false;
        const auto captured = store().capture(source, [&](qint64, qint64) {
            if (std::exchange(done, true))
                return true;
            QFile file(source);
            if (how == u"grow" && file.open(QIODevice::Append))
                file.write(pattern(mebi));
            else if (how == u"shrink")
                file.resize(2 * mebi);
            else if (how == u"overwrite" && file.open(QIODevice::ReadWrite))
                file.write("changed");
            else if (how == u"replace" && file.remove() && file.open(QIODevice::WriteOnly))
                file.write(QByteArray(4 * mebi, 'y'));
            else if (how == u"delete")
                file.remove();
            return true;
        });
        QVERIFY(!captured);
        QCOMPARE(captured.error().kind, StoreError::Kind::SourceChanged);
        QCOMPARE(blobs(), QStringList());
    }

    void noFolderForThem()
    {
        const BlobStore store(makeFile(QStringLiteral("in the way"), "x") + QStringLiteral("/blobs"));
        const auto captured = store.captureBytes("y");
        QVERIFY(!captured);
        QCOMPARE(captured.error().kind, StoreError::Kind::Failed);
    }

    // --- sweeping

    void sweep()
    {
        const auto kept = store().captureBytes("kept");
        const auto dropped = store().captureBytes("dropped, twelve");
        const auto young = store().captureBytes("young");
        QVERIFY(kept && dropped && young);
        const QString left =
            makeFile(QStringLiteral("blobs/incoming-abcdefghijklmnopqrstuvwxyz"), "left by a crash");
        const QString arriving =
            makeFile(QStringLiteral("blobs/incoming-zyxwvutsrqponmlkjihgfedcba"), "on its way in");
        makeOld(kept->content.path);
        makeOld(dropped->content.path);
        makeOld(left);
        QCOMPARE(store().sweep({kept->content.sha256}), 15 + 15);
        QStringList expected{kept->content.path, young->content.path, arriving};
        auto found = blobs();
        expected.sort();
        found.sort();
        QCOMPARE(found, expected);
    }

    /// In a folder called "blobs" there may be a person's own.
    void sweepLeavesWhatIsNotOurs_data()
    {
        QTest::addColumn<QString>("name"); // N: an id's 26 letters, H: 62 digits of a hash
        QTest::addColumn<bool>("ours");
        QTest::newRow("a blob") << "ab/H" << true;
        QTest::newRow("a blob on its way out") << "ab/H.leaving" << true;
        QTest::newRow("left behind by a crash") << "incoming-N" << true;
        QTest::newRow("in the folder itself") << "top.txt" << false;
        QTest::newRow("in a folder of a year") << "2019/photo.jpg" << false;
        QTest::newRow("in a folder of two digits") << "19/photo.jpg" << false;
        QTest::newRow("a name that begins as ours") << "incoming-mail.txt" << false;
        QTest::newRow("on its way out, but no blob") << "notes.leaving" << false;
        QTest::newRow("deeper down") << "mine/ab/H" << false;
        QTest::newRow("a longer name") << "ab/H0" << false;
        QTest::newRow("capitals") << "AB/H" << false;
    }
    void sweepLeavesWhatIsNotOurs()
    {
        QFETCH(QString, name);
        QFETCH(bool, ours);
        name.replace(u'N', QString(26, u'n')).replace(u'H', QString(62, u'c'));
        const QString file = path(QStringLiteral("blobs/") + name);
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        makeFile(QStringLiteral("blobs/") + name, "four");
        makeOld(file);
        QCOMPARE(store().sweep({}), ours ? 4 : 0);
        QCOMPARE(QFile::exists(file), !ours);
    }

    // An old file that is captured again is new: the sweep that was told of it earlier lets it be.
    void capturedAgainIsYoung()
    {
        const auto first = store().captureBytes("again");
        QVERIFY(first);
        makeOld(first->content.path);
        QVERIFY(store().captureBytes("again"));
        QCOMPARE(store().sweep({}), 0);
        QVERIFY(store().contains(first->content.sha256));
    }

    // --- beside the GUI

    void captureBesideTheGui()
    {
        const QByteArray bytes = pattern(9 * mebi);
        BlobCapture capture(store(), makeFile(QStringLiteral("source"), bytes));
        QSignalSpy captured(&capture, &BlobCapture::captured);
        QSignalSpy failed(&capture, &BlobCapture::failed);
        QSignalSpy progress(&capture, &BlobCapture::progress);
        capture.start();
        QCOMPARE(captured.size(), 0);
        QTRY_COMPARE(captured.size(), 1);
        QCOMPARE(failed.size(), 0);
        QVERIFY(!progress.isEmpty());
        QCOMPARE(captured[0][0].value<CapturedBlob>().size, bytes.size());
        QCOMPARE(captured[0][1].toByteArray(), bytes.left(4096));
    }

    void captureThatFails()
    {
        BlobCapture capture(store(), path(QStringLiteral("missing")));
        QSignalSpy captured(&capture, &BlobCapture::captured);
        QSignalSpy failed(&capture, &BlobCapture::failed);
        capture.start();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(captured.size(), 0);
        QCOMPARE(failed[0][0].value<StoreError>().kind, StoreError::Kind::NoSource);
    }

    void manyAtOnceSomeDestroyed()
    {
        std::vector<std::unique_ptr<BlobCapture>> captures;
        int answered = 0;
        for (int number = 0; number < 12; ++number) {
            const QString name = QStringLiteral("source-%1").arg(number);
            captures.push_back(std::make_unique<BlobCapture>(
                store(), makeFile(name, pattern(2 * mebi) + QByteArray::number(number))));
            connect(captures.back().get(), &BlobCapture::captured, this, [&] { ++answered; });
            captures.back()->start();
        }
        for (size_t number = 0; number < captures.size(); number += 2)
            captures[number].reset();
        QTRY_COMPARE(answered, 6);
    }
};

QTEST_GUILESS_MAIN(TestBlobStore)
#include "tst_blobstore.moc"
