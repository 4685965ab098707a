// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Secret.h"

#include <utility>

namespace pennypost {

Secret::Secret(QByteArray bytes) : m_bytes(std::move(bytes)) {}

Secret::Secret(const QString &text) : m_bytes(text.toUtf8()) {}

Secret::Secret(Secret &&other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe(m_bytes);
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

Secret::~Secret()
{
    wipe(m_bytes);
}

Secret Secret::clone() const
{
    return Secret(QByteArray(m_bytes.constData(), m_bytes.size()));
}

void Secret::wipe(QByteArray &bytes)
{
    // Writing through volatile is an effect the compiler must keep, unlike memset before a free.
    volatile char *cursor = bytes.data();
    for (qsizetype left = bytes.size(); left > 0; --left)
        *cursor++ = 0;
    bytes.clear();
}

} // namespace pennypost
