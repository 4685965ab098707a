// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace pennypost {

/// What follows MAIL or RCPT: `FROM:<path> KEY=VALUE ...` (RFC 5321 4.1.1.2, 4.1.1.3), as octets. Read the
/// way a careful server does: quotes are respected, a source route is skipped, anything else is nothing.
/// Pure.
struct PracticePath
{
    struct Parameter
    {
        QByteArray keyword; ///< upper case
        QByteArray value;
    };

    QByteArray path; ///< without <>; empty for the null reverse-path
    QList<Parameter> parameters;

    bool hasUtf8() const;
    /// `keyword` is "FROM:" or "TO:", in any case in `argument`; one blank after it is forgiven, for many
    /// send it.
    static std::optional<PracticePath> parse(QByteArrayView argument, QByteArrayView keyword);
};

} // namespace pennypost
