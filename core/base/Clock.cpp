// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"

#include <QTimer>

#include <utility>

namespace pennypost {

namespace {

class TimerAlarm final : public Alarm
{
public:
    TimerAlarm(std::chrono::milliseconds delay, std::function<void()> ring)
    {
        m_timer.setSingleShot(true);
        // The callback may destroy this alarm: it is moved out first, so that it outlives its own run.
        QObject::connect(&m_timer, &QTimer::timeout,
                         [ring = std::move(ring)]() mutable { std::exchange(ring, nullptr)(); });
        m_timer.start(delay);
    }

private:
    QTimer m_timer;
};

/// The system reads the time zone's file anew for each answer: once in a second is often enough.
int offsetAt(const QDateTime &utc)
{
    thread_local qint64 second = 0;
    thread_local int offset = 0;
    if (std::exchange(second, utc.toSecsSinceEpoch()) != utc.toSecsSinceEpoch())
        offset = utc.toLocalTime().offsetFromUtc();
    return offset;
}

} // namespace

QDateTime SystemClock::now() const
{
    const auto utc = QDateTime::currentDateTimeUtc();
    return utc.toOffsetFromUtc(offsetAt(utc));
}

std::chrono::milliseconds SystemClock::monotonic() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

std::unique_ptr<Alarm> SystemClock::after(std::chrono::milliseconds delay, std::function<void()> ring)
{
    return std::make_unique<TimerAlarm>(delay, std::move(ring));
}

} // namespace pennypost
