// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/SendChecks.h"

#include "core/message/Envelope.h"
#include "core/message/ExtraHeaders.h"

#include <QFileInfo>

#include <algorithm>

namespace pennypost {

namespace {

using Kind = SendFinding::Kind;
using Level = SendFinding::Level;
using Field = SendFinding::Field;

void checkSender(const Message &message, QList<SendFinding> &findings)
{
    if (message.from.isEmpty())
        findings.append({Kind::NoSender, Level::Block, Field::From, {}});
    else if (!SmtpPath::make(message.from))
        findings.append({Kind::BrokenAddress, Level::Block, Field::From, message.from.display()});
}

void checkField(const MailboxList &mailboxes, const QList<ParsedMailbox> &typed, Field field,
                QList<SendFinding> &findings)
{
    for (const ParsedMailbox &entry : typed) {
        if (!entry.mailbox)
            findings.append({Kind::BrokenAddress, Level::Block, field, entry.text});
    }
    for (const Mailbox &mailbox : mailboxes) {
        if (!SmtpPath::make(mailbox))
            findings.append({Kind::BrokenAddress, Level::Block, field, mailbox.display()});
    }
}

void checkRecipients(const Message &message, const TypedRecipients &typed, QList<SendFinding> &findings)
{
    const auto before = findings.size();
    checkField(message.to, typed.to, Field::To, findings);
    checkField(message.cc, typed.cc, Field::Cc, findings);
    checkField(message.bcc, typed.bcc, Field::Bcc, findings);
    // With a broken entry the author has somebody in mind: one finding about it is enough.
    if (message.recipients().isEmpty() && findings.size() == before)
        findings.append({Kind::NoRecipient, Level::Block, Field::To, {}});
}

void checkText(const Message &message, QList<SendFinding> &findings)
{
    if (message.subject.trimmed().isEmpty())
        findings.append({Kind::EmptySubject, Level::Ask, Field::Subject, {}});
    const bool controls = std::any_of(message.subject.begin(), message.subject.end(),
                                      [](QChar c) { return c == u'\r' || c == u'\n' || c.isNull(); });
    if (controls)
        findings.append({Kind::ForbiddenHeader, Level::Block, Field::Subject, QStringLiteral("Subject")});
    if (message.text.trimmed().isEmpty() && message.html.trimmed().isEmpty() &&
        message.attachments.isEmpty() && !message.entity)
        findings.append({Kind::EmptyBody, Level::Ask, Field::Body, {}});
}

std::optional<Kind> fileProblem(const QString &path, qint64 size, const QDateTime &modified)
{
    const QFileInfo file(path);
    if (!file.exists())
        return Kind::MissingFile;
    if (!file.isFile() || !file.isReadable())
        return Kind::UnreadableFile;
    if (file.size() != size || (modified.isValid() && file.lastModified() != modified))
        return Kind::ChangedFile;
    return std::nullopt;
}

void checkAttachments(const Message &message, QList<SendFinding> &findings)
{
    for (const Attachment &attachment : message.attachments) {
        QString path;
        QDateTime modified;
        if (const auto *file = std::get_if<FileContent>(&attachment.content)) {
            path = file->path;
            modified = file->modified;
        } else if (const auto *blob = std::get_if<BlobContent>(&attachment.content)) {
            path = blob->path;
        } else {
            continue;
        }
        if (const auto problem = fileProblem(path, attachment.size, modified))
            findings.append({*problem, Level::Block, Field::Attachments, path});
    }
}

/// Each level in the order it was found.
QList<SendFinding> blocksFirst(const QList<SendFinding> &findings)
{
    QList<SendFinding> ordered;
    for (const Level level : {Level::Block, Level::Ask}) {
        std::copy_if(findings.begin(), findings.end(), std::back_inserter(ordered),
                     [level](const SendFinding &finding) { return finding.level == level; });
    }
    return ordered;
}

} // namespace

QList<SendFinding> checkBeforeSending(const Message &message, const TypedRecipients &typed)
{
    QList<SendFinding> findings;
    checkSender(message, findings);
    checkRecipients(message, typed, findings);
    checkText(message, findings);
    checkAttachments(message, findings);
    for (const QByteArray &name : forbiddenExtraHeaders(message))
        findings.append({Kind::ForbiddenHeader, Level::Block, Field::None, QString::fromLatin1(name)});
    return blocksFirst(findings);
}

} // namespace pennypost
