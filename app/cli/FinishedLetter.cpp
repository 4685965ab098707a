// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/FinishedLetter.h"

#include "app/cli/CauseText.h"
#include "core/message/MailboxParser.h"
#include "core/mime/MimeBuilder.h"
#include "core/mime/MimeParser.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <utility>

namespace pennypost {

namespace {

/// A field's value for the mailbox parser: undecoded, for a decoded name may hold commas.
QString unfolded(const ReceivedField &field)
{
    QByteArray value = field.raw.mid(field.raw.indexOf(':') + 1);
    value.replace("\r", "");
    value.replace("\n", "");
    return QString::fromUtf8(value.trimmed());
}

/// Of every field of that name; an empty group ("undisclosed-recipients:;") has nobody in it.
Result<MailboxList, CliError> mailboxesOf(const ReceivedPart &letter, QByteArrayView name)
{
    MailboxList all;
    for (const auto &field : letter.header) {
        if (QByteArrayView(field.name).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        const auto entries = parseMailboxes(unfolded(field));
        for (const auto &entry : entries) {
            if (!entry.mailbox)
                return Failure{badAddress(QString::fromLatin1(name), entry.text, entry.error)};
            all.append(*entry.mailbox);
        }
    }
    return all;
}

Result<Message, CliError> headerOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Failure{cliError(MimeError{MimeError::Kind::FileUnreadable, path, file.errorString()})};
    const auto letter = parseMime(file);
    if (!letter)
        return Failure{cliError(MimeError{MimeError::Kind::BadEncoding, path, {}})};
    Message header;
    const std::array<std::pair<QByteArrayView, MailboxList *>, 3> fields{
        {{"To", &header.to}, {"Cc", &header.cc}, {"Bcc", &header.bcc}}};
    for (const auto &[name, list] : fields) {
        auto mailboxes = mailboxesOf(*letter, name);
        if (!mailboxes)
            return Failure{mailboxes.error()};
        *list = *mailboxes;
    }
    auto from = mailboxesOf(*letter, "From");
    if (!from)
        return Failure{from.error()};
    if (!from->isEmpty())
        header.from = from->first();
    header.subject = letter->field("Subject");
    QByteArray id = letter->field("Message-ID").trimmed().toUtf8();
    if (id.startsWith('<') && id.endsWith('>'))
        id = id.mid(1, id.size() - 2);
    header.messageId = id;
    header.date = QDateTime::fromString(letter->field("Date"), Qt::RFC2822Date);
    return header;
}

CliError spoolError(const QString &detail)
{
    return {ExitCode::IoError, QStringLiteral("InputUnreadable"),
            QStringLiteral("the letter on standard input could not be kept"), detail};
}

} // namespace

Result<FinishedLetter, CliError> FinishedLetter::open(const QString &path, StandardInput &input,
                                                      const QString &folder)
{
    FinishedLetter letter;
    QString file = path;
    if (path == u"-") {
        letter.spool =
            std::make_unique<QTemporaryFile>(QDir(folder).filePath(QStringLiteral("input-XXXXXX.eml")));
        if (!letter.spool->open() || !input.copyRest(*letter.spool) || !letter.spool->flush())
            return Failure{input.wasStopped() ? cancelledError() : spoolError(letter.spool->errorString())};
        file = letter.spool->fileName();
    } else if (const QFileInfo info(path); info.exists() && !info.isFile()) {
        return Failure{
            cliError(MimeError{MimeError::Kind::FileUnreadable, path, QStringLiteral("not a regular file")})};
    }
    auto source = openEml(QFileInfo(file).absoluteFilePath());
    if (!source) {
        MimeError error = source.error();
        error.subject = letter.spool ? QStringLiteral("standard input") : path;
        return Failure{cliError(error)};
    }
    letter.source = std::move(*source);
    auto header = headerOf(file);
    if (!header)
        return Failure{header.error()};
    letter.header = *header;
    return letter;
}

} // namespace pennypost
