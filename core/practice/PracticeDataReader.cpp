// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/PracticeDataReader.h"

#include <algorithm>

namespace pennypost {

qsizetype PracticeDataReader::take(QByteArrayView piece, QByteArray &out)
{
    const char *const begin = piece.begin();
    const char *const end = piece.end();
    const char *cursor = begin;
    while (cursor != end && m_state != State::End) {
        if (m_state == State::Text) {
            // Nearly every octet of a letter is here: copied by the stretch, not one by one.
            const char *stop = std::find_if(cursor, end, [](char c) { return c == '\r' || c == '\n'; });
            out.append(cursor, stop - cursor);
            cursor = stop;
            if (cursor == end)
                break;
        }
        step(*cursor++, out);
    }
    return cursor - begin;
}

void PracticeDataReader::step(char octet, QByteArray &out)
{
    switch (m_state) {
    case State::LineStart:
        if (octet == '.') {
            m_state = State::Dot;
            return;
        }
        break;
    case State::Dot: // the dot itself is dropped, whatever follows
        if (octet == '\r') {
            m_state = State::DotCr;
            return;
        }
        break;
    case State::DotCr:
        if (octet == '\n') {
            m_state = State::End;
            return;
        }
        m_bare = true;
        out.append('\r');
        break;
    case State::Cr:
        if (octet == '\n') {
            out.append("\r\n", 2);
            m_state = State::LineStart;
            return;
        }
        m_bare = true;
        out.append('\r');
        break;
    case State::Text:
        break;
    case State::End:
        return;
    }
    // An ordinary octet within a line.
    if (octet == '\r') {
        m_state = State::Cr;
        return;
    }
    m_bare = m_bare || octet == '\n';
    out.append(octet);
    m_state = State::Text;
}

} // namespace pennypost
