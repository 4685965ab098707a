// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/PlainerRetry.h"

#include <utility>

namespace pennypost {

namespace {

/// A second try ended so early that it says less than what it was made for: the server was not reached, or
/// sent it away by its greeting. A certificate's verdict says more, and a person's Cancel is one.
bool gotNoHearing(const SubmissionError &error)
{
    return error.problem != Problem::Cancelled &&
           (error.stage == Stage::Lookup || error.stage == Stage::Connect || error.stage == Stage::Greeting);
}

} // namespace

PlainerRetry::PlainerRetry(std::shared_ptr<ServerHabits> habits, bool mayTry)
    : m_habits(habits ? std::move(habits) : std::make_shared<ServerHabits>()), m_mayTry(mayTry)
{
}

void PlainerRetry::adapt(DialogueSettings &settings, const ServerSettings &server) const
{
    using Chunking = DialogueSettings::Chunking;
    const ServerHabits::Habits habits = std::as_const(*m_habits).of(server);
    settings.pipelining = (!m_first || m_unchunked) && !habits.losesBursts;
    if (habits.chunks)
        settings.chunking = *habits.chunks ? Chunking::Always : Chunking::Never;
    else
        settings.chunking = m_mayTry ? Chunking::Trial : Chunking::WhereKnownGood;
    if (m_first && m_unchunked)
        settings.chunking = Chunking::Never;
}

bool PlainerRetry::begin(const SubmissionDialogue *dialogue, const SubmissionError &error)
{
    if (m_first || !dialogue)
        return false;
    m_unchunked = dialogue->isWorthRepeatingUnchunked(error);
    if (!m_unchunked && !dialogue->isWorthRepeatingUnpipelined(error))
        return false;
    m_first = error;
    return true;
}

void PlainerRetry::cameThrough(const ServerSettings &server)
{
    if (m_first && !m_unchunked)
        m_habits->of(server).losesBursts = true;
}

void PlainerRetry::succeeded(const ServerSettings &server, bool trialPassed)
{
    if (m_first && m_unchunked)
        m_habits->of(server).chunks = false;
    else if (trialPassed)
        m_habits->of(server).chunks = true;
}

SubmissionError PlainerRetry::told(const SubmissionError &error) const
{
    return m_first && gotNoHearing(error) ? *m_first : error;
}

} // namespace pennypost
