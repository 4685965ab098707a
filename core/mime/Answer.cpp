// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/Answer.h"

#include "core/message/MailboxParser.h"
#include "core/message/MessageId.h"
#include "core/message/SubjectPrefix.h"
#include "core/mime/BodyParts.h"
#include "core/mime/DateField.h"
#include "core/mime/HtmlToText.h"

#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

namespace pennypost {

namespace {

constexpr qint64 longestText = 16 << 20;
constexpr qint64 longestHtml = 1 << 20; ///< of more, its text is taken
/// Of References: the first names the thread, the last are what programs look for.
constexpr qsizetype mostReferences = 100;

/// What some programs write, and nobody can mean otherwise: "<<a@b>>", "<a@b.>".
std::optional<Mailbox> mended(QString entry)
{
    entry.replace(QLatin1StringView("<<"), QLatin1StringView("<"))
        .replace(QLatin1StringView(">>"), QLatin1StringView(">"))
        .replace(QLatin1StringView(".>"), QLatin1StringView(">"));
    if (entry.endsWith(u'.'))
        entry.chop(1);
    return parseMailbox(entry).mailbox;
}

/// Without quotes that some programs make part of the name, and not at all where it says but the address.
QString bareName(const Mailbox &mailbox)
{
    QString name = mailbox.displayName.trimmed();
    while (name.size() > 1 && name.front() == name.back() && (name.front() == u'\'' || name.front() == u'"'))
        name = name.sliced(1, name.size() - 2).trimmed();
    return name.compare(mailbox.addrSpec(), Qt::CaseInsensitive) == 0 ? QString() : name;
}

/// Of all fields of that name.
MailboxList mailboxes(const ReceivedPart &root, QByteArrayView name)
{
    MailboxList list;
    for (const ReceivedField &field : root.header) {
        if (name.compare(field.name, Qt::CaseInsensitive) != 0)
            continue;
        for (const ParsedMailbox &entry : parseMailboxes(field.value)) {
            auto mailbox = entry.mailbox ? entry.mailbox : mended(entry.text);
            if (!mailbox)
                continue;
            mailbox->displayName = bareName(*mailbox);
            list.append(std::move(*mailbox));
        }
    }
    return list;
}

QList<QByteArray> identifiers(const ReceivedPart &root, QByteArrayView name)
{
    QList<QByteArray> ids;
    const QByteArray value = root.field(name).toUtf8();
    QList<QByteArray> words = value.simplified().split(' ');
    if (std::all_of(words.begin(), words.end(), [](const QByteArray &word) { return isMessageId(word); }))
        return words; // as old programs wrote them
    for (qsizetype open = value.indexOf('<'); open >= 0; open = value.indexOf('<', open + 1)) {
        const qsizetype close = value.indexOf('>', open);
        if (close < 0)
            break;
        const QByteArray id = value.mid(open + 1, close - open - 1);
        if (isMessageId(id))
            ids.append(id);
        open = close;
    }
    return ids;
}

QSet<QString> addressKeys(const MailboxList &list)
{
    QSet<QString> keys;
    for (const Mailbox &mailbox : list)
        keys.insert(addressKey(mailbox));
    return keys;
}

/// Those of `from` whose address is not in `taken` yet, where it is then.
void add(MailboxList &list, const MailboxList &from, QSet<QString> &taken)
{
    for (const Mailbox &mailbox : from) {
        const QString key = addressKey(mailbox);
        if (taken.contains(key))
            continue;
        taken.insert(key);
        list.append(mailbox);
    }
}

/// Written by the one who answers: that is who got it, where one of one's own mailboxes did.
bool isOwnLetter(const OriginalLetter &original, const QSet<QString> &own)
{
    if (original.from.isEmpty() || !own.contains(addressKey(original.from.front())))
        return false;
    for (const Mailbox &mailbox : original.to + original.cc + original.bcc) {
        if (const QString key = addressKey(mailbox); own.contains(key))
            return key == addressKey(original.from.front());
    }
    return true;
}

QList<QByteArray> referencesTo(const OriginalLetter &original)
{
    QList<QByteArray> ids = original.references;
    if (ids.isEmpty() && !original.inReplyTo.isEmpty())
        ids.append(original.inReplyTo);
    if (!original.messageId.isEmpty()) {
        ids.removeAll(original.messageId);
        ids.append(original.messageId);
    }
    if (ids.size() > mostReferences)
        ids.remove(1, ids.size() - mostReferences);
    return ids;
}

/// RFC 3676 4.3: from a line of two hyphens and a blank on it is the signature.
QString withoutSignature(const QString &text)
{
    if (text.startsWith(QLatin1StringView("-- \n")))
        return {};
    const qsizetype at = text.lastIndexOf(QLatin1StringView("\n-- \n"));
    return at < 0 ? text : text.first(at + 1);
}

QString withoutBlankEnds(const QString &text)
{
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size() && text[i].isSpace(); ++i) {
        if (text[i] == u'\n')
            start = i + 1;
    }
    qsizetype end = text.size();
    while (end > start && text[end - 1].isSpace())
        --end;
    return text.sliced(start, end - start);
}

} // namespace

