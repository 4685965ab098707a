// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/FinishedLetter.h"

#include "app/cli/CauseText.h"
#include "core/message/MailboxParser.h"
#include "core/mime/DateField.h"
#include "core/mime/EncodedWord.h"
#include "core/mime/MimeBuilder.h"
#include "core/mime/MimeParser.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

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
Result<MailboxList, CliError> mailboxesOf(const QList<ReceivedField> &header, QByteArrayView name)
{
    MailboxList all;
    for (const auto &field : header) {
        if (QByteArrayView(field.name).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        const auto entries = parseMailboxes(unfolded(field));
        for (const auto &entry : entries) {
            if (!entry.mailbox)
                return Failure{badAddress(QString::fromLatin1(name), entry.text, entry.error)};
            Mailbox mailbox = *entry.mailbox;
            mailbox.displayName = sanitisedValue(decodedEncodedWords(mailbox.displayName.toUtf8()));
            all.append(std::move(mailbox));
        }
    }
    return all;
}

/// From, To, Cc and Bcc, or with `prefix` "Resent-" those of a resending.
Result<Message, CliError> addressesOf(const QList<ReceivedField> &header, const QByteArray &prefix)
{
    Message addresses;
    MailboxList from;
    const std::array<std::pair<QByteArray, MailboxList *>, 4> fields{{{prefix + "From", &from},
                                                                      {prefix + "To", &addresses.to},
                                                                      {prefix + "Cc", &addresses.cc},
                                                                      {prefix + "Bcc", &addresses.bcc}}};
    for (const auto &[name, list] : fields) {
        auto mailboxes = mailboxesOf(header, name);
        if (!mailboxes)
            return Failure{mailboxes.error()};
        *list = *mailboxes;
    }
    if (!from.isEmpty())
        addresses.from = from.first();
    return addresses;
}

/// Each resending puts its own block ahead of the older ones. It ends with a field of another kind, or where
/// a field comes again, for none may stand twice in a block.
QList<ReceivedField> firstResentBlock(const QList<ReceivedField> &header)
{
    QList<ReceivedField> block;
    QSet<QByteArray> seen;
    for (const auto &field : header) {
        const QByteArray name = field.name.toLower();
        const bool belongs = name.startsWith("resent-") && !seen.contains(name);
        if (!belongs && !block.isEmpty())
            break;
        if (belongs) {
            seen.insert(name);
            block.append(field);
        }
    }
    return block;
}

Result<void, CliError> readHeader(const QString &path, FinishedLetter &letter)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Failure{cliError(MimeError{MimeError::Kind::FileUnreadable, path, file.errorString()})};
    const auto read = parseMime(file);
    if (!read)
        return Failure{cliError(MimeError{MimeError::Kind::BadEncoding, path, {}})};
    auto header = addressesOf(read->header, {});
    if (!header)
        return Failure{header.error()};
    auto resent = addressesOf(firstResentBlock(read->header), "Resent-");
    if (!resent)
        return Failure{resent.error()};
    const bool isResent = !resent->to.isEmpty() || !resent->cc.isEmpty() || !resent->bcc.isEmpty();
    letter.addresses = isResent ? *resent : *header;
    letter.header = *header;
    letter.header.subject = read->field("Subject");
    QByteArray id = read->field("Message-ID").trimmed().toUtf8();
    if (id.startsWith('<') && id.endsWith('>'))
        id = id.mid(1, id.size() - 2);
    letter.header.messageId = id;
    letter.header.date = dateFromField(read->field("Date"));
    return {};
}

CliError spoolError(const QString &detail)
{
    if (detail.isEmpty())
        return {ExitCode::NoInput,
                QStringLiteral("InputUnreadable"),
                QStringLiteral("standard input can't be read"),
                {}};
    return {ExitCode::IoError, QStringLiteral("InputUnreadable"),
            QStringLiteral("the letter on standard input could not be kept"), detail};
}

} // namespace

Result<FinishedLetter, CliError> FinishedLetter::open(const QString &path, StandardInput &input,
                                                      const QString &folder, bool dotEnds)
{
    FinishedLetter letter;
    QString file = path;
    if (path == u"-") {
        auto spool = InputSpool::fill(folder, input, dotEnds);
        if (!spool)
            return Failure{input.wasStopped() ? cancelledError() : spoolError(spool.error())};
        letter.spool = std::move(*spool);
        file = letter.spool->path();
    } else if (const QFileInfo info(path); info.exists() && !info.isFile()) {
        return Failure{
            cliError(MimeError{MimeError::Kind::FileUnreadable, path,
                               info.isDir() ? QStringLiteral("it is a folder")
                                            : QStringLiteral("it is not a regular file: use --eml -")})};
    }
    auto source = openEml(QFileInfo(file).absoluteFilePath());
    if (!source) {
        MimeError error = source.error();
        error.subject = letter.spool ? QStringLiteral("standard input") : path;
        return Failure{cliError(error)};
    }
    letter.source = std::move(*source);
    if (auto read = readHeader(file, letter); !read)
        return Failure{read.error()};
    return letter;
}

} // namespace pennypost
