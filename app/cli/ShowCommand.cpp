// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ShowCommand.h"

#include "app/cli/CauseText.h"
#include "core/message/MailboxParser.h"
#include "core/mime/MimeParser.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>

#include <optional>
#include <utility>
#include <vector>

namespace pennypost {

namespace {

using L = QLatin1StringView;

/// Of a part's text in an object: no letter that a person wrote is longer.
constexpr qint64 longestText = 1 << 20;

/// Counts what is written and keeps none of it.
class Counter final : public QIODevice
{
public:
    qint64 count() const { return m_count; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        m_count += size;
        return size;
    }

private:
    qint64 m_count = 0;
};

std::optional<qint64> decodedSize(QIODevice &letter, const ReceivedPart &part)
{
    Counter counter;
    counter.open(QIODevice::WriteOnly);
    return copyDecoded(letter, part, counter) ? std::optional(counter.count()) : std::nullopt;
}

bool isText(const ReceivedPart &part)
{
    return part.mimeType.startsWith("text/") && part.disposition != "attachment";
}

QJsonArray mailboxesJson(const ReceivedField &field)
{
    QJsonArray mailboxes;
    for (const ParsedMailbox &entry : parseMailboxes(field.value)) {
        if (entry.mailbox)
            mailboxes.append(QJsonObject{{L("name"), entry.mailbox->displayName},
                                         {L("address"), entry.mailbox->addrSpec()}});
    }
    return mailboxes;
}

QJsonArray headerJson(const ReceivedPart &part)
{
    QJsonArray header;
    for (const ReceivedField &field : part.header) {
        QJsonObject object{{L("name"), QString::fromLatin1(field.name)}, {L("value"), field.value}};
        if (field.isOfMailboxes)
            object.insert(L("mailboxes"), mailboxesJson(field));
        header.append(object);
    }
    return header;
}

/// Shows one letter; each method goes through its parts from the first to the last, a parent ahead of its
/// children.
class Shower
{
public:
    explicit Shower(QIODevice &letter) : m_letter(letter) {}

    /// nullopt if the letter can't be read any more.
    std::optional<QJsonObject> json(const ReceivedPart &part) // NOLINT(misc-no-recursion): MimeLimits::depth
    {
        QJsonObject object{{L("header"), headerJson(part)},
                           {L("type"), QString::fromLatin1(part.mimeType)},
                           {L("charset"), QString::fromLatin1(part.charset)},
                           {L("disposition"), QString::fromLatin1(part.disposition)},
                           {L("fileName"), part.fileName},
                           {L("contentId"), QString::fromUtf8(part.contentId)},
                           {L("encoding"), QString::fromLatin1(part.transferEncoding)},
                           {L("offset"), part.bodyOffset},
                           {L("length"), part.bodyLength},
                           {L("isCut"), part.isCut}};
        QJsonArray parts;
        for (const ReceivedPart &child : part.children) {
            const auto shown = json(child);
            if (!shown)
                return std::nullopt;
            parts.append(*shown);
        }
        object.insert(L("parts"), parts);
        if (part.isMultipart())
            return object;
        const auto size = decodedSize(m_letter, part);
        if (!size)
            return std::nullopt;
        object.insert(L("size"), *size);
        if (isText(part)) {
            object.insert(L("text"), decodedText(m_letter, part, longestText));
            object.insert(L("textIsWhole"), *size <= longestText);
        }
        return object;
    }

    /// A line a part: "1.2  image/png, 1,234 octets, "cat.png"".
    std::optional<QString> tree(const ReceivedPart &root)
    {
        QString lines;
        std::vector<std::pair<const ReceivedPart *, QString>> waiting{{&root, QString()}};
        while (!waiting.empty()) {
            const auto [part, number] = waiting.back();
            waiting.pop_back();
            QString line = QString::fromLatin1(part->mimeType);
            if (!part->charset.isEmpty())
                line += u"; " + QString::fromLatin1(part->charset);
            if (!part->isMultipart()) {
                const auto size = decodedSize(m_letter, *part);
                if (!size)
                    return std::nullopt;
                line += u", " + QLocale::c().toString(*size) + (*size == 1 ? u" octet" : u" octets");
            }
            if (!part->fileName.isEmpty())
                line += u", \"" + part->fileName + u'"';
            if (part->isCut)
                line += u", not read to its end";
            const auto depth = number.isEmpty() ? 0 : number.count(u'.') + 1;
            lines +=
                QString(depth * 2, u' ') + (number.isEmpty() ? line : QString(number + u"  " + line)) + u'\n';
            for (qsizetype i = part->children.size(); i-- > 0;) {
                const QString place = QString::number(i + 1);
                waiting.emplace_back(&part->children[i],
                                     number.isEmpty() ? place : QString(number + u'.' + place));
            }
        }
        return lines.chopped(1);
    }

private:
    QIODevice &m_letter;
};

} // namespace

ExitCode runShow(const ShowLetter &options, Console &console)
{
    const auto fail = [&](MimeError::Kind kind, const QString &detail = {}) {
        return console.fail(cliError(MimeError{kind, options.file, detail}));
    };
    QFile file(options.file);
    if (!QFileInfo::exists(options.file))
        return fail(MimeError::Kind::FileMissing);
    // A pipe can't be read twice, and a folder not at all.
    if (!QFileInfo(options.file).isFile())
        return fail(MimeError::Kind::FileUnreadable);
    if (!file.open(QIODevice::ReadOnly))
        return fail(MimeError::Kind::FileUnreadable, file.errorString());
    const auto root = parseMime(file);
    if (!root && root.error() == MimeParseError::HeaderTooLong)
        return console.fail(
            {ExitCode::Data,
             QStringLiteral("BadLetter"),
             QString(u"this is no letter: its header has no end: " + options.file.simplified()),
             {}});
    if (!root)
        return fail(MimeError::Kind::FileUnreadable, file.errorString());
    Shower shower(file);
    if (console.json()) {
        auto object = shower.json(*root);
        if (!object)
            return fail(MimeError::Kind::FileChanged);
        object->insert(L("exitCode"), int(ExitCode::Ok));
        console.say(*object);
        return console.ended(ExitCode::Ok);
    }
    const auto tree = shower.tree(*root);
    if (!tree)
        return fail(MimeError::Kind::FileChanged);
    for (const ReceivedField &field : root->header)
        console.say(QString(QString::fromLatin1(field.name) + u": " + field.value));
    console.say(QString());
    console.say(*tree);
    return console.ended(ExitCode::Ok);
}

} // namespace pennypost
