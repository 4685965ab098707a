// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/BlobStore.h"

#include "core/base/Durable.h"
#include "core/base/PrivateFiles.h"
#include "core/base/UniqueIds.h"
#include "core/store/Sha256.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QStorageInfo>

#include <optional>

namespace pennypost {

namespace {

constexpr qint64 block = 1 << 20;
constexpr qint64 freeMargin = 16 << 20; // the database wants to write, too
constexpr qint64 graceSeconds = 3600;

const QString incoming = QStringLiteral("incoming-");
const QString leaving = QStringLiteral(".leaving");

/// A path below the folder that is one of ours; whatever else lies there is somebody's.
bool isOurs(const QString &path)
{
    static const QRegularExpression names(QRegularExpression::anchoredPattern(
        QStringLiteral("[0-9a-f]{2}/[0-9a-f]{62}(\\.leaving)?|incoming-[a-z2-7]{26}")));
    return names.match(path).hasMatch();
}

StoreError problem(StoreError::Kind kind, const QString &path, const QString &reason)
{
    return {kind, path + u": " + reason};
}

/// What could not be written, told apart: a full disk has a remedy of its own.
StoreError writeProblem(const QString &folder, const QString &reason)
{
    const QStorageInfo storage(folder);
    const bool full = storage.isValid() && storage.bytesAvailable() < block;
    return problem(full ? StoreError::Kind::DiskFull : StoreError::Kind::Failed, folder, reason);
}

/// Size and time, by which a source that is written to meanwhile gives itself away.
struct Fingerprint
{
    qint64 size = 0;
    QDateTime modified;
    bool operator==(const Fingerprint &) const = default;

    static Fingerprint of(const QString &path)
    {
        const QFileInfo info(path);
        return {info.size(), info.lastModified()};
    }
};

Result<void, StoreError> hasRoom(const QString &folder, qint64 octets)
{
    const QStorageInfo storage(folder);
    if (storage.isValid() && storage.bytesAvailable() < octets + freeMargin)
        return Failure{problem(StoreError::Kind::DiskFull, folder,
                               QStringLiteral("%1 octets are free, %2 are needed")
                                   .arg(storage.bytesAvailable())
                                   .arg(octets + freeMargin))};
    return {};
}

/// Bytes on their way in: a file of its own in the blobs' folder, gone unless it is given its name.
class Arrival
{
public:
    explicit Arrival(const QString &folder)
        : m_folder(folder), m_file(folder + u'/' + incoming + QString::fromLatin1(RandomIds().next()))
    {
    }
    Arrival(const Arrival &) = delete;
    Arrival &operator=(const Arrival &) = delete;
    ~Arrival()
    {
        if (m_file.isOpen())
            m_file.remove();
    }

    Result<void, StoreError> open()
    {
        if (!makePrivateFolder(m_folder) ||
            !m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnlyFile))
            return Failure{writeProblem(m_folder, m_file.errorString())};
        return {};
    }

    Result<void, StoreError> add(QByteArrayView bytes)
    {
        m_digest.add(bytes);
        m_size += bytes.size();
        if (m_file.write(bytes.data(), bytes.size()) != bytes.size())
            return Failure{writeProblem(m_folder, m_file.errorString())};
        return {};
    }

