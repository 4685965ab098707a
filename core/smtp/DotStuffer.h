// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pennypost {

/// The transparency of RFC 5321 4.5.2 over a stream: whatever the pieces, the receiver's un-stuffing gives
/// the same bytes. The input is CRLF-ended lines (MimeSource guarantees it). Used by SubmissionWorker.
class DotStuffer
{
public:
    /// Appends the stuffed piece to `out`.
    void stuff(QByteArrayView piece, QByteArray &out);
    /// What ends the letter after the last piece: ".\r\n", preceded by CRLF only if the letter did not end in
    /// one. No empty line is added.
    QByteArray terminator() const;

private:
    bool m_atLineStart = true;
    bool m_lastWasCr = false;
};

} // namespace pennypost
