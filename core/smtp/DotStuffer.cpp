// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/DotStuffer.h"

namespace pennypost {

void DotStuffer::stuff(QByteArrayView piece, QByteArray &out)
{
    if (piece.isEmpty())
        return;
    // Dots are rare (base64 has none), so look for them and copy all between in one go.
    qsizetype copied = 0;
    for (qsizetype dot = piece.indexOf('.'); dot >= 0; dot = piece.indexOf('.', dot + 1)) {
        const bool lineStart =
            dot == 0 ? m_atLineStart
                     : piece[dot - 1] == '\n' && (dot >= 2 ? piece[dot - 2] == '\r' : m_lastWasCr);
        if (!lineStart)
            continue;
        out.append(piece.sliced(copied, dot - copied));
        out.append('.');
        copied = dot;
    }
    out.append(piece.sliced(copied));

    const bool crBeforeLast = piece.size() >= 2 ? piece[piece.size() - 2] == '\r' : m_lastWasCr;
    m_atLineStart = piece.back() == '\n' && crBeforeLast;
    m_lastWasCr = piece.back() == '\r';
}

QByteArray DotStuffer::terminator() const
{
    return m_atLineStart ? QByteArrayLiteral(".\r\n") : QByteArrayLiteral("\r\n.\r\n");
}

} // namespace pennypost
