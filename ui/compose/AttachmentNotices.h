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
struct Strip;

/// What the strip says of files that were handed over: attached already, alike, or not attached and why. It
/// waits until all that were handed over have settled, and until nobody else has something to ask or say
/// there; then the failures come first, in one notice, the files attached already in another, and each pair
/// that is alike in one of its own. Never modal, and whoever ignores it has each file in the letter once. A
/// failure or a pair that is none any more is not told, and if it was, the notice follows. GUI thread.
class AttachmentNotices : public QObject
{
    Q_OBJECT

public:
    /// `mayTell`: the letter is being written, and nothing more important is under way.
    AttachmentNotices(AttachmentModel &model, SendStateBar &bar, std::function<bool()> mayTell,
                      QObject *parent = nullptr);

    /// The letter goes as it is: nothing that waits is said later.
    void forget();

Q_SIGNALS:
    /// To choose from this folder, in place of the folder itself.
    void filesWanted(const QString &folder);

private:
    enum class Kind { None, Failed, Alike, LeftOut };
    struct LeftOut
    {
        Attachment attachment;
        QString path;
    };
    struct Pair
    {
        QPersistentModelIndex first;
        QPersistentModelIndex later;
        AttachmentModel::Likeness likeness;
    };

    bool stands() const;
    void follow();
    void noteBar();
    void tell();
    void purge();
    Strip ofAlike();
    Strip ofLeftOut();
    void remove(const QList<QPersistentModelIndex> &rows) const;

    AttachmentModel &m_model;
    SendStateBar &m_bar;
    std::function<bool()> m_mayTell;
    Kind m_shown = Kind::None;
    quint64 m_turn = 0; ///< the bar's, of the notice shown last
    bool m_telling = false;
    bool m_stale = false; ///< there is more to say, or less, than the notice shown last said
    QList<QPersistentModelIndex> m_failed;
    QList<Pair> m_alike;
    QList<LeftOut> m_leftOut;
};

} // namespace pennypost
