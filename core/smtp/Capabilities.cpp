// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/Capabilities.h"

#include <QHash>

#include <algorithm>
#include <limits>

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

/// What is no number, or none that fits, is none to hold a letter against: 0.
template<class Integer>
Integer numberIn(const QByteArray &parameter)
{
    if (!std::all_of(parameter.begin(), parameter.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return 0;
    bool fits = false;
    const qint64 number = parameter.toLongLong(&fits);
    return fits && number <= std::numeric_limits<Integer>::max() ? Integer(number) : Integer(0);
}

/// RFC 2852 3 and RFC 4865 4: nine digits.
std::chrono::seconds secondsIn(const QByteArray &parameter)
{
    return std::chrono::seconds(parameter.size() <= 9 ? numberIn<int>(parameter) : 0);
}

Capabilities::Limits limitsIn(const QList<QByteArray> &parameters)
{
    Capabilities::Limits limits;
    for (const QByteArray &parameter : parameters) {
        const qsizetype equals = parameter.indexOf('=');
        const QByteArray name = parameter.left(equals).toUpper();
        const int number = equals > 0 ? numberIn<int>(parameter.mid(equals + 1)) : 0;
        if (name == "MAILMAX")
            limits.mails = number;
        else if (name == "RCPTMAX")
            limits.recipients = number;
        else if (name == "RCPTDOMAINMAX")
            limits.domains = number;
    }
    return limits;
}

std::optional<Capabilities::FutureRelease> futureReleaseIn(const QList<QByteArray> &parameters)
{
    Capabilities::FutureRelease release;
    if (parameters.size() < 2)
        return std::nullopt; // RFC 4865 4 wants both, and without them nobody knows what it takes
    release.longest = secondsIn(parameters[0]);
    release.latest = QDateTime::fromString(QString::fromLatin1(parameters[1]), Qt::ISODate);
    return release;
}

/// Extensions that are there or not. Found by their keyword.
bool Capabilities::*flagOf(const QByteArray &keyword)
{
    static const QHash<QByteArray, bool Capabilities::*> flags{
        {"STARTTLS", &Capabilities::startTls},
        {"PIPELINING", &Capabilities::pipelining},
        {"8BITMIME", &Capabilities::eightBitMime},
        {"SMTPUTF8", &Capabilities::smtpUtf8},
        {"ENHANCEDSTATUSCODES", &Capabilities::enhancedStatusCodes},
        {"CHUNKING", &Capabilities::chunking},
        {"BINARYMIME", &Capabilities::binaryMime},
        {"DSN", &Capabilities::dsn},
        {"REQUIRETLS", &Capabilities::requireTls},
        {"MT-PRIORITY", &Capabilities::mtPriority},
    };
    return flags.value(keyword, nullptr);
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
        if (bool Capabilities::*flag = flagOf(keyword)) {
            capabilities.*flag = true;
        } else if (keyword == "SIZE") {
            capabilities.size = true;
            capabilities.sizeLimit = parameters.isEmpty() ? 0 : numberIn<qint64>(parameters.first());
        } else if (keyword == "AUTH" || keyword == "X-EXPS") {
            addMechanisms(parameters, capabilities.authMechanisms);
        } else if (keyword == "LIMITS") {
            capabilities.limits = limitsIn(parameters);
        } else if (keyword == "DELIVERBY") {
            capabilities.deliverBy = secondsIn(parameters.value(0));
        } else if (keyword == "FUTURERELEASE") {
            capabilities.futureRelease = futureReleaseIn(parameters);
        } else {
            capabilities.others.append(keyword + line.mid(keyword.size()));
        }
    }
    return capabilities;
}

} // namespace pennypost
