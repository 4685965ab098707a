// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Attachment.h"
#include "ui/compose/AttachmentModel.h"

#include <QList>
#include <QObject>
#include <QPersistentModelIndex>

#include <functional>

namespace pennypost {

class SendStateBar;
struct StripButton;

/// What the strip says of files that were handed over: attached already, alike, or not attached and why. One
/// notice for all of a kind that come in one after the other; never modal, and whoever ignores it has each
/// file in the letter once. GUI thread.
class AttachmentNotices : public QObject
{
    Q_OBJECT

public:
    /// `mayTell`: the letter is being written, and nothing more important is under way.
    AttachmentNotices(AttachmentModel &model, SendStateBar &bar, std::function<bool()> mayTell,
                      QObject *parent = nullptr);

Q_SIGNALS:
    /// To choose from this folder, in place of the folder itself.
    void filesWanted(const QString &folder);

private:
    struct LeftOut
    {
        Attachment attachment;
        QString path;
    };

    void tellLeftOut();
    void tellAlike(int row, int earlier, AttachmentModel::Likeness likeness);
    void tellFailed();
    bool stands(const QString &title) const;
    void remove(const QList<QPersistentModelIndex> &rows);

    AttachmentModel &m_model;
    SendStateBar &m_bar;
    std::function<bool()> m_mayTell;
    QString m_title; ///< of the notice that was shown last
    QList<LeftOut> m_leftOut;
    QList<QPersistentModelIndex> m_failed;
};

} // namespace pennypost
