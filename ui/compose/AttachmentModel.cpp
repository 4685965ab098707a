// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/AttachmentModel.h"

#include "core/mime/Base64.h"
#include "core/store/StoreThread.h"
#include "ui/compose/AttachmentRow.h"

#include <QFileInfo>

#include <algorithm>

namespace pennypost {

namespace {

bool isSameContent(const Attachment &one, const Attachment &other)
{
    const auto *first = std::get_if<BlobContent>(&one.content);
    const auto *second = std::get_if<BlobContent>(&other.content);
    return first && second && first->sha256 == second->sha256;
}

} // namespace

AttachmentModel::AttachmentModel(BlobStore blobs, StoreThread &store, QObject *parent)
    : QAbstractListModel(parent), m_blobs(std::move(blobs)), m_store(store)
{
}

AttachmentModel::~AttachmentModel() = default;

AttachmentModel::Row &AttachmentModel::append(const QString &fileName)
{
    const int row = int(m_rows.size());
    beginInsertRows({}, row, row);
    Row &added = m_rows.emplace_back();
    added.id = ++m_lastId;
    added.attachment.fileName = safeFileName(fileName);
    endInsertRows();
    return added;
}

void AttachmentModel::addFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        Row &row = append(QFileInfo(path).fileName());
        row.path = QFileInfo(path).absoluteFilePath();
        startFile(row);
    }
    if (!paths.isEmpty())
        Q_EMIT edited();
}

void AttachmentModel::startFile(Row &row)
{
    row.state = State::Capturing;
    row.asked = ++m_lastAsked;
    row.done = 0;
    row.capture = std::make_unique<BlobCapture>(m_blobs, row.path);
    const quint64 id = row.id;
    const QString name = row.attachment.fileName;
    connect(row.capture.get(), &BlobCapture::progress, this, [this, id](qint64 done, qint64 total) {
        const int at = rowOf(id);
        m_rows[size_t(at)].done = done;
        m_rows[size_t(at)].attachment.size = total;
        changedRow(at);
    });
    connect(row.capture.get(), &BlobCapture::captured, this,
            [this, id, name](const CapturedBlob &blob, const QByteArray &firstBytes) {
                Attachment attachment;
                attachment.fileName = name;
                attachment.mimeType = mimeTypeFor(name, firstBytes);
                attachment.size = blob.size;
                attachment.content = blob.content;
                settle(id, attachment);
            });
    connect(row.capture.get(), &BlobCapture::failed, this,
            [this, id](const StoreError &error) { settle(id, Failure{error}); });
    row.capture->start();
}

void AttachmentModel::addPicture(const QImage &picture)
{
    ++m_pictures;
    auto capture = std::make_shared<PictureCapture>();
    capture->picture = picture;
    capture->fileName = m_pictures == 1 ? tr("Picture.png") : tr("Picture %1.png").arg(m_pictures);
    Row &row = append(capture->fileName);
    row.picture = capture;
    startPicture(row);
    Q_EMIT edited();
}

void AttachmentModel::addAgain(const Attachment &attachment, const QString &path)
{
    Row &row = append(attachment.fileName);
    row.attachment = attachment;
    row.path = path;
    row.state = State::Ready;
    row.mayRepeat = true;
    changedRow(rowOf(row.id));
    Q_EMIT edited();
}

void AttachmentModel::startPicture(Row &row)
{
    row.state = State::Capturing;
    m_store.run(
        this,
        [capture = row.picture, blobs = m_blobs](Database &) {
            capture->run(blobs);
            return true;
        },
        [this, id = row.id, capture = row.picture](bool) { settle(id, *capture->result); });
}

void AttachmentModel::setAttachments(const QList<Attachment> &attachments)
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
    for (const Attachment &attachment : attachments) {
        Row &row = append(attachment.fileName);
        row.attachment = attachment;
        row.state = State::Ready;
        row.mayRepeat = true;
        if (const auto *file = std::get_if<FileContent>(&attachment.content)) {
            row.path = file->path;
            startFile(row);
        }
    }
}

void AttachmentModel::settle(quint64 id, const Result<Attachment, StoreError> &result)
{
    const int at = rowOf(id);
    if (at < 0)
        return; // removed meanwhile
    Row &row = m_rows[size_t(at)];
    row.state = result ? State::Ready : State::Failed;
    if (result) {
        const QString name = row.attachment.fileName; // perhaps renamed meanwhile
        row.attachment = *result;
        row.attachment.fileName = name;
        row.picture.reset();
    } else {
        row.error = result.error();
    }
    // The capture is emitting right now.
    if (row.capture)
        row.capture.release()->deleteLater();
    changedRow(at);
    Q_EMIT edited();
    if (result)
        lookForTwins(id); // before the last one lets a letter go that waits for its files
    else
        Q_EMIT failed(at);
    if (!isCapturing())
        Q_EMIT captureFinished();
}

