// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>
#include <memory>

namespace pennypost {

/// A pending call; destroying it is how one cancels. Lives on the thread of the Clock that gave it.
class Alarm
{
public:
    Alarm() = default;
    Alarm(const Alarm &) = delete;
    Alarm &operator=(const Alarm &) = delete;
    virtual ~Alarm() = default;
};

/// What time it is and when to be called: the only source of either in core/, so that tests need no sleep.
/// Used by whoever stamps a date, limits a wait or postpones work. `now()` may be called on any thread;
/// `after()` calls back on the thread it was called on, which needs an event loop there.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    /// Wall clock time with the local offset from UTC, as a Date field wants it (RFC 5322 3.6.1).
    virtual QDateTime now() const = 0;
    /// Never goes backwards; for durations only.
    virtual std::chrono::milliseconds monotonic() const = 0;
    /// Calls `ring` once, not before `delay` has passed, unless the Alarm is destroyed first.
    [[nodiscard]] virtual std::unique_ptr<Alarm> after(std::chrono::milliseconds delay,
                                                       std::function<void()> ring) = 0;
};

/// The real one, on Qt's timers. Has no state of its own: one for all threads.
class SystemClock final : public Clock
{
public:
    QDateTime now() const override;
    std::chrono::milliseconds monotonic() const override;
    [[nodiscard]] std::unique_ptr<Alarm> after(std::chrono::milliseconds delay,
                                               std::function<void()> ring) override;
};

} // namespace pennypost
