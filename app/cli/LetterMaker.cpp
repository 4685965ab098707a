// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/LetterMaker.h"

#include "app/cli/CauseText.h"
#include "core/message/MailboxParser.h"

#include <QFile>
#include <QFileInfo>
#include <QUtf8StringView>

#include <algorithm>

namespace pennypost {

namespace {

/// A letter's text is typed by somebody; what is larger is an attachment.
constexpr qint64 largestText = 64LL << 20;

CliError fileError(const QString &path, const QString &detail)
{
    if (!QFileInfo::exists(path))
        return cliError(MimeError{MimeError::Kind::FileMissing, path, {}});
    return cliError(MimeError{MimeError::Kind::FileUnreadable, path, detail});
}

Result<QString, CliError> textOf(QByteArray bytes, const QString &name)
{
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes.remove(0, 3);
    if (!QUtf8StringView(bytes).isValidUtf8())
        return Failure{
            CliError{ExitCode::Data, QStringLiteral("BadText"), QString(name + u" is not UTF-8"), {}}};
    QString text = QString::fromUtf8(bytes);
    text.replace(u"\r\n"_qs, u"\n"_qs);
    text.replace(u'\r', u'\n');
    return text;
}

Result<QString, CliError> readText(const QString &path, StandardInput &input)
{
    if (path.isEmpty())
        return QString();
    if (path == u"-") {
        const auto bytes = input.readRest(largestText);
        if (!bytes && input.wasStopped())
            return Failure{cancelledError()};
        if (!bytes)
            return Failure{CliError{ExitCode::NoInput,
                                    QStringLiteral("InputUnreadable"),
                                    QStringLiteral("standard input can't be read or is no text"),
                                    {}}};
        return textOf(*bytes, QStringLiteral("standard input"));
    }
    QFile file(path);
    if (QFileInfo(path).isDir())
        return Failure{fileError(path, QStringLiteral("it is a folder"))};
    if (!file.open(QIODevice::ReadOnly)) // a pipe may be one: --text <(command)
        return Failure{fileError(path, file.errorString())};
    const QByteArray bytes = file.read(largestText + 1);
    if (file.error() != QFileDevice::NoError)
        return Failure{fileError(path, file.errorString())};
    if (bytes.size() > largestText)
        return Failure{CliError{ExitCode::Data,
                                QStringLiteral("BadText"),
                                QString(path + u" is too large for a text: --attach it"),
                                {}}};
    return textOf(bytes, path);
}

Result<Attachment, CliError> attach(const QString &path, Attachment::Disposition disposition)
{
    const QFileInfo info(path);
    QFile file(path);
    // A pipe or device has no size that could be told beforehand.
    if (info.exists() && !info.isFile())
        return Failure{fileError(path, info.isDir() ? QStringLiteral("it is a folder")
                                                    : QStringLiteral("it is not a regular file"))};
    if (!file.open(QIODevice::ReadOnly))
        return Failure{fileError(path, file.errorString())};
    Attachment attachment;
    attachment.fileName = safeFileName(info.fileName());
    attachment.mimeType = mimeTypeFor(attachment.fileName, file.read(4096));
    attachment.disposition = disposition;
    attachment.size = info.size();
    attachment.content = FileContent{info.absoluteFilePath(), info.lastModified()};
    if (disposition == Attachment::Disposition::Inline)
        attachment.contentId = contentIdFor(info.fileName());
    return attachment;
}

QByteArray withoutAngles(const QString &id)
{
    const QByteArray bytes = id.trimmed().toUtf8();
    return bytes.startsWith('<') && bytes.endsWith('>') ? bytes.mid(1, bytes.size() - 2) : bytes;
}

/// 1*msg-id of RFC 5322 3.6.4, which needs no blank between two of them; without their <>.
QList<QByteArray> identifiersOf(const QString &value)
{
    QList<QByteArray> ids;
    QString apart = value;
    apart.replace(QLatin1StringView("><"), QLatin1StringView("> <")).replace(u'\t', u' ');
    const auto words = apart.split(u' ', Qt::SkipEmptyParts);
    for (const auto &word : words)
        ids.append(withoutAngles(word));
    return ids;
}

/// The fields that a Message knows by themselves go there, so that they are written as their RFC wants it.
Result<void, CliError> addHeader(const QString &header, Message &message)
{
    const auto colon = header.indexOf(u':');
    const QByteArray name = header.left(qMax(colon, qsizetype(0))).toUtf8();
    if (colon < 1)
        return Failure{CliError{ExitCode::Data,
                                QStringLiteral("BadHeader"),
                                QString(u"--header wants 'Name: value', not " + header.simplified()),
                                {}}};
    const QString value =
        header.mid(colon + 1).startsWith(u' ') ? header.mid(colon + 2) : header.mid(colon + 1);
    const QByteArray lower = name.toLower();
    if (lower == "reply-to" && message.replyTo.isEmpty()) {
        auto replyTo = readMailboxes({value}, QStringLiteral("Reply-To"));
        if (!replyTo)
            return Failure{replyTo.error()};
        message.replyTo = *replyTo;
    } else if (lower == "in-reply-to" && message.inReplyTo.isEmpty()) {
        // A Message answers one letter; an answer to several is a field of its own.
        const auto ids = identifiersOf(value);
        if (ids.size() > 1)
            message.extraHeaders.append({name, QString::fromUtf8('<' + ids.join("> <") + '>')});
        else
            message.inReplyTo = ids.value(0);
    } else if (lower == "references" && message.references.isEmpty()) {
        message.references = identifiersOf(value);
    } else {
        message.extraHeaders.append({name, value});
    }
    return {};
}

Result<void, CliError> addFiles(const QStringList &paths, Attachment::Disposition disposition,
                                Message &message)
{
    for (const auto &path : paths) {
        auto attachment = attach(path, disposition);
        if (!attachment)
            return Failure{attachment.error()};
        const bool taken =
            !attachment->contentId.isEmpty() &&
            std::any_of(message.attachments.begin(), message.attachments.end(),
                        [&](const Attachment &other) { return other.contentId == attachment->contentId; });
        if (taken)
            return usageError(u"two --inline files are called cid:" +
                              QString::fromLatin1(attachment->contentId));
        message.attachments.append(*attachment);
    }
    return {};
}

Result<void, CliError> addAddresses(const LetterOptions &options, Message &message)
{
    const struct
    {
        const QStringList &values;
        QString option;
        MailboxList &list;
    } fields[] = {{options.to, QStringLiteral("--to"), message.to},
                  {options.cc, QStringLiteral("--cc"), message.cc},
                  {options.bcc, QStringLiteral("--bcc"), message.bcc}};
    for (const auto &field : fields) {
        auto mailboxes = readMailboxes(field.values, field.option);
        if (!mailboxes)
            return Failure{mailboxes.error()};
        field.list = *mailboxes;
    }
    if (options.from.isEmpty())
        return {};
    const auto from = parseMailbox(options.from);
    if (!from.mailbox)
        return Failure{badAddress(QStringLiteral("--from"), options.from, from.error)};
    message.from = *from.mailbox;
    return {};
}

Result<void, CliError> addIdentity(const LetterOptions &options, Message &message)
{
    message.messageId = withoutAngles(options.messageId);
    if (options.date.isEmpty())
        return {};
    const auto date = QDateTime::fromString(options.date, Qt::ISODate);
    if (!date.isValid())
        return usageError(u"--date wants ISO 8601, as 2026-05-01T09:30:00+02:00, not " + options.date);
    if (date.date().year() < 1900 || date.date().year() > 9999) // RFC 5322, 3.3
        return usageError(u"--date wants a year from 1900 to 9999, not " + options.date);
    message.date = date.toOffsetFromUtc(date.offsetFromUtc());
    return {};
}

} // namespace

Result<Message, CliError> makeLetter(const LetterOptions &options, const Mailbox &from, StandardInput &input)
{
    Message message;
    message.from = from;
    message.subject = options.subject;
    if (auto added = addAddresses(options, message); !added)
        return Failure{added.error()};
    if (auto added = addIdentity(options, message); !added)
        return Failure{added.error()};
    for (const auto &header : options.headers) {
        if (auto added = addHeader(header, message); !added)
            return Failure{added.error()};
    }
    const auto text = readText(options.text, input);
    if (!text)
        return Failure{text.error()};
    message.text = *text;
    message.dateInUtc = options.utc;
    if (options.utc && message.date.isValid())
        message.date = message.date.toUTC();
    if (options.flowed)
        message.textForm = Message::TextForm::Flowed;
    const auto html = readText(options.html, input);
    if (!html)
        return Failure{html.error()};
    message.html = *html;
    if (!options.entity.isEmpty()) {
        auto entity = attach(options.entity, Attachment::Disposition::Attachment);
        if (!entity)
            return Failure{entity.error()};
        message.entity = std::move(*entity);
    }
    if (auto added = addFiles(options.inlined, Attachment::Disposition::Inline, message); !added)
        return Failure{added.error()};
    if (auto added = addFiles(options.attach, Attachment::Disposition::Attachment, message); !added)
        return Failure{added.error()};
    return message;
}

Result<MailboxList, CliError> readMailboxes(const QStringList &values, const QString &option)
{
    MailboxList mailboxes;
    for (const auto &value : values) {
        // Pasted into a window, a line end parts two addresses; in an argument nobody means one.
        if (value.contains(u'\r') || value.contains(u'\n'))
            return Failure{badAddress(option, value, MailboxError::ControlCharacter)};
        const auto entries = parseMailboxes(value);
        if (entries.isEmpty())
            return Failure{badAddress(option, value, MailboxError::Empty)};
        for (const auto &entry : entries) {
            if (!entry.mailbox)
                return Failure{badAddress(option, entry.text, entry.error)};
            mailboxes.append(*entry.mailbox);
        }
    }
    return mailboxes;
}

QByteArray contentIdFor(const QString &fileName)
{
    QByteArray id;
    for (const QChar c : safeFileName(fileName)) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
                           c == u'.' || c == u'_' || c == u'-';
        id.append(plain ? char(c.unicode()) : '-');
    }
    return id;
}

} // namespace pennypost
