// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/MailtoUrl.h"

#include "core/message/MailboxParser.h"
#include "core/message/MessageId.h"

#include <QStringDecoder>

#include <algorithm>

namespace pennypost {

namespace {

using Kind = MailtoFinding::Kind;
using L = QLatin1StringView;

std::optional<QString> decoded(QByteArrayView text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString made = decoder(QByteArray::fromPercentEncoding(text.toByteArray()));
    return decoder.hasError() ? std::nullopt : std::optional(std::move(made));
}

bool isOneLine(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c == u'\r' || c == u'\n' || c == u'\0' || c == QChar::LineSeparator ||
               c == QChar::ParagraphSeparator;
    });
}

/// What is not seen and may make the rest look like something else: controls, overrides of the direction.
QString withoutHidden(const QString &text)
{
    QString shown;
    for (const QChar c : text) {
        const bool isControl = c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
        const bool isOverride = c == QChar(0x202d) || c == QChar(0x202e);
        if (!isControl && !isOverride)
            shown += c;
    }
    return shown;
}

QList<QByteArray> identifiers(const QString &text)
{
    QList<QByteArray> ids;
    for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
        QByteArray id = word.toUtf8();
        if (id.startsWith('<') && id.endsWith('>'))
            id = id.sliced(1).chopped(1);
        if (!isMessageId(id))
            return {};
        ids.append(id);
    }
    return ids;
}

class Reader
{
public:
    MailtoLetter read(QByteArrayView rest)
    {
        if (const qsizetype fragment = rest.indexOf('#'); fragment >= 0)
            rest = rest.first(fragment);
        while (rest.startsWith('/')) // many write it like a web address
            rest = rest.sliced(1);
        const qsizetype question = rest.indexOf('?');
        addresses(L("to"), rest.first(question < 0 ? rest.size() : question), m_letter.message.to);
        if (question >= 0)
            fields(rest.sliced(question + 1));
        return std::move(m_letter);
    }

private:
    void fields(QByteArrayView query)
    {
        while (!query.isEmpty()) {
            const qsizetype end = query.indexOf('&');
            const QByteArrayView field = query.first(end < 0 ? query.size() : end);
            query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
            if (query.startsWith("amp;"))
                query = query.sliced(4);
            if (!field.isEmpty())
                take(field);
        }
    }

    void take(QByteArrayView field)
    {
        const qsizetype equals = field.indexOf('=');
        const QByteArrayView value = equals < 0 ? QByteArrayView() : field.sliced(equals + 1);
        const QByteArrayView encodedName = field.first(equals < 0 ? field.size() : equals);
        const auto name = decoded(encodedName);
        if (!name || !isOneLine(*name))
            return find(Kind::FieldIgnored, QString::fromLatin1(encodedName));
        const QString key = name->toLower();
        Message &message = m_letter.message;
        if (key == L("to"))
            addresses(key, value, message.to);
        else if (key == L("cc"))
            addresses(key, value, message.cc);
        else if (key == L("bcc"))
            addresses(key, value, message.bcc);
        else if (key == L("attach") || key == L("attachment") || key == L("attachments"))
            find(Kind::FileIgnored, key);
        else if (isAgain(key) || !takeText(key, value))
            find(Kind::FieldIgnored, key);
    }

    /// What a field is set to first counts: a second one may be meant to be overlooked.
    bool isAgain(const QString &key)
    {
        if (!isText(key))
            return false; // whatever a URL makes up
        const bool again = m_seen.contains(key);
        m_seen.append(key);
        return again;
    }

    static bool isText(const QString &key)
    {
        return key == L("body") || key == L("subject") || key == L("in-reply-to") || key == L("references");
    }

    /// False if it is no field of ours.
    bool takeText(const QString &key, QByteArrayView value)
    {
        if (!isText(key))
            return false;
        const bool isBody = key == L("body");
        const bool isSubject = key == L("subject");
        const bool isReply = key == L("in-reply-to");
        auto text = decoded(value);
        Message &message = m_letter.message;
        if (!text) {
            find(Kind::NotText, key);
        } else if (isBody) {
            text->remove(u'\0');
            text->replace(L("\r\n"), L("\n")).replace(u'\r', u'\n');
            message.text = withoutHidden(*text);
        } else if (!isOneLine(*text)) {
            find(Kind::LineInField, key);
        } else if (isSubject) {
            message.subject = withoutHidden(*text);
        } else if (const auto ids = identifiers(*text); ids.isEmpty() || (isReply && ids.size() > 1)) {
            find(Kind::BadIdentifier, key);
        } else if (isReply) {
            message.inReplyTo = ids.first();
        } else {
            message.references = ids;
        }
        return true;
    }

    void addresses(const QString &key, QByteArrayView value, MailboxList &list)
    {
        const auto text = decoded(value);
        if (!text)
            return find(Kind::NotText, key);
        if (!isOneLine(*text))
            return find(Kind::LineInField, key);
        for (const ParsedMailbox &entry : parseMailboxes(*text)) {
            if (entry.mailbox)
                list.append(*entry.mailbox);
            else
                find(Kind::BadAddress, entry.text);
        }
    }

    void find(Kind kind, const QString &text) { m_letter.findings.append({kind, text}); }

    MailtoLetter m_letter;
    QStringList m_seen;
};

} // namespace

std::optional<MailtoLetter> parseMailto(const QByteArray &url)
{
    constexpr QByteArrayView scheme = "mailto:";
    const QByteArrayView text = QByteArrayView(url).trimmed();
    if (text.size() < scheme.size() || text.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    return Reader().read(text.sliced(scheme.size()));
}

} // namespace pennypost
