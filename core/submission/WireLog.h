// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace pennypost {

/// Sees a dialogue as it goes over the wire, with every secret masked before it gets here, and the letter's
/// body as a count of octets only. Called on the submission thread, in order. Used by pennypost-cli --trace.
class WireLog
{
public:
    WireLog() = default;
    WireLog(const WireLog &) = delete;
    WireLog &operator=(const WireLog &) = delete;
    virtual ~WireLog() = default;

    virtual void sent(QByteArrayView line) = 0;     ///< without CRLF
    virtual void received(QByteArrayView line) = 0; ///< without CRLF, as it came
    virtual void note(const QString &text) = 0; ///< "connected to ...", "TLSv1.3 ...", "123 octets of letter"
};

} // namespace pennypost
