// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/FakeClock.h"

#include <algorithm>
#include <utility>

namespace pennypost {

class FakeClock::Pending final : public Alarm
{
public:
    Pending(FakeClock &clock, qint64 due, std::function<void()> ring)
        : m_clock(&clock), m_due(due), m_ring(std::move(ring))
    {
    }
    ~Pending() override { leave(); }

    qint64 due() const { return m_due; }
    void leave()
    {
        if (m_clock)
            m_clock->m_pending.remove(this);
        m_clock = nullptr;
    }
    void ring()
    {
        leave();
        // The callback may destroy this alarm, so it runs from the stack.
        std::exchange(m_ring, nullptr)();
    }

private:
    FakeClock *m_clock; ///< null once it rang or the clock is gone
    qint64 m_due;
    std::function<void()> m_ring;
};

QDateTime FakeClock::defaultStart()
{
    return {QDate(2024, 5, 17), QTime(10, 30), Qt::OffsetFromUTC, 2 * 3600};
}

FakeClock::FakeClock(const QDateTime &start) : m_start(start) {}

FakeClock::~FakeClock()
{
    while (!m_pending.empty())
        m_pending.front()->leave();
}

QDateTime FakeClock::now() const
{
    return m_start.addMSecs(m_elapsed);
}

std::chrono::milliseconds FakeClock::monotonic() const
{
    return std::chrono::milliseconds(m_elapsed);
}

std::unique_ptr<Alarm> FakeClock::after(std::chrono::milliseconds delay, std::function<void()> ring)
{
    auto alarm = std::make_unique<Pending>(*this, m_elapsed + delay.count(), std::move(ring));
    const auto later = [due = alarm->due()](const Pending *other) { return other->due() > due; };
    m_pending.insert(std::find_if(m_pending.begin(), m_pending.end(), later), alarm.get());
    ++m_alarmsSet;
    return alarm;
}

void FakeClock::advance(std::chrono::milliseconds by)
{
    const qint64 target = m_elapsed + by.count();
    while (!m_pending.empty() && m_pending.front()->due() <= target) {
        Pending *next = m_pending.front();
        m_elapsed = std::max(m_elapsed.load(), next->due());
        next->ring();
    }
    m_elapsed = target;
}

std::chrono::milliseconds FakeClock::untilNextAlarm() const
{
    if (m_pending.empty())
        return std::chrono::milliseconds::max();
    return std::chrono::milliseconds(m_pending.front()->due() - m_elapsed);
}

} // namespace pennypost
