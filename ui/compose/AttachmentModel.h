// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Attachment.h"
#include "core/store/BlobStore.h"
#include "core/store/StoreError.h"
#include "ui/compose/PictureCapture.h"

#include <QAbstractListModel>
#include <QList>

#include <memory>
#include <vector>

namespace pennypost {

class BlobCapture;
class StoreThread;

/// A letter's attachments, each being captured, ready, or failed with its reason. Bytes go into the BlobStore
/// as soon as a file is added, beside the GUI: from then on the source may change or vanish. GUI thread.
class AttachmentModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class State { Capturing, Ready, Failed };
    enum Role {
        SizeRole = Qt::UserRole, ///< qint64, octets; of a capture what is known so far
        StateRole,               ///< int of State
        ProgressRole,            ///< 0 to 1 while capturing
        ReasonRole,              ///< QString, why it failed, in a few words
        ReasonInFullRole,        ///< QString, the same with what to do about it
        FolderRole,              ///< QString, its path if it failed for being a folder
    };
    /// Of two that are both in the letter.
    enum class Likeness {
        OtherName,    ///< the same bytes
        OtherVersion, ///< the same file, which has changed in between
    };

    AttachmentModel(BlobStore blobs, StoreThread &store, QObject *parent = nullptr);
    ~AttachmentModel() override;

    void addFiles(const QStringList &paths);
    void addPicture(const QImage &picture);
    /// What leftOut() brought, after all.
    void addAgain(const Attachment &attachment, const QString &path);
    /// As a draft holds them; what had not been captured when it was saved is captured now.
    void setAttachments(const QList<Attachment> &attachments);
    void removeAt(int row);
    void tryAgain(int row);
    /// One place earlier (-1) or later (1); false at the end.
    bool moveBy(int row, int step);
    /// Where its bytes are now; empty while they are not all here.
    QString pathOf(int row) const;
    /// The first that is ready and has this file name or lies at this path; -1 for none.
    int rowNamed(const QString &nameOrPath) const;

    /// Those that can be sent.
    QList<Attachment> ready() const;
    /// Those and, as files where they lie, the ones under way and the failed: nothing is dropped from a
    /// draft.
    QList<Attachment> forDraft() const;
    QList<PictureCapturePtr> picturesUnderWay() const;
    bool isCapturing() const;
    /// -1 for none.
    int firstFailed() const;
    /// Of those that are in the letter or under way; a failed one is neither.
    qint64 totalSize() const;
    /// What they take on their way, in base64 (RFC 2045 6.8): a third more and a line end each 57 octets. Of
    /// a letter that goes as a file it may be more than it takes.
    qint64 totalSizeAsSent() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// Added, removed, renamed, or settled as ready or failed: the draft is another one.
    void edited();
    /// Nothing is under way any more.
    void captureFinished();
    /// The same file once more, by its bytes and its name or place: it is in the letter already and was not
    /// added again.
    void leftOut(const pennypost::Attachment &attachment, const QString &path);
    /// Both are in the letter, and `row` is like `earlier`: the one that stands before it, or of two versions
    /// the one that was taken in before it.
    void alike(int row, int earlier, pennypost::AttachmentModel::Likeness likeness);
    void failed(int row);

private:
    struct Row;

    Row &append(const QString &fileName);
    void startFile(Row &row);
    void startPicture(Row &row);
    void settle(quint64 id, const Result<Attachment, StoreError> &result);
    void lookForTwins(quint64 id);
    int rowOf(quint64 id) const;
    void changedRow(int row);
    static QString told(const Row &row);

    BlobStore m_blobs;
    StoreThread &m_store;
    std::vector<Row> m_rows;
    quint64 m_lastId = 0;
    quint64 m_lastAsked = 0;
    int m_pictures = 0; ///< for their names
};

} // namespace pennypost