void AttachmentModel::lookForTwins(quint64 id)
{
    const int at = rowOf(id);
    const Row &row = m_rows[size_t(at)];
    if (row.mayRepeat)
        return;
    for (int each = 0; each < rowCount(); ++each) {
        const Row &other = m_rows[size_t(each)];
        if (each == at || other.state != State::Ready)
            continue;
        const bool samePlace = !row.path.isEmpty() && row.path == other.path;
        const bool sameName = row.attachment.fileName == other.attachment.fileName;
        if (isSameContent(row.attachment, other.attachment)) {
            if (samePlace || sameName) {
                // A small file may overtake a large one: the one that was in the letter before stays.
                const int second = other.id > row.id && !other.mayRepeat ? each : at;
                const Attachment attachment = m_rows[size_t(second)].attachment;
                const QString path = m_rows[size_t(second)].path;
                removeAt(second);
                Q_EMIT leftOut(attachment, path);
                return;
            }
            if (row.attachment.size > 0) { // all empty files are alike
                Q_EMIT alike(std::max(at, each), std::min(at, each), Likeness::OtherName);
                return;
            }
        } else if (samePlace) {
            const bool otherIsNewer = other.asked > row.asked;
            Q_EMIT alike(otherIsNewer ? each : at, otherIsNewer ? at : each, Likeness::OtherVersion);
            return;
        }
    }
}

void AttachmentModel::removeAt(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    const bool wasCapturing = isCapturing();
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    Q_EMIT edited();
    if (wasCapturing && !isCapturing())
        Q_EMIT captureFinished();
}

void AttachmentModel::tryAgain(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    Row &again = m_rows[size_t(row)];
    if (again.state != State::Failed)
        return;
    if (again.picture) {
        // Another one: the draft's save that follows the first may still look at its result.
        auto capture = std::make_shared<PictureCapture>();
        capture->picture = again.picture->picture;
        capture->fileName = again.picture->fileName;
        again.picture = capture;
        startPicture(again);
    } else {
        startFile(again);
    }
    changedRow(row);
}

bool AttachmentModel::moveBy(int row, int step)
{
    const int target = row + step;
    if (row < 0 || row >= rowCount() || target < 0 || target >= rowCount())
        return false;
    // Counted before the row is taken out.
    if (!beginMoveRows({}, row, row, {}, step > 0 ? target + 1 : target))
        return false;
    std::swap(m_rows[size_t(row)], m_rows[size_t(target)]);
    endMoveRows();
    Q_EMIT edited();
    return true;
}

QString AttachmentModel::pathOf(int row) const
{
    if (row < 0 || row >= rowCount() || m_rows[size_t(row)].state != State::Ready)
        return {};
    const auto &content = m_rows[size_t(row)].attachment.content;
    if (const auto *blob = std::get_if<BlobContent>(&content))
        return blob->path;
    const auto *file = std::get_if<FileContent>(&content);
    return file ? file->path : QString();
}

int AttachmentModel::rowNamed(const QString &nameOrPath) const
{
    for (int row = 0; row < rowCount() && !nameOrPath.isEmpty(); ++row) {
        const Row &candidate = m_rows[size_t(row)];
        if (candidate.state == State::Ready &&
            (candidate.attachment.fileName == nameOrPath || pathOf(row) == nameOrPath))
            return row;
    }
    return -1;
}

QList<Attachment> AttachmentModel::ready() const
{
    QList<Attachment> attachments;
    for (const Row &row : m_rows) {
        if (row.state == State::Ready)
            attachments.append(row.attachment);
    }
    return attachments;
}

QList<Attachment> AttachmentModel::forDraft() const
{
    QList<Attachment> attachments;
    for (const Row &row : m_rows) {
        Attachment attachment = row.attachment;
        if (row.state != State::Ready) {
            if (row.path.isEmpty())
                continue; // a picture: see picturesUnderWay()
            attachment.content = FileContent{row.path, {}};
        }
        attachments.append(attachment);
    }
    return attachments;
}

QList<PictureCapturePtr> AttachmentModel::picturesUnderWay() const
{
    QList<PictureCapturePtr> pictures;
    for (const Row &row : m_rows) {
        if (row.picture && row.state == State::Capturing)
            pictures.append(row.picture);
    }
    return pictures;
}

bool AttachmentModel::isCapturing() const
{
    return std::any_of(m_rows.begin(), m_rows.end(),
                       [](const Row &row) { return row.state == State::Capturing; });
}

int AttachmentModel::firstFailed() const
{
    const auto failed =
        std::find_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.state == State::Failed; });
    return failed == m_rows.end() ? -1 : int(failed - m_rows.begin());
}

qint64 AttachmentModel::totalSize() const
{
    qint64 total = 0;
    for (const Row &row : m_rows)
        total += row.state == State::Failed ? 0 : row.attachment.size;
    return total;
}

qint64 AttachmentModel::totalSizeAsSent() const
{
    qint64 total = 0;
    for (const Row &row : m_rows)
        total += row.state == State::Failed ? 0 : base64::encodedSize(row.attachment.size);
    return total;
}

int AttachmentModel::rowOf(quint64 id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [id](const Row &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void AttachmentModel::changedRow(int row)
{
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

} // namespace pennypost
