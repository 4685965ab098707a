// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/News.h"

#include <QAbstractEventDispatcher>

namespace pennypost {

namespace {
constexpr auto pause = std::chrono::milliseconds(4);
} // namespace

void News::heedTurns()
{
    // The one comes only where the loop is going to sleep, which a busy thread need not do for long.
    const auto *loop = QAbstractEventDispatcher::instance();
    connect(loop, &QAbstractEventDispatcher::aboutToBlock, this, &News::endOfTurn);
    connect(loop, &QAbstractEventDispatcher::awake, this, &News::endOfTurn);
}

void News::tell(std::function<void()> call, Haste haste)
{
    m_calls.push_back(std::move(call));
    m_isAwaited = m_isAwaited || haste == Haste::IsAwaited;
}

void News::endOfTurn()
{
    if (m_isAwaited || m_underWay < 2 || !m_pause)
        tellAll();
}

void News::tellAll()
{
    m_isAwaited = false;
    if (m_calls.empty())
        return;
    m_back.post([calls = std::exchange(m_calls, {})] {
        for (const auto &call : calls)
            call();
    });
    if (m_underWay > 1)
        m_pause = m_clock.after(pause, [this] { m_pause.reset(); }); // this turn's end does the rest
}

void News::finish()
{
    tellAll();
    m_pause.reset(); // it is this thread's
}

} // namespace pennypost
