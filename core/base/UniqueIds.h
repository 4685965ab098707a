// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pennypost {

/// Where names that must not collide come from: Message-IDs, boundaries, content ids, rows. An interface
/// because golden files need the same names every time. Any thread.
class UniqueIds
{
public:
    UniqueIds() = default;
    UniqueIds(const UniqueIds &) = delete;
    UniqueIds &operator=(const UniqueIds &) = delete;
    virtual ~UniqueIds() = default;

    /// 26 characters of a-z and 2-7 that hold 128 random bits: an atom of RFC 5322 and a MIME token.
    virtual QByteArray next() = 0;
};

/// From the operating system's generator; says nothing about host, time or person.
class RandomIds final : public UniqueIds
{
public:
    QByteArray next() override;
};

} // namespace pennypost
