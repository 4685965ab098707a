// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/WayBack.h"

#include <QObject>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace pennypost {

/// What the submission thread has to tell the submitter's owner, in order. It leaves at the end of the turn
/// of the event loop in which it came up, behind what that turn wrote to the server: to wake another thread
/// takes as long as a reply does on a fast line. With several letters under way it may wait for 4 ms more,
/// unless somebody has to answer it: nobody sees these, and the owner is woken once for many letters. Made
/// anywhere, then lives on the submission thread, where all of it is called; shared by the submissions of one
/// SmtpSubmitter.
class News final : public QObject
{
public:
    enum class Haste { None, IsAwaited };

    /// `clock` outlives it.
    News(Clock &clock, WayBack back) : m_clock(clock), m_back(std::move(back)) {}

    /// Once, on its thread: from now on every turn of the event loop ends by it.
    void heedTurns();
    /// One more submission, or one less, is under way.
    void began() { ++m_underWay; }
    void ended() { --m_underWay; }
    void tell(std::function<void()> call, Haste haste = Haste::None);
    /// Now, whatever is held back. Nobody tells anything after it.
    void finish();

private:
    void endOfTurn();
    void tellAll();

    Clock &m_clock;
    WayBack m_back;
    std::unique_ptr<Alarm> m_pause; ///< there: the owner was woken a moment ago
    std::vector<std::function<void()>> m_calls;
    int m_underWay = 0;
    bool m_isAwaited = false;
};

} // namespace pennypost
