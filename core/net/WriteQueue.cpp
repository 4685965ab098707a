// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/WriteQueue.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace pennypost {

namespace {
/// A MiB: no well-behaved writer has more on the way.
constexpr size_t sparesKept = 16;
} // namespace

void WriteQueue::append(QByteArrayView bytes)
{
    m_size += bytes.size();
    while (!bytes.isEmpty()) {
        if (m_blocks.empty() || m_blocks.back().used == blockSize)
            m_blocks.push_back(emptyBlock());
        Block &last = m_blocks.back();
        const qsizetype count = std::min(bytes.size(), blockSize - last.used);
        std::memcpy(last.octets.get() + last.used, bytes.data(), size_t(count));
        last.used += count;
        bytes = bytes.sliced(count);
    }
}

QByteArrayView WriteQueue::front() const
{
    return m_blocks.empty() ? QByteArrayView()
                            : QByteArrayView(m_blocks.front().octets.get(), m_blocks.front().used);
}

void WriteQueue::dropFront()
{
    if (m_blocks.empty())
        return;
    m_size -= m_blocks.front().used;
    if (m_spare.size() < sparesKept)
        m_spare.push_back(std::move(m_blocks.front()));
    m_blocks.pop_front();
}

WriteQueue::Block WriteQueue::emptyBlock()
{
    if (m_spare.empty())
        return {std::make_unique_for_overwrite<char[]>(size_t(blockSize)), 0};
    Block block = std::move(m_spare.back());
    m_spare.pop_back();
    block.used = 0;
    return block;
}

} // namespace pennypost
