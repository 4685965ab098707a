// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/Capabilities.h"

#include <algorithm>

namespace pennypost {

namespace {

/// RFC 4422 3.1: 1 to 20 of A-Z, 0-9, "-" and "_".
bool isMechanismName(QByteArrayView name)
{
    return !name.isEmpty() && name.size() <= 20 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

/// No server has as many; a reply could hold a hundred thousand, each to be compared with all before it.
constexpr qsizetype mostMechanisms = 64;
constexpr qsizetype longestName = 255; // of a domain

void addMechanisms(const QList<QByteArray> &names, QList<QByteArray> &mechanisms)
{
    for (const QByteArray &name : names) {
        if (mechanisms.size() == mostMechanisms)
            return;
        const QByteArray upper = name.toUpper();
        if (isMechanismName(upper) && !mechanisms.contains(upper))
            mechanisms.append(upper);
    }
}

/// The octets after SIZE; what is no number, or none that fits, is no limit to hold a letter against.
qint64 sizeLimitIn(const QByteArray &parameter)
{
    if (!std::all_of(parameter.begin(), parameter.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return 0;
    bool fits = false;
    const qint64 limit = parameter.toLongLong(&fits);
    return fits ? limit : 0;
}

} // namespace

Capabilities parseCapabilities(const Reply &ehlo)
{
    Capabilities capabilities;
    if (ehlo.lines.isEmpty())
        return capabilities;
    capabilities.serverName = ehlo.lines.first().simplified().split(' ').first().left(longestName);

    for (const QByteArray &raw : ehlo.lines.sliced(1)) {
        const QByteArray line = raw.simplified();
        // "AUTH=PLAIN LOGIN" is how servers speak to Outlook Express, and some speak in no other way.
        const auto keywordEnd =
            std::find_if(line.begin(), line.end(), [](char c) { return c == ' ' || c == '='; });
        const QByteArray keyword = line.left(keywordEnd - line.begin()).toUpper();
        const QByteArray rest = line.mid(keyword.size() + 1);
        const QList<QByteArray> parameters = rest.isEmpty() ? QList<QByteArray>() : rest.split(' ');

        if (keyword.isEmpty())
            continue;
        if (keyword == "STARTTLS") {
            capabilities.startTls = true;
        } else if (keyword == "PIPELINING") {
            capabilities.pipelining = true;
        } else if (keyword == "8BITMIME") {
            capabilities.eightBitMime = true;
        } else if (keyword == "SMTPUTF8") {
            capabilities.smtpUtf8 = true;
        } else if (keyword == "ENHANCEDSTATUSCODES") {
            capabilities.enhancedStatusCodes = true;
        } else if (keyword == "SIZE") {
            capabilities.size = true;
            capabilities.sizeLimit = parameters.isEmpty() ? 0 : sizeLimitIn(parameters.first());
        } else if (keyword == "AUTH" || keyword == "X-EXPS") {
            addMechanisms(parameters, capabilities.authMechanisms);
        } else {
            capabilities.others.append(keyword + line.mid(keyword.size()));
        }
    }
    return capabilities;
}

} // namespace pennypost