QString addressKey(const Mailbox &mailbox)
{
    const QString ascii = asciiDomain(mailbox.domain);
    return (mailbox.localPart + u'@' + (ascii.isEmpty() ? mailbox.domain : ascii)).toLower();
}

OriginalLetter readOriginal(QIODevice &letter, const ReceivedPart &root)
{
    OriginalLetter original;
    original.from = mailboxes(root, "From");
    original.replyTo = mailboxes(root, "Reply-To");
    original.to = mailboxes(root, "To");
    original.cc = mailboxes(root, "Cc");
    original.bcc = mailboxes(root, "Bcc");
    original.mailFollowupTo = mailboxes(root, "Mail-Followup-To");
    for (const char *name : {"Delivered-To", "X-Original-To", "Envelope-To"})
        original.deliveredTo += mailboxes(root, name);
    original.subject = root.field("Subject");
    original.date = dateFromField(root.field("Date"));
    original.messageId = identifiers(root, "Message-ID").value(0);
    // Of several none is the one (RFC 5322 3.6.4).
    if (const QList<QByteArray> ids = identifiers(root, "In-Reply-To"); ids.size() == 1)
        original.inReplyTo = ids.front();
    original.references = identifiers(root, "References");
    const BodyParts parts = BodyParts::of(root);
    if (parts.html)
        original.html = decodedText(letter, *parts.html, longestText);
    if (parts.plain)
        original.text = decodedText(letter, *parts.plain, longestText);
    else if (!original.html.isEmpty())
        original.text = htmlToText(original.html);
    if (original.html.size() > longestHtml)
        original.html.clear();
    return original;
}

QString quoted(const QString &text)
{
    const QString body = withoutBlankEnds(text);
    if (body.isEmpty())
        return {};
    QString made;
    for (const QStringView line : QStringView(body).split(u'\n')) {
        made += u'>';
        if (!line.isEmpty() && !line.startsWith(u'>'))
            made += u' ';
        made += line;
        made += u'\n';
    }
    return made;
}

Message answer(const OriginalLetter &original, AnswerTo to, const MailboxList &own,
               const QString &attribution)
{
    Message message;
    const MailboxList &sender = original.replyTo.isEmpty() ? original.from : original.replyTo;
    QSet<QString> taken = addressKeys(own);
    const bool isOwn = isOwnLetter(original, taken);
    if (!isOwn) { // from one of one's mailboxes to another: it is the other's letter
        for (const Mailbox &mailbox : sender)
            taken.remove(addressKey(mailbox));
    }
    if (to == AnswerTo::All && !original.mailFollowupTo.isEmpty()) {
        add(message.to, original.mailFollowupTo, taken);
    } else {
        add(message.to, isOwn ? original.to : sender, taken);
        if (to == AnswerTo::All) {
            add(message.cc, original.to, taken); // of one's own letter they are in To by now
            add(message.cc, original.cc, taken);
        }
    }
    // A note to oneself: whom else should it go to?
    if (message.to.isEmpty() && message.cc.isEmpty())
        message.to = sender;
    if (message.to.isEmpty())
        std::swap(message.to, message.cc);
    message.subject = answerSubject(original.subject);
    message.inReplyTo = original.messageId;
    message.references = referencesTo(original);
    const QString quotation = quoted(withoutSignature(original.text));
    if (!quotation.isEmpty())
        message.text = attribution + u'\n' + quotation;
    return message;
}

Message passedOn(const OriginalLetter &original, const QString &headline)
{
    Message message;
    message.subject = forwardSubject(original.subject);
    message.references = referencesTo(original);
    message.text = headline + QLatin1StringView("\n\n") + original.text;
    return message;
}

} // namespace pennypost