    /// On the disk before it has its name. It replaces an equal one, so that its time is today's and a sweep
    /// that is under way lets it be.
    Result<CapturedBlob, StoreError> finish(const BlobStore &store)
    {
        const QByteArray sha256 = m_digest.finish();
        if (sha256.isEmpty())
            return Failure{
                problem(StoreError::Kind::Failed, m_folder, QStringLiteral("no SHA-256 in OpenSSL"))};
        const BlobContent content = store.contentFor(sha256);
        const QString target = QFileInfo(content.path).absolutePath();
        if (!makePrivateFolder(target))
            return Failure{writeProblem(m_folder, qt_error_string())};
        // Where an equal one is open, Windows does not let it be replaced, nor need it be.
        if (auto placed = putInPlace(m_file, content.path);
            !placed && QFileInfo(content.path).size() != m_size)
            return Failure{writeProblem(m_folder, placed.error())};
        return CapturedBlob{content, m_size};
    }

private:
    QString m_folder;
    QFile m_file;
    Sha256 m_digest;
    qint64 m_size = 0;
};

/// An Arrival to be written to.
class ArrivalDevice final : public QIODevice
{
public:
    explicit ArrivalDevice(Arrival &arrival) : m_arrival(arrival)
    {
        setOpenMode(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
    const std::optional<StoreError> &error() const { return m_error; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *bytes, qint64 size) override
    {
        if (!m_error) {
            if (auto added = m_arrival.add(QByteArrayView(bytes, size)); !added)
                m_error = added.error();
        }
        return m_error ? -1 : size;
    }

private:
    Arrival &m_arrival;
    std::optional<StoreError> m_error;
};

} // namespace

BlobStore::BlobStore(QString folder) : m_folder(std::move(folder)) {}

BlobContent BlobStore::contentFor(const QByteArray &sha256) const
{
    const QString name = QString::fromLatin1(sha256.toHex());
    return {sha256, QDir(m_folder).absoluteFilePath(name.left(2) + u'/' + name.mid(2))};
}

bool BlobStore::contains(const QByteArray &sha256) const
{
    return sha256.size() == Sha256::octets && QFileInfo(contentFor(sha256).path).isFile();
}

Result<CapturedBlob, StoreError> BlobStore::captureBytes(const QByteArray &bytes) const
{
    Arrival arrival(m_folder);
    if (auto opened = arrival.open(); !opened)
        return Failure{opened.error()};
    if (auto room = hasRoom(m_folder, bytes.size()); !room)
        return Failure{room.error()};
    if (auto added = arrival.add(bytes); !added)
        return Failure{added.error()};
    return arrival.finish(*this);
}

Result<CapturedBlob, StoreError>
BlobStore::captureWritten(qint64 expected, const std::function<bool(QIODevice &)> &write) const
{
    Arrival arrival(m_folder);
    if (auto opened = arrival.open(); !opened)
        return Failure{opened.error()};
    if (auto room = hasRoom(m_folder, expected); !room)
        return Failure{room.error()};
    ArrivalDevice device(arrival);
    const bool written = write(device);
    if (const auto &error = device.error())
        return Failure{*error};
    if (!written)
        return Failure{StoreError{StoreError::Kind::CannotRead, {}}};
    return arrival.finish(*this);
}

Result<CapturedBlob, StoreError> BlobStore::capture(const QString &path,
                                                    const std::function<bool(qint64, qint64)> &progress) const
{
    using Kind = StoreError::Kind;
    // Looked at before it is opened: opening a FIFO waits for a writer that may never come.
    const QFileInfo info(path);
    if (!info.exists())
        return Failure{problem(Kind::NoSource, path, QStringLiteral("no such file"))};
    if (info.isDir())
        return Failure{problem(Kind::SourceIsFolder, path, QStringLiteral("a folder"))};
    if (!info.isFile())
        return Failure{problem(Kind::SourceNoFile, path, QStringLiteral("not a regular file"))};
    const auto before = Fingerprint::of(path);
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const bool denied = source.error() == QFileDevice::PermissionsError || !info.isReadable();
        return Failure{problem(denied ? Kind::SourceDenied : Kind::CannotRead, path, source.errorString())};
    }

    Arrival arrival(m_folder);
    if (auto opened = arrival.open(); !opened)
        return Failure{opened.error()};
    if (auto room = hasRoom(m_folder, before.size); !room)
        return Failure{room.error()};

    QByteArray buffer(block, Qt::Uninitialized);
    qint64 done = 0;
    for (;;) {
        const qint64 got = source.read(buffer.data(), buffer.size());
        if (got < 0)
            return Failure{problem(Kind::CannotRead, path, source.errorString())};
        if (got == 0)
            break;
        if (auto added = arrival.add(QByteArrayView(buffer.constData(), got)); !added)
            return Failure{added.error()};
        done += got;
        if (progress && !progress(done, before.size))
            return Failure{problem(Kind::Cancelled, path, {})};
        if (done > before.size) // a log that is written to faster than we read would never end
            return Failure{problem(Kind::SourceChanged, path, QStringLiteral("it grew while it was read"))};
    }
    if (done != before.size || before != Fingerprint::of(path))
        return Failure{problem(Kind::SourceChanged, path, QStringLiteral("it changed while it was read"))};
    return arrival.finish(*this);
}

qint64 BlobStore::sweep(const QList<QByteArray> &kept) const
{
    const QDateTime limit = QDateTime::currentDateTimeUtc().addSecs(-graceSeconds);
    const auto young = [&](const QString &path) {
        const QFileInfo info(path);
        return info.exists() && info.lastModified() > limit;
    };
    QSet<QString> keptNames;
    for (const QByteArray &sha256 : kept)
        keptNames.insert(contentFor(sha256).path);

    qint64 octets = 0;
    const QDir folder(QDir(m_folder).absolutePath());
    QDirIterator files(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const qint64 size = files.fileInfo().size();
        if (!isOurs(folder.relativeFilePath(path)) || keptNames.contains(path) || young(path))
            continue;
        if (files.fileName().startsWith(incoming) || path.endsWith(leaving)) { // left behind by a crash
            octets += QFile::remove(path) ? size : 0;
            continue;
        }
        // Out of the way first, then looked at once more: a capture may just have put an equal one there.
        const QString aside = path + leaving;
        if (!QFile::rename(path, aside))
            continue;
        if (young(aside) && QFile::rename(aside, path))
            continue;
        octets += QFile::remove(aside) ? size : 0;
    }
    return octets;
}

} // namespace pennypost
