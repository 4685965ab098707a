// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/ByteSource.h"

#include <algorithm>

namespace pennypost {

Result<qsizetype, MimeError> MemorySource::read(std::span<char> buffer)
{
    const qsizetype count = std::min<qsizetype>(qsizetype(buffer.size()), m_bytes.size() - m_at);
    std::copy_n(m_bytes.constData() + m_at, count, buffer.data());
    m_at += count;
    return count;
}

} // namespace pennypost
