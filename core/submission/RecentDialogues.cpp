// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/RecentDialogues.h"

#include "core/submission/HarmlessText.h"

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {

constexpr qsizetype longestLine = 2048;
constexpr qsizetype firstOctets = qsizetype(32) * 1024;
constexpr qsizetype lastOctets = qsizetype(32) * 1024;
constexpr std::ptrdiff_t mostOfOne = 10;
constexpr size_t mostInAll = 60;

} // namespace

RecordedDialogue::RecordedDialogue(const ServerSettings &server, const Clock &clock,
                                   std::shared_ptr<WireLog> also)
    : m_clock(clock),
      m_also(std::move(also)),
      m_record{server.userName, server.host, server.port, clock.now(), {}, {}}
{
}

void RecordedDialogue::sent(QByteArrayView line)
{
    if (m_also)
        m_also->sent(line);
    write("C: ", harmless(line.toByteArray()));
}

void RecordedDialogue::received(QByteArrayView line)
{
    if (m_also)
        m_also->received(line);
    write("S: ", harmless(line.toByteArray()));
}

void RecordedDialogue::note(const QString &text)
{
    if (m_also)
        m_also->note(text);
    write("-- ", text);
}

void RecordedDialogue::write(QByteArrayView mark, const QString &text)
{
    QByteArray line = m_clock.now().time().toString(u"HH:mm:ss.zzz ").toUtf8() + mark.toByteArray() +
                      text.toUtf8().replace('\n', ' ');
    if (line.size() > longestLine)
        line = line.first(longestLine) + "...";
    line += '\n';
    const std::lock_guard lock(m_guard);
    if (m_last.empty() && m_record.lines.size() + line.size() <= firstOctets) {
        m_record.lines += line;
        return;
    }
    m_lastSize += line.size();
    m_last.push_back(std::move(line));
    for (; m_lastSize > lastOctets; ++m_leftOut) {
        m_lastSize -= m_last.front().size();
        m_last.pop_front();
    }
}

void RecordedDialogue::end(const QString &outcome)
{
    const std::lock_guard lock(m_guard);
    m_record.outcome = outcome;
}

DialogueRecord RecordedDialogue::record() const
{
    const std::lock_guard lock(m_guard);
    DialogueRecord whole = m_record;
    if (m_leftOut > 0)
        whole.lines += "-- " + QByteArray::number(m_leftOut) + " lines are left out here\n";
    for (const QByteArray &line : m_last)
        whole.lines += line;
    return whole;
}

std::shared_ptr<RecordedDialogue> RecentDialogues::begin(const ServerSettings &server,
                                                         std::shared_ptr<WireLog> also)
{
    const auto isSame = [&server](const Kept &kept) {
        return kept.userName == server.userName && kept.host == server.host && kept.port == server.port;
    };
    // One that found a session warm had nothing to say.
    std::erase_if(m_kept, [](const Kept &kept) {
        return kept.dialogue.use_count() == 1 && kept.dialogue->record().lines.isEmpty();
    });
    if (std::count_if(m_kept.begin(), m_kept.end(), isSame) >= mostOfOne)
        m_kept.erase(std::find_if(m_kept.begin(), m_kept.end(), isSame));
    else if (m_kept.size() >= mostInAll)
        m_kept.erase(m_kept.begin());
    auto dialogue = std::make_shared<RecordedDialogue>(server, m_clock, std::move(also));
    m_kept.push_back({server.userName, server.host, server.port, dialogue});
    return dialogue;
}

QList<DialogueRecord> RecentDialogues::records() const
{
    QList<DialogueRecord> records;
    for (const Kept &kept : m_kept) {
        if (DialogueRecord record = kept.dialogue->record(); !record.lines.isEmpty())
            records.append(std::move(record));
    }
    return records;
}

} // namespace pennypost
