// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/Command.h"

#include <algorithm>

namespace pennypost::command {

namespace {

bool isLetterOrDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isLabel(QByteArrayView label)
{
    return !label.isEmpty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(), [](char c) { return isLetterOrDigit(c) || c == '-'; });
}

bool isLiteral(QByteArrayView name)
{
    return name.size() > 2 && name.front() == '[' && name.back() == ']' &&
           std::all_of(name.begin() + 1, name.end() - 1,
                       [](char c) { return isLetterOrDigit(c) || c == '.' || c == ':'; });
}

/// RET, ENVID, BY, HOLDUNTIL, MT-PRIORITY and REQUIRETLS, each with its blank before it.
QByteArray parametersOf(const DeliveryOptions &options)
{
    QByteArray line;
    if (options.returned != DeliveryOptions::Return::Unsaid)
        line += options.returned == DeliveryOptions::Return::Full ? " RET=FULL" : " RET=HDRS";
    if (!options.envelopeId.isEmpty())
        line += " ENVID=" + xtext(options.envelopeId);
    if (const auto &by = options.deliverBy) {
        line += " BY=" + QByteArray::number(qint64(by->within.count())) +
                (by->otherwise == DeliveryOptions::DeliverBy::Otherwise::Return ? ";R" : ";N");
        if (by->trace)
            line += 'T';
    }
    if (options.holdUntil)
        line += " HOLDUNTIL=" + options.holdUntil->toUTC().toString(Qt::ISODate).toLatin1();
    if (options.priority)
        line += " MT-PRIORITY=" + QByteArray::number(*options.priority);
    if (options.requireTls)
        line += " REQUIRETLS";
    return line;
}

QByteArray notifyParameter(const DeliveryOptions::Notify &notify)
{
    if (notify.never)
        return " NOTIFY=NEVER";
    QByteArrayList when;
    if (notify.success)
        when.append("SUCCESS");
    if (notify.failure)
        when.append("FAILURE");
    if (notify.delay)
        when.append("DELAY");
    return when.isEmpty() ? QByteArray() : " NOTIFY=" + when.join(',');
}

} // namespace

bool isHelloName(QByteArrayView name)
{
    if (name.size() > 255)
        return false;
    if (isLiteral(name))
        return true;
    const QList<QByteArray> labels = name.toByteArray().split('.');
    return std::all_of(labels.begin(), labels.end(), [](const QByteArray &label) { return isLabel(label); });
}

QByteArray hello(QByteArrayView verb, QByteArrayView name)
{
    return verb.toByteArray() + ' ' + name.toByteArray() + "\r\n";
}

QByteArray mailFrom(const Transaction &transaction, const Capabilities &capabilities)
{
    QByteArray line = "MAIL FROM:<" + transaction.envelope.reversePath.octets().toByteArray() + '>';
    if (capabilities.size && transaction.size > 0)
        line += " SIZE=" + QByteArray::number(transaction.size);
    if (capabilities.eightBitMime && transaction.eightBitBody)
        line += " BODY=8BITMIME";
    if (capabilities.smtpUtf8 && needsSmtpUtf8(transaction))
        line += " SMTPUTF8";
    return line + parametersOf(transaction.options) + "\r\n";
}

QByteArray rcptTo(const SmtpPath &path, const DeliveryOptions &options)
{
    QByteArray line = "RCPT TO:<" + path.octets().toByteArray() + '>';
    if (options.needDsn()) {
        // RFC 6533 3 has a type of its own for addresses beyond US-ASCII, with an encoding that a server
        // without SMTPUTF8 could pass on; such an address only goes to one with it, and there it is optional.
        if (!path.needsSmtpUtf8())
            line += " ORCPT=rfc822;" + xtext(path.octets());
        line += notifyParameter(options.notify);
    }
    return line + "\r\n";
}

QByteArray bdat(qint64 octets, bool last)
{
    return "BDAT " + QByteArray::number(octets) + (last ? " LAST\r\n" : "\r\n");
}

QByteArray xtext(QByteArrayView octets)
{
    static constexpr QByteArrayView digits = "0123456789ABCDEF";
    QByteArray text;
    text.reserve(octets.size());
    for (const char c : octets) {
        if (c >= '!' && c <= '~' && c != '+' && c != '=') {
            text += c;
        } else {
            text += '+';
            text += digits[uchar(c) >> 4];
            text += digits[uchar(c) & 15];
        }
    }
    return text;
}

SendLines::Line plain(QByteArrayView verb)
{
    return {verb.toByteArray() + "\r\n", false};
}

bool needsSmtpUtf8(const Transaction &transaction)
{
    return transaction.utf8Headers || transaction.envelope.needsSmtpUtf8();
}

QByteArray missingExtension(const DeliveryOptions &options, const Capabilities &capabilities, bool encrypted,
                            const QDateTime &now)
{
    if (options.requireTls && !(capabilities.requireTls && encrypted))
        return "REQUIRETLS";
    if (options.needDsn() && !capabilities.dsn)
        return "DSN";
    if (options.priority && !capabilities.mtPriority)
        return "MT-PRIORITY";
    if (const auto &by = options.deliverBy) {
        if (!capabilities.deliverBy)
            return "DELIVERBY";
        if (by->otherwise == DeliveryOptions::DeliverBy::Otherwise::Return &&
            by->within < *capabilities.deliverBy)
            return "DELIVERBY (at least " + QByteArray::number(qint64(capabilities.deliverBy->count())) +
                   " s)";
    }
    if (const auto &until = options.holdUntil) {
        if (!capabilities.futureRelease)
            return "FUTURERELEASE";
        const auto &offer = *capabilities.futureRelease;
        if (offer.longest.count() > 0 && now.secsTo(*until) > offer.longest.count())
            return "FUTURERELEASE (at most " + QByteArray::number(qint64(offer.longest.count())) + " s)";
        if (offer.latest.isValid() && *until > offer.latest)
            return "FUTURERELEASE (at the latest " + offer.latest.toString(Qt::ISODate).toLatin1() + ')';
    }
    return {};
}

} // namespace pennypost::command
