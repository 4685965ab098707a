// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compose/Strip.h"

#include <QCoreApplication>
#include <QList>
#include <QPersistentModelIndex>

#include <functional>

namespace pennypost {

class AttachmentModel;

/// Files that were to be attached and could not be: what the strip says of them, as soon as they have failed
/// (AttachmentNotices) and when Send stops at them (SendObstacle). GUI thread.
class FailedFiles
{
    Q_DECLARE_TR_FUNCTIONS(pennypost::FailedFiles)

public:
    /// All that are in the list now.
    static QList<QPersistentModelIndex> of(const AttachmentModel &model);
    /// Not tried again, nor removed.
    static bool isFailed(const QPersistentModelIndex &row);
    /// One notice for `rows`, of which there is at least one. `chooseIn` is called with a folder that was
    /// handed over, in place of which files are to be chosen in it. The buttons leave alone what is no
    /// failure any more when they are pressed; `model` outlives the strip.
    static Strip strip(AttachmentModel &model, const QList<QPersistentModelIndex> &rows,
                       const std::function<void(const QString &folder)> &chooseIn);
};

} // namespace pennypost
