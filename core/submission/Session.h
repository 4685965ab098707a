// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/Transport.h"
#include "core/smtp/ReplyParser.h"
#include "core/smtp/SubmissionDialogue.h"
#include "core/submission/WireScribe.h"

#include <QHostAddress>

#include <chrono>
#include <memory>

namespace pennypost {

/// An SMTP session (RFC 5321 2.3.x): one connection and all that is known on it. It belongs to the
/// SubmissionWorker whose letter is under way, to the SessionPool between two letters, and is handed on as a
/// whole. Submission thread.
struct Session
{
    std::unique_ptr<Transport> transport;
    std::unique_ptr<SubmissionDialogue> dialogue; ///< from the connection on
    ReplyParser parser;
    WireScribe scribe;
    QString address;                      ///< the peer's
    TlsSession tls;                       ///< null in clear
    std::chrono::milliseconds heardAt{0}; ///< when it came to lie idle, or has answered since
    bool wasIdle = false;                 ///< it lay in the pool: the server may have gone without a word
    bool isFollowed = false;              ///< the next letter's first commands went out with the final dot
};

} // namespace pennypost
