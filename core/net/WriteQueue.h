// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>
#include <deque>

namespace pennypost {

/// Octets that wait for the socket, in clear: they are encrypted when their turn comes, so that at most a
/// flight lies about as ciphertext. Large pieces are shared with who wrote them and never copied; small ones
/// are joined, so that commands written one by one go out together. Used by TlsTransport.
class WriteQueue
{
public:
    void append(const QByteArray &bytes)
    {
        if (!m_pieces.empty() && m_pieces.back().size() + bytes.size() <= joined)
            m_pieces.back().append(bytes);
        else
            m_pieces.push_back(bytes);
        m_size += bytes.size();
    }
    bool isEmpty() const { return m_size == 0; }
    qint64 size() const { return m_size; }

    /// At most so many octets from the front, none if there are none; valid until the next append() or
    /// drop().
    QByteArrayView front(qsizetype most) const
    {
        if (m_pieces.empty())
            return {};
        const QByteArrayView rest = QByteArrayView(m_pieces.front()).sliced(m_gone);
        return rest.first(std::min(rest.size(), most));
    }
    /// Takes so many octets of front() off.
    void drop(qsizetype count)
    {
        m_size -= count;
        m_gone += count;
        if (m_gone < m_pieces.front().size())
            return;
        m_pieces.pop_front();
        m_gone = 0;
    }

private:
    static constexpr qsizetype joined = 16 * 1024; ///< a TLS record

    std::deque<QByteArray> m_pieces;
    qsizetype m_gone = 0; ///< octets of the first piece
    qint64 m_size = 0;
};

} // namespace pennypost
