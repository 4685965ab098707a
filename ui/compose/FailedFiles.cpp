// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/FailedFiles.h"

#include "ui/common/Bidi.h"
#include "ui/common/LongWords.h"
#include "ui/compose/AttachmentModel.h"

namespace pennypost {

namespace {

void removeFailed(AttachmentModel &model, const QList<QPersistentModelIndex> &rows)
{
    for (const QPersistentModelIndex &row : rows) {
        if (FailedFiles::isFailed(row))
            model.removeAt(row.row());
    }
}

} // namespace

QList<QPersistentModelIndex> FailedFiles::of(const AttachmentModel &model)
{
    QList<QPersistentModelIndex> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QPersistentModelIndex index = model.index(row);
        if (isFailed(index))
            rows.append(index);
    }
    return rows;
}

bool FailedFiles::isFailed(const QPersistentModelIndex &row)
{
    return row.isValid() &&
           row.data(AttachmentModel::StateRole).toInt() == int(AttachmentModel::State::Failed);
}

Strip FailedFiles::strip(AttachmentModel &model, const QList<QPersistentModelIndex> &rows,
                         const std::function<void(const QString &folder)> &chooseIn)
{
    const auto remove = [&model, rows] { removeFailed(model, rows); };
    Strip strip;
    strip.tone = Strip::Tone::Problem;
    if (rows.size() > 1) {
        strip.title = tr("%n files are not attached", nullptr, int(rows.size()));
        strip.sentence =
            tr("Why stands at each of them below the letter. Nothing is sent without them unless "
               "you remove them.");
        strip.buttons = {{tr("Remo&ve them from the letter"), remove}};
        return strip;
    }
    const QPersistentModelIndex &row = rows.first();
    strip.title = tr("“%1” is not attached").arg(Bidi::value(LongWords::cut(row.data().toString())));
    strip.sentence = row.data(AttachmentModel::ReasonInFullRole).toString();
    const QString folder = row.data(AttachmentModel::FolderRole).toString();
    if (folder.isEmpty())
        strip.buttons = {{tr("Try &again"), [&model, row] { model.tryAgain(row.row()); }}};
    else
        strip.buttons = {{tr("Choose files &in it…"), [remove, chooseIn, folder] {
                              remove();
                              chooseIn(folder);
                          }}};
    strip.buttons.append({tr("Remo&ve it from the letter"), remove});
    return strip;
}

} // namespace pennypost
