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

/// What an author may say of a letter. Everything else is ours to write, or the servers' on the way
/// (Received, DKIM-Signature, Authentication-Results, Delivered-To, Resent-...), whose word it would pass
/// for.
bool isAuthors(const QByteArray &lowerName)
{
    static const QSet<QByteArray> names{
        "sender", "reply-to", "in-reply-to", "references", "keywords", "comments", "organization",
        // of lists and threads
        "mail-followup-to", "mail-reply-to", "mail-copies-to", "thread-topic", "thread-index", "archived-at",
        "precedence", "followup-to", "newsgroups", "summary", "distribution",
        // how it is meant
        "importance", "priority", "sensitivity", "auto-submitted", "language", "accept-language", "expires",
        "expiry-date", "reply-by", "supersedes", "obsoletes", "message-context", "deferred-delivery",
        "tls-required", "mt-priority", "require-recipient-valid-since", "disposition-notification-to",
        "disposition-notification-options", "return-receipt-to", "prevent-nondelivery-report", "errors-to",
        "feedback-id",
        // who writes
        "user-agent", "autocrypt", "openpgp", "face", "jabber-id", "bimi-selector", "original-message-id",
        "original-recipient", "original-from", "original-subject", "pics-label", "solicitation"};
    return names.contains(lowerName) || lowerName.startsWith("x-") || lowerName.startsWith("list-");
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
        bool wrong = !isFieldName(name) || hasForbiddenCharacter(field.value) || !isAuthors(name);
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
