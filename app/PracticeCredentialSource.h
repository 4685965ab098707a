// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/PracticeServer.h"
#include "core/secrets/CredentialSource.h"

namespace pennypost {

/// Fills a practice account's Access in from the practice server, which it starts when the first letter
/// wants it; every other account goes on to `others`. GUI thread (the CLI's only one).
class PracticeCredentialSource final : public CredentialSource
{
public:
    /// Both outlive it.
    PracticeCredentialSource(CredentialSource &others, PracticeServer &server);
    void access(const Account &account, QObject *context, AccessDone done) override;
    void refused(const Account &account) override;

private:
    CredentialSource &m_others;
    PracticeServer &m_server;
};

} // namespace pennypost
