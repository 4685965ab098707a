// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/ServerSoftware.h"

#include <QString>

namespace pennypost {

namespace {

using Chunking = ServerSoftware::Chunking;

struct Row
{
    QLatin1StringView words; ///< of its greeting, in any case
    ServerSoftware software;
};

// Exchange leaves BDAT unanswered now and then (MailKit#921), iCloud and hMailServer always
// (hMailServer#261).
constexpr Row rows[] = {
    {QLatin1StringView("Microsoft ESMTP"), {Chunking::Bad, false}},
    {QLatin1StringView("iCloud"), {Chunking::Bad, false}},
    {QLatin1StringView("hMailServer"), {Chunking::Bad, false}},
    {QLatin1StringView("ESMTP Postfix"), {Chunking::Good, false}},
    {QLatin1StringView("gsmtp"), {Chunking::Good, false}},
    {QLatin1StringView("ESMTP Exim 4.9"), {Chunking::Good, false}},
    {QLatin1StringView("Dovecot ready"), {Chunking::Good, true}},
    {QLatin1StringView("Dovecot"), {Chunking::Unknown, true}},
};

} // namespace

ServerSoftware softwareOf(const Reply &greeting)
{
    const QString text = greeting.text().section(u' ', 1); // a name in front of it is the host's
    for (const Row &row : rows) {
        if (text.contains(row.words, Qt::CaseInsensitive))
            return row.software;
    }
    return {};
}

} // namespace pennypost
