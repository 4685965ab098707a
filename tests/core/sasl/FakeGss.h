// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/GssFunctions.h"

#include <QByteArray>
#include <QList>

namespace pennypost {

/// A library of RFC 2744 with knobs, and its books: what was asked of it, and what it has not got back. One
/// at a time, since C functions know no object.
struct FakeGss
{
    FakeGss();
    ~FakeGss();
    FakeGss(const FakeGss &) = delete;
    FakeGss &operator=(const FakeGss &) = delete;

    gss::Functions functions() const;

    bool hasTicket = true;
    std::uint32_t lifetime = 3600;
    bool knowsHost = true;
    int turns = 2;         ///< of ours, until the context stands
    bool lastToken = true; ///< does the last turn have a token?
    std::uint32_t flags = gss::mutualFlag | gss::integrityFlag;
    bool wraps = true;

    QByteArray service;         ///< as it was imported
    QList<QByteArray> received; ///< tokens of the server
    std::uint32_t wanted = 0;   ///< flags
    bool confidential = false;  ///< was that asked for?
    int kept = 0;               ///< names, credentials, contexts and buffers not given back
};

} // namespace pennypost
