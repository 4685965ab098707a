// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/AttachmentNotices.h"

#include "ui/common/Bidi.h"
#include "ui/common/LongWords.h"
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
                if (m_leftOut.isEmpty() || !stands(m_title))
                    m_leftOut.clear();
                m_failed.clear();
                m_leftOut.append({attachment, path});
                tellLeftOut();
            });
    connect(&m_model, &AttachmentModel::alike, this, &AttachmentNotices::tellAlike);
    connect(&m_model, &AttachmentModel::failed, this, [this](int row) {
        if (!m_mayTell())
            return; // Send stops at it
        if (m_failed.isEmpty() || !stands(m_title))
            m_failed.clear();
        m_leftOut.clear();
        m_failed.append(m_model.index(row));
        tellFailed();
    });
}

bool AttachmentNotices::stands(const QString &title) const
{
    return m_bar.isUp() && !m_bar.showsProgress() && m_bar.strip().title == title;
}

void AttachmentNotices::tellLeftOut()
{
    const int count = int(m_leftOut.size());
    Strip strip;
    if (count == 1) {
        strip.title = tr("“%1” is attached already").arg(nameOf(m_leftOut[0].attachment.fileName));
        strip.sentence = tr("It was not attached a second time.");
    } else {
        strip.title = tr("%n files are attached already", nullptr, count);
        strip.sentence = tr("They were not attached a second time.");
    }
    strip.buttons = {{count == 1 ? tr("Attach it &twice") : tr("Attach them &twice"), [this] {
                          const auto files = std::exchange(m_leftOut, {});
                          for (const LeftOut &file : files)
                              m_model.addAgain(file.attachment, file.path);
                      }}};
    m_title = strip.title;
    m_bar.show(strip);
}

void AttachmentNotices::tellAlike(int row, int earlier, AttachmentModel::Likeness likeness)
{
    if (!m_mayTell())
        return;
    const QPersistentModelIndex later = m_model.index(row);
    const QPersistentModelIndex first = m_model.index(earlier);
    const QString name = nameOf(later.data().toString());
    Strip strip;
    if (likeness == AttachmentModel::Likeness::OtherVersion) {
        strip.title = tr("“%1” has changed since it was attached").arg(name);
        strip.sentence = tr("The letter has it twice now: as it was, and as it is.");
        strip.buttons = {{tr("&Remove the earlier one"), [this, first] { remove({first}); }},
                         {tr("&Keep both"), [] {}}};
    } else {
        strip.title =
            tr("“%1” and “%2” are the same", "two attached files").arg(nameOf(first.data().toString()), name);
        strip.sentence = tr("Only their names differ.");
        strip.buttons = {{tr("&Remove the second one"), [this, later] { remove({later}); }},
                         {tr("&Keep both"), [] {}}};
    }
    m_title = strip.title;
    m_bar.show(strip);
}

void AttachmentNotices::tellFailed()
{
    m_failed.removeIf([](const QPersistentModelIndex &row) { return !row.isValid(); });
    const auto rows = m_failed;
    Strip strip;
    strip.tone = Strip::Tone::Problem;
    if (rows.size() == 1) {
        const QPersistentModelIndex row = rows.first();
        strip.title = tr("“%1” is not attached").arg(nameOf(row.data().toString()));
        strip.sentence = row.data(AttachmentModel::ReasonInFullRole).toString();
        const QString folder = row.data(AttachmentModel::FolderRole).toString();
        if (!folder.isEmpty())
            strip.buttons.append({tr("Choose &files in it…"), [this, row, folder] {
                                      remove({row});
                                      Q_EMIT filesWanted(folder);
                                  }});
        else
            strip.buttons.append({tr("Try &again"), [this, row] { m_model.tryAgain(row.row()); }});
        strip.buttons.append({tr("&Remove it from the letter"), [this, rows] { remove(rows); }});
    } else {
        strip.title = tr("%n files are not attached", nullptr, int(rows.size()));
        strip.sentence =
            tr("Why stands at each of them below the letter. Nothing is sent without them unless "
               "you remove them.");
        strip.buttons.append({tr("&Remove them from the letter"), [this, rows] { remove(rows); }});
    }
    m_title = strip.title;
    m_bar.show(strip);
}

void AttachmentNotices::remove(const QList<QPersistentModelIndex> &rows)
{
    for (const QPersistentModelIndex &row : rows)
        m_model.removeAt(row.row()); // -1, and nothing, for one that went meanwhile
}

} // namespace pennypost
