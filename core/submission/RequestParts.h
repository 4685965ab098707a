// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/submission/Submitter.h"
#include "core/submission/TimeLimits.h"

namespace pennypost {

/// What a request means to each neighbour. Pure; any thread. Used by SubmissionWorker.

Endpoint endpointOf(const ServerSettings &server, const ConnectionSecrets &secrets = {},
                    std::shared_ptr<const ClientCertificate> certificate = {});
/// How long a reply may take.
std::chrono::milliseconds limitAt(Stage stage, const TimeLimits &limits);
DialogueSettings dialogueSettingsOf(const ServerSettings &server);
/// Nothing for a check of a server.
std::optional<Transaction> transactionOf(const std::optional<Letter> &letter);
/// All but its time.
Receipt receiptOf(const Reply &finalReply, const QList<RefusedPath> &refused,
                  const SubmissionProgress &progress, const SubmissionRequest &request);
/// All forward-paths that were not refused.
QStringList acceptedPaths(const Envelope &envelope, const QList<RefusedPath> &refused);

} // namespace pennypost
