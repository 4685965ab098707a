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
    return line + "\r\n";
}

QByteArray rcptTo(const SmtpPath &path)
{
    return "RCPT TO:<" + path.octets().toByteArray() + ">\r\n";
}

SendLines::Line plain(QByteArrayView verb)
{
    return {verb.toByteArray() + "\r\n", false};
}

bool needsSmtpUtf8(const Transaction &transaction)
{
    return transaction.utf8Headers || transaction.envelope.needsSmtpUtf8();
}

} // namespace pennypost::command
