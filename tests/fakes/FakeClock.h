// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QDateTime>

#include <atomic>
#include <list>

namespace pennypost {

/// A Clock that stands still until the test moves it. Alarms ring inside advance(), each at its own time and
/// in time order, also those that an alarm sets while ringing. Everything but now() and monotonic() on one
/// thread.
class FakeClock final : public Clock
{
public:
    /// 2024-05-17 10:30:00 +02:00 unless told otherwise.
    explicit FakeClock(const QDateTime &start = defaultStart());
    ~FakeClock() override;

    QDateTime now() const override;
    std::chrono::milliseconds monotonic() const override;
    [[nodiscard]] std::unique_ptr<Alarm> after(std::chrono::milliseconds delay,
                                               std::function<void()> ring) override;

    void advance(std::chrono::milliseconds by);
    /// How many alarms are set: none may be left when the work is done.
    qsizetype pendingAlarms() const { return qsizetype(m_pending.size()); }
    /// Alarms ever set: to see that nobody sets one a byte.
    qint64 alarmsSet() const { return m_alarmsSet; }
    /// Time until the next alarm rings; max() if none is set.
    std::chrono::milliseconds untilNextAlarm() const;

    static QDateTime defaultStart();

private:
    class Pending;

    QDateTime m_start;
    std::atomic<qint64> m_elapsed = 0; ///< milliseconds
    std::list<Pending *> m_pending;    ///< by due time, then by age
    qint64 m_alarmsSet = 0;
};

} // namespace pennypost
