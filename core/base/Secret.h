// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace pennypost {

/// Bytes that nobody may see: a password or a token, in UTF-8. Move-only, wiped when it goes, without a
/// stream or debug operator, so that a log can't hold one by accident. A copy is made by name (`clone()`),
/// never in passing. The bytes that a widget or the keychain handed over are theirs to wipe; ours are. Any
/// thread, one at a time.
class Secret
{
public:
    Secret() = default;
    /// Takes the bytes; the caller's QByteArray must not be shared, else its other owners keep theirs.
    explicit Secret(QByteArray bytes);
    explicit Secret(const QString &text);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    Secret clone() const;
    bool isEmpty() const { return m_bytes.isEmpty(); }
    /// The bytes themselves, for the one line that needs them. Valid until the Secret moves or goes.
    QByteArrayView bytes() const { return m_bytes; }

    /// Overwrites in a way that the optimiser must keep, then empties.
    static void wipe(QByteArray &bytes);

private:
    QByteArray m_bytes;
};

} // namespace pennypost
