// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/PipeliningRetry.h"

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

PipeliningRetry::PipeliningRetry(std::shared_ptr<UnpipelinedServers> servers)
    : m_servers(servers ? std::move(servers) : std::make_shared<UnpipelinedServers>())
{
}

bool PipeliningRetry::mayPipeline(const ServerSettings &server) const
{
    return !m_first && !m_servers->contains(server);
}

bool PipeliningRetry::begin(const SubmissionDialogue *dialogue, const SubmissionError &error)
{
    if (m_first || !dialogue || !dialogue->isWorthRepeatingUnpipelined(error))
        return false;
    m_first = error;
    return true;
}

void PipeliningRetry::cameThrough(const ServerSettings &server)
{
    if (m_first)
        m_servers->add(server);
}

SubmissionError PipeliningRetry::told(const SubmissionError &error) const
{
    return m_first && gotNoHearing(error) ? *m_first : error;
}

} // namespace pennypost
