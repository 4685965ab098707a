// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <deque>
#include <memory>
#include <vector>

namespace pennypost {

/// Octets that wait for the socket, in clear: they are encrypted when their turn comes, so that at most a
/// flight lies about as ciphertext. Copies them into blocks that it uses again and again: to share them with
/// who wrote them would have either side allocate anew for each piece, which costs the system more than the
/// copy does. What is written piece by piece goes out together. Used by TlsTransport.
class WriteQueue
{
public:
    /// Octets at most in front(): four TLS records.
    static constexpr qsizetype blockSize = qsizetype(64) * 1024;

    void append(QByteArrayView bytes);
    bool isEmpty() const { return m_size == 0; }
    qint64 size() const { return m_size; }

    /// The first octets, none if there are none; valid until the next append() or dropFront().
    QByteArrayView front() const;
    /// Takes all of front() off.
    void dropFront();

private:
    struct Block
    {
        std::unique_ptr<char[]> octets;
        qsizetype used = 0;
    };
    Block emptyBlock();

    std::deque<Block> m_blocks;
    std::vector<Block> m_spare;
    qint64 m_size = 0;
};

} // namespace pennypost
