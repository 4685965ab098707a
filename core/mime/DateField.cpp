// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/DateField.h"

#include <QHash>
#include <QRegularExpression>
#include <QTimeZone>

namespace pennypost {

namespace {

/// Of one with a comment; a longer one is none, and would cost the pattern below more than it is worth.
constexpr qsizetype longestDate = 200;

int monthOf(const QString &name)
{
    static const QString months = QStringLiteral("janfebmaraprmayjunjulaugsepoctnovdec");
    const qsizetype at = months.indexOf(name.toLower());
    return at >= 0 && at % 3 == 0 ? int(at / 3) + 1 : 0;
}

/// RFC 5322, 4.3: two digits mean 1950 to 2049, three count from 1900.
int yearOf(const QString &digits)
{
    const int year = digits.toInt();
    if (digits.size() == 2)
        return year + (year < 50 ? 2000 : 1900);
    return digits.size() == 3 ? year + 1900 : year;
}

/// Seconds east of Greenwich; a name that says nothing counts as "-0000" (RFC 5322, 4.3).
int offsetOf(const QString &zone)
{
    static const QHash<QString, int> hours{{QStringLiteral("EDT"), -4}, {QStringLiteral("EST"), -5},
                                           {QStringLiteral("CDT"), -5}, {QStringLiteral("CST"), -6},
                                           {QStringLiteral("MDT"), -6}, {QStringLiteral("MST"), -7},
                                           {QStringLiteral("PDT"), -7}, {QStringLiteral("PST"), -8}};
    if (zone.startsWith(u'+') || zone.startsWith(u'-')) {
        const int digits = QString(zone).remove(u':').mid(1).toInt();
        const int seconds = (digits / 100 * 60 + digits % 100) * 60;
        return zone.startsWith(u'-') ? -seconds : seconds;
    }
    return hours.value(zone.toUpper()) * 3600;
}

/// RFC 5322 3.2.2; what is never closed goes to the end.
QString withoutComments(const QString &value)
{
    QString rest;
    int depth = 0;
    for (const QChar c : value) {
        if (c == u'(')
            ++depth;
        if (depth == 0)
            rest += c;
        if (c == u')' && depth > 0 && --depth == 0)
            rest += u' ';
    }
    return rest;
}

constexpr QLatin1StringView timePattern("(?<hour>\\d{1,2})\\s*:\\s*(?<minute>\\d{1,2})"
                                        "(?:\\s*:\\s*(?<second>\\d{1,2}))?");
constexpr QLatin1StringView zonePattern("(?<zone>[+-]\\d{2}:?\\d{2}|[A-Za-z]{1,5}|)");

/// RFC 5322 3.3, as it is found: "Mon, 23 Nov 2026 14:03:08 +0100".
const QRegularExpression &letterForm()
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*(?:[A-Za-z]{2,9}\\.?\\s*,)?\\s*(?<day>\\d{1,2})[\\s-]+"
                       "(?<month>[A-Za-z]{3})[a-z]*\\.?[\\s-]+(?<year>\\d{2,4})\\s+") +
        timePattern + QStringLiteral("\\s*(?:GMT|UTC?)?") + zonePattern + QStringLiteral("\\s*$"));
    return form;
}

/// That of C's asctime() and of date(1), which scripts put into letters: "Mon Nov 23 14:03:08 CET 2026".
const QRegularExpression &clockForm()
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*[A-Za-z]{3,9},?\\s+(?<month>[A-Za-z]{3})[a-z]*\\s+(?<day>\\d{1,2})\\s+") +
        timePattern + QStringLiteral("\\s+") + zonePattern + QStringLiteral("\\s*(?<year>\\d{4})\\s*$"));
    return form;
}

} // namespace

QDateTime dateFromField(const QString &value)
{
    if (value.size() > longestDate)
        return {};
    const QString text = withoutComments(value);
    QRegularExpressionMatch match = letterForm().match(text);
    if (!match.hasMatch())
        match = clockForm().match(text);
    if (!match.hasMatch())
        return {};
    const auto number = [&match](const char *name) {
        return match.captured(QLatin1StringView(name)).toInt();
    };
    const QDate date(yearOf(match.captured(QStringLiteral("year"))),
                     monthOf(match.captured(QStringLiteral("month"))), number("day"));
    // A leap second is a time, though not one that QTime knows.
    const QTime time(number("hour"), number("minute"), qMin(number("second"), 59));
    if (!date.isValid() || !time.isValid())
        return {};
    return QDateTime(date, time, QTimeZone(offsetOf(match.captured(QStringLiteral("zone")))));
}

} // namespace pennypost
