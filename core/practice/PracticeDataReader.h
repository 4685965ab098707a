// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pennypost {

/// The receiving side of DATA (RFC 5321 4.5.2) over pieces of any size: takes the dots off again and finds
/// the end, which is CRLF . CRLF and nothing that merely resembles it. A bare CR or LF is neither a line end
/// nor half of a final dot: it is remembered, so that the letter can be refused (SMTP smuggling,
/// CVE-2023-51764 and its like). One for each letter; used by PracticeSession.
class PracticeDataReader
{
public:
    /// Appends the letter's octets to `out` and returns how many of `piece` it took: all of them, unless the
    /// end was among them; the rest are commands then.
    qsizetype take(QByteArrayView piece, QByteArray &out);
    bool atEnd() const { return m_state == State::End; }
    bool hasBareLineEnd() const { return m_bare; }

private:
    enum class State { LineStart, Dot, DotCr, Text, Cr, End };
    void step(char octet, QByteArray &out);

    State m_state = State::LineStart;
    bool m_bare = false;
};

} // namespace pennypost
