// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/DeliveryArguments.h"

#include <QHash>

#include <algorithm>

namespace pennypost {

namespace {

using L = QLatin1StringView;

Result<DeliveryOptions::Notify, CliError> readNotify(const QString &text)
{
    using Notify = DeliveryOptions::Notify;
    static const QHash<QString, bool Notify::*> words{
        {QStringLiteral("success"), &Notify::success},
        {QStringLiteral("failure"), &Notify::failure},
        {QStringLiteral("delay"), &Notify::delay},
        {QStringLiteral("never"), &Notify::never},
    };
    Notify notify;
    const QStringList given = text.split(u',');
    for (const QString &word : given) {
        const auto flag = words.constFind(word.trimmed().toLower());
        if (flag == words.constEnd() || (word.trimmed().toLower() == u"never" && given.size() > 1))
            return usageError(u"--dsn wants success, failure and delay, with commas, or never, not " + text);
        notify.*(*flag) = true;
    }
    return notify;
}

/// "3600", "3600,notify", "3600,return,trace"; as on the wire, too: "3600;NT".
Result<DeliveryOptions::DeliverBy, CliError> readDeliverBy(const QString &text)
{
    using Otherwise = DeliveryOptions::DeliverBy::Otherwise;
    QString words = text.toLower();
    words.replace(u";rt"_qs, u",return,trace"_qs).replace(u";nt"_qs, u",notify,trace"_qs);
    words.replace(u";r"_qs, u",return"_qs).replace(u";n"_qs, u",notify"_qs);
    QStringList parts = words.split(u',');
    bool isNumber = false;
    const int seconds = parts.takeFirst().toInt(&isNumber);
    DeliveryOptions::DeliverBy by{std::chrono::seconds(seconds)};
    by.trace = parts.removeAll(u"trace"_qs) > 0;
    const bool notify = parts.removeAll(u"notify"_qs) > 0;
    const bool returned = parts.removeAll(u"return"_qs) > 0;
    if (!isNumber || seconds < 1 || seconds > 999'999'999 || !parts.isEmpty() || (notify && returned))
        return usageError(
            u"--deliver-by wants seconds from 1 to 999999999, then ,return or ,notify (what to do "
            u"with a letter that is late) and ,trace as you like, not " +
            text);
    by.otherwise = notify ? Otherwise::Notify : Otherwise::Return;
    return by;
}

bool isEnvelopeId(const QString &text)
{
    return text.size() <= 100 &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

} // namespace

Result<DeliveryOptions, CliError> readDelivery(const Arguments &arguments)
{
    DeliveryOptions options;
    options.requireTls = arguments.has(L("require-tls"));
    if (arguments.has(L("dsn"))) {
        auto notify = readNotify(arguments.value(L("dsn")));
        if (!notify)
            return Failure{notify.error()};
        options.notify = *notify;
    }
    if (arguments.has(L("dsn-return"))) {
        const QString text = arguments.value(L("dsn-return")).toLower();
        if (text != u"headers" && text != u"full")
            return usageError(u"--dsn-return wants headers or full, not " + text);
        options.returned = text == u"full" ? DeliveryOptions::Return::Full : DeliveryOptions::Return::Headers;
    }
    if (arguments.has(L("envid"))) {
        const QString text = arguments.value(L("envid"));
        if (!isEnvelopeId(text))
            return usageError(QStringLiteral("--envid wants at most 100 printable ASCII characters"));
        options.envelopeId = text.toLatin1();
    }
    if (arguments.has(L("deliver-by"))) {
        auto by = readDeliverBy(arguments.value(L("deliver-by")));
        if (!by)
            return Failure{by.error()};
        options.deliverBy = *by;
    }
    if (arguments.has(L("hold-until"))) {
        const QString text = arguments.value(L("hold-until"));
        const auto until = QDateTime::fromString(text, Qt::ISODate);
        if (!until.isValid())
            return usageError(u"--hold-until wants ISO 8601, as 2026-05-01T09:30:00+02:00, not " + text);
        options.holdUntil = until;
    }
    if (arguments.has(L("priority"))) {
        bool isNumber = false;
        const int priority = arguments.value(L("priority")).toInt(&isNumber);
        if (!isNumber || priority < -9 || priority > 9)
            return usageError(u"--priority wants a number from -9 to 9, not " +
                              arguments.value(L("priority")));
        options.priority = priority;
    }
    return options;
}

} // namespace pennypost
