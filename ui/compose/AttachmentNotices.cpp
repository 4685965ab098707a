// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/AttachmentNotices.h"

#include "ui/common/Bidi.h"
#include "ui/common/LongWords.h"
#include "ui/compose/FailedFiles.h"
#include "ui/compose/SendStateBar.h"

#include <utility>

namespace pennypost {

namespace {

QString nameOf(const QString &fileName)
{
    return Bidi::value(LongWords::cut(fileName));
}

} // namespace

AttachmentNotices::AttachmentNotices(AttachmentModel &model, SendStateBar &bar, std::function<bool()> mayTell,
                                     QObject *parent)
    : QObject(parent), m_model(model), m_bar(bar), m_mayTell(std::move(mayTell))
{
    connect(&m_model, &AttachmentModel::leftOut, this,
            [this](const Attachment &attachment, const QString &path) {
                if (!m_mayTell())
                    return; // it goes out as it is: with the file in it, once
                m_leftOut.append({attachment, path});
                m_stale = true;
            });
    connect(&m_model, &AttachmentModel::alike, this,
            [this](int row, int earlier, AttachmentModel::Likeness likeness) {
                if (!m_mayTell())
                    return;
                m_alike.append({m_model.index(earlier), m_model.index(row), likeness});
                m_stale = true;
            });
    connect(&m_model, &AttachmentModel::failed, this, [this](int row) {
        if (!m_mayTell())
            return; // Send stops at it
        m_failed.append(m_model.index(row));
        m_stale = true;
    });
    connect(&m_model, &AttachmentModel::captureFinished, this, &AttachmentNotices::tell);
    connect(&m_model, &AttachmentModel::dataChanged, this, &AttachmentNotices::follow);
    connect(&m_model, &AttachmentModel::rowsRemoved, this, &AttachmentNotices::follow);
    connect(&m_model, &AttachmentModel::modelReset, this, &AttachmentNotices::follow);
    connect(&m_bar, &SendStateBar::changed, this, &AttachmentNotices::noteBar);
}

void AttachmentNotices::forget()
{
    m_failed.clear();
    m_alike.clear();
    m_leftOut.clear();
}

bool AttachmentNotices::stands() const
{
    return m_shown != Kind::None && m_bar.turn() == m_turn;
}

/// A file was tried again or removed.
void AttachmentNotices::follow()
{
    purge();
    if (m_stale && stands())
        tell(); // at once: it speaks of what is on its way into the letter, or gone
}

/// A notice was read and answered, or somebody else had more to say: it does not come again. The next one
/// does, but not within the step that made room: what follows at once, a letter being sent say, matters more.
void AttachmentNotices::noteBar()
{
    if (m_telling)
        return;
    if (m_shown == Kind::Failed)
        m_failed.clear();
    else if (m_shown == Kind::Alike && !m_alike.isEmpty())
        m_alike.removeFirst();
    else if (m_shown == Kind::LeftOut)
        m_leftOut.clear();
    m_shown = Kind::None;
    if (!m_failed.isEmpty() || !m_alike.isEmpty() || !m_leftOut.isEmpty())
        QMetaObject::invokeMethod(this, &AttachmentNotices::tell, Qt::QueuedConnection);
}

void AttachmentNotices::tell()
{
    purge();
    const bool standing = stands();
    if (!m_mayTell())
        return;
    if (standing ? !m_stale : m_model.isCapturing() || !m_bar.isFree())
        return;
    const Kind kind = !m_failed.isEmpty()    ? Kind::Failed
                      : !m_alike.isEmpty()   ? Kind::Alike
                      : !m_leftOut.isEmpty() ? Kind::LeftOut
                                             : Kind::None;
    if (kind == Kind::None && !standing)
        return;
    m_stale = false;
    m_telling = true;
    if (kind == Kind::None)
        m_bar.dismiss();
    else if (kind == Kind::Failed)
        m_bar.show(FailedFiles::strip(m_model, m_failed,
                                      [this](const QString &folder) { Q_EMIT filesWanted(folder); }));
    else if (kind == Kind::Alike)
        m_bar.show(ofAlike());
    else
        m_bar.show(ofLeftOut());
    m_telling = false;
    m_shown = kind;
    m_turn = m_bar.turn();
}

/// What is no longer so.
void AttachmentNotices::purge()
{
    const auto gone =
        m_failed.removeIf([](const QPersistentModelIndex &row) { return !FailedFiles::isFailed(row); });
    const auto undone =
        m_alike.removeIf([](const Pair &pair) { return !pair.first.isValid() || !pair.later.isValid(); });
    m_stale = m_stale || gone + undone > 0;
}

Strip AttachmentNotices::ofAlike()
{
    const Pair pair = m_alike.first();
    const QString name = nameOf(pair.later.data().toString());
    Strip strip;
    if (pair.likeness == AttachmentModel::Likeness::OtherVersion) {
        strip.title = tr("“%1” has changed since it was attached").arg(name);
        strip.sentence = tr("The letter has it twice now: as it was, and as it is.");
        strip.buttons = {{tr("Remo&ve the earlier one"), [this, pair] { remove({pair.first}); }},
                         {tr("&Keep both"), [] {}}};
    } else {
        strip.title = tr("“%1” and “%2” are the same", "two attached files")
                          .arg(nameOf(pair.first.data().toString()), name);
        strip.sentence = tr("Only their names differ.");
        strip.buttons = {{tr("Remo&ve the second one"), [this, pair] { remove({pair.later}); }},
                         {tr("&Keep both"), [] {}}};
    }
    return strip;
}

Strip AttachmentNotices::ofLeftOut()
{
    const auto files = m_leftOut;
    const int count = int(files.size());
    Strip strip;
    if (count == 1) {
        strip.title = tr("“%1” is attached already").arg(nameOf(files[0].attachment.fileName));
        strip.sentence = tr("It was not attached a second time.");
    } else {
        strip.title = tr("%n files are attached already", nullptr, count);
        strip.sentence = tr("They were not attached a second time.");
    }
    strip.buttons = {{count == 1 ? tr("&Attach it twice") : tr("&Attach them twice"), [this, files] {
                          for (const LeftOut &file : files)
                              m_model.addAgain(file.attachment, file.path);
                      }}};
    return strip;
}

void AttachmentNotices::remove(const QList<QPersistentModelIndex> &rows) const
{
    for (const QPersistentModelIndex &row : rows)
        m_model.removeAt(row.row()); // -1, and nothing, for one that went meanwhile
}

} // namespace pennypost
