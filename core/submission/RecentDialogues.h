// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/ServerSettings.h"
#include "core/base/Clock.h"
#include "core/submission/WireLog.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace pennypost {

/// What was said on one connection for one letter or check. A value.
struct DialogueRecord
{
    QString userName; ///< empty without sign-in
    QString host;
    quint16 port = 0;
    QDateTime begun;
    QString outcome;  ///< "accepted", or a Problem's name and its Stage's; empty while it goes on
    QByteArray lines; ///< each with its time, "C:" sent, "S:" received or "--" noted, ended by LF
};

/// One dialogue as it is written down. Written on the submission thread, read on the GUI thread at any time,
/// also while the other is busy: hence a lock, held for the copy of a few lines. A line is cut at 2 KiB; of
/// a dialogue the first and the last 32 KiB are kept.
class RecordedDialogue final : public WireLog
{
public:
    /// `also` is written to as well; none is fine. `clock` outlives it.
    RecordedDialogue(const ServerSettings &server, const Clock &clock, std::shared_ptr<WireLog> also);

    void sent(QByteArrayView line) override;
    void received(QByteArrayView line) override;
    void note(const QString &text) override;

    /// GUI thread.
    void end(const QString &outcome);
    DialogueRecord record() const;

private:
    void write(QByteArrayView mark, const QString &text);

    const Clock &m_clock;
    const std::shared_ptr<WireLog> m_also;
    mutable std::mutex m_guard;
    DialogueRecord m_record; ///< `lines` are the first ones
    std::deque<QByteArray> m_last;
    qsizetype m_lastSize = 0;
    qint64 m_leftOut = 0; ///< lines between the two
};

/// The last dialogues with each server and user, at most 10 of each and 60 in all, so that 4 MiB hold them:
/// for whoever has to find out why a letter did not go. In memory alone, as they tell who wrote to whom; no
/// secret is among them, for they are masked before they get here. Used by RecordingSubmitter, shown and
/// saved by ui. GUI thread.
class RecentDialogues
{
public:
    /// `clock` outlives it and all dialogues.
    explicit RecentDialogues(const Clock &clock) : m_clock(clock) {}

    std::shared_ptr<RecordedDialogue> begin(const ServerSettings &server, std::shared_ptr<WireLog> also = {});
    /// Oldest first.
    QList<DialogueRecord> records() const;

private:
    struct Kept
    {
        QString userName, host;
        quint16 port;
        std::shared_ptr<RecordedDialogue> dialogue;
    };
    const Clock &m_clock;
    std::vector<Kept> m_kept;
};

} // namespace pennypost
