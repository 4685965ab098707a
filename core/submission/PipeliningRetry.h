// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/ServerSettings.h"
#include "core/smtp/SubmissionDialogue.h"

#include <QSet>

#include <memory>
#include <optional>
#include <utility>

namespace pennypost {

/// Servers that offer PIPELINING, got lost in a burst and came through one command at a time: no burst goes
/// to them again while the program runs. Shared by the workers of one SmtpSubmitter, on its submission
/// thread.
class UnpipelinedServers
{
public:
    bool contains(const ServerSettings &server) const { return m_servers.contains(nameOf(server)); }
    void add(const ServerSettings &server) { m_servers.insert(nameOf(server)); }

private:
    using Name = std::pair<QString, quint16>; ///< host and port
    static Name nameOf(const ServerSettings &server) { return {server.host.toLower(), server.port}; }

    QSet<Name> m_servers;
};

/// The one more try of a submission whose burst of commands the server cut: when it is worth it, and what is
/// told if the second fails too. Opens no connection itself. Used by
/// SubmissionWorker on the submission thread.
class PipeliningRetry
{
public:
    explicit PipeliningRetry(std::shared_ptr<UnpipelinedServers> servers);

    /// May the connection that begins now have several commands at once?
    bool mayPipeline(const ServerSettings &server) const;
    /// True if `error` is worth another try; once.
    bool begin(const SubmissionDialogue *dialogue, const SubmissionError &error);
    /// The server asks for the letter: what it now took it had lost in a burst, if this is the second try.
    void cameThrough(const ServerSettings &server);
    /// What to tell of both tries: the first one's error where the second got no hearing.
    SubmissionError told(const SubmissionError &error) const;

private:
    std::shared_ptr<UnpipelinedServers> m_servers;
    std::optional<SubmissionError> m_first; ///< set: the second try is under way
};

} // namespace pennypost
