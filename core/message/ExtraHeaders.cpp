// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/ExtraHeaders.h"

#include <QByteArrayList>
#include <QSet>

#include <algorithm>

namespace pennypost {

namespace {

constexpr qsizetype longestName = 60; // leaves room for a first word on the line

bool isFieldName(const QByteArray &name)
{
    return !name.isEmpty() && name.size() <= longestName &&
           std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7f && c != ':'; });
}

bool hasForbiddenCharacter(const QString &value)
{
    return value.contains(u'\r') || value.contains(u'\n') || value.contains(QChar(0));
}

/// Ours to write, or written by the servers on the way.
bool isReserved(const QByteArray &lowerName)
{
    static const QSet<QByteArray> names{
        "from",       "to",           "cc",       "bcc",         "subject",    "date",
        "message-id", "mime-version", "received", "return-path", "resent-bcc", "delivered-to",
    };
    return names.contains(lowerName) || lowerName.startsWith("content-");
}

/// Fields of which a letter has at most one, and which an author may want to set by hand.
bool isUnique(const QByteArray &lowerName)
{
    static const QSet<QByteArray> names{"reply-to", "sender", "in-reply-to", "references"};
    return names.contains(lowerName);
}

QSet<QByteArray> uniqueFieldsInUse(const Message &message)
{
    QSet<QByteArray> names;
    if (!message.replyTo.isEmpty())
        names.insert("reply-to");
    if (!message.inReplyTo.isEmpty())
        names.insert("in-reply-to");
    if (!message.references.isEmpty())
        names.insert("references");
    return names;
}

} // namespace

QList<QByteArray> forbiddenExtraHeaders(const Message &message)
{
    QList<QByteArray> forbidden;
    QSet<QByteArray> inUse = uniqueFieldsInUse(message);
    for (const HeaderField &field : message.extraHeaders) {
        const QByteArray name = field.name.toLower();
        bool wrong = !isFieldName(name) || hasForbiddenCharacter(field.value) || isReserved(name);
        if (isUnique(name)) {
            wrong = wrong || inUse.contains(name);
            inUse.insert(name);
        }
        if (wrong)
            forbidden.append(field.name);
    }
    return forbidden;
}

} // namespace pennypost
