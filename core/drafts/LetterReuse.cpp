// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drafts/LetterReuse.h"

#include "core/mime/BodyParts.h"
#include "core/mime/MimeParameter.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace pennypost {

namespace {

using Kind = ReuseError::Kind;

/// Opened, and as its parser has it.
struct OpenLetter
{
    QFile file;
    ReceivedPart root;
};

Result<void, ReuseError> open(OpenLetter &letter, const QString &path)
{
    letter.file.setFileName(path);
    // A pipe would be waited for without an end.
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile())
        return Failure{ReuseError{Kind::CannotRead, path}};
    if (!letter.file.open(QIODevice::ReadOnly))
        return Failure{ReuseError{Kind::CannotRead, path + u": " + letter.file.errorString()}};
    auto root = parseMime(letter.file);
    if (!root && root.error() == MimeParseError::HeaderTooLong)
        return Failure{ReuseError{Kind::NoLetter, path}};
    if (!root)
        return Failure{ReuseError{Kind::CannotRead, path + u": " + letter.file.errorString()}};
    if (root->header.isEmpty())
        return Failure{ReuseError{Kind::NoLetter, path}};
    letter.root = std::move(*root);
    return {};
}

/// The one of `own` that is among `mailboxes`, if any.
const Mailbox *ownAmong(const MailboxList &mailboxes, const MailboxList &own)
{
    for (const Mailbox &mailbox : mailboxes) {
        const auto found = std::find_if(own.begin(), own.end(), [&](const Mailbox &each) {
            return addressKey(each) == addressKey(mailbox);
        });
        if (found != own.end())
            return &*found;
    }
    return nullptr;
}

Mailbox senderFor(const OriginalLetter &original, Reuse as, const MailboxList &own)
{
    const MailboxList recipients = original.to + original.cc + original.bcc + original.deliveredTo;
    const Mailbox *wrote = ownAmong(original.from, own);
    const Mailbox *got = ownAmong(recipients, own);
    const Mailbox *sender = as == Reuse::EditAsNew || !got ? wrote : got;
    if (sender)
        return *sender;
    return own.isEmpty() ? Mailbox() : own.front();
}

/// Says whether a text was left as it was, which another one is not.
bool isSignatureType(const ReceivedPart &part)
{
    return part.mimeType == "application/pgp-signature" || part.mimeType == "application/pkcs7-signature" ||
           part.mimeType == "application/x-pkcs7-signature";
}

/// Those of multipart/signed (RFC 1847 2.1); any other one is a file that somebody attached.
QSet<const ReceivedPart *> signaturesOf(const ReceivedPart &root)
{
    QSet<const ReceivedPart *> signatures;
    QList<const ReceivedPart *> waiting{&root};
    while (!waiting.isEmpty()) {
        const ReceivedPart *part = waiting.takeLast();
        if (part->mimeType == "multipart/signed" && part->children.size() > 1 &&
            isSignatureType(part->children[1]))
            signatures.insert(&part->children[1]);
        for (const ReceivedPart &child : part->children)
            waiting.append(&child);
    }
    return signatures;
}

/// Has more parts than are read.
bool isCut(const ReceivedPart &root)
{
    QList<const ReceivedPart *> waiting{&root};
    while (!waiting.isEmpty()) {
        const ReceivedPart *part = waiting.takeLast();
        if (part->isCut)
            return true;
        for (const ReceivedPart &child : part->children)
            waiting.append(&child);
    }
    return false;
}

/// With what a text is in and what an invitation asks, which go along with the octets.
QByteArray typeOf(const ReceivedPart &part)
{
    QByteArray type = part.mimeType;
    const ParsedField field = parseFieldWithParameters(part.field("Content-Type").toUtf8());
    for (const char *name : {"charset", "method"}) {
        const QByteArray value = field.parameter(name).toLatin1();
        if (isMimeToken(value))
            type += QByteArray("; ") + name + '=' + value;
    }
    return type;
}

Result<Attachment, ReuseError> captured(OpenLetter &letter, const ReceivedPart &part, const BlobStore &blobs)
{
    auto blob = blobs.captureWritten(part.bodyLength,
                                     [&](QIODevice &sink) { return copyDecoded(letter.file, part, sink); });
    if (!blob && blob.error().kind == StoreError::Kind::CannotRead)
        return Failure{
            ReuseError{Kind::CannotRead, letter.file.fileName() + u": " + letter.file.errorString()}};
    if (!blob)
        return Failure{ReuseError{Kind::NotKept, {}, blob.error()}};
    Attachment attachment;
    attachment.fileName = fileNameFor(part);
    attachment.mimeType = typeOf(part);
    attachment.size = blob->size;
    attachment.content = blob->content;
    return attachment;
}

Result<void, ReuseError> attachFiles(Message &message, OpenLetter &letter, const BlobStore &blobs)
{
    const QList<const ReceivedPart *> files = BodyParts::of(letter.root).files;
    const QSet<const ReceivedPart *> signatures = signaturesOf(letter.root);
    for (const ReceivedPart *part : files) {
        if (signatures.contains(part))
            continue;
        auto attachment = captured(letter, *part, blobs);
        if (!attachment)
            return Failure{attachment.error()};
        message.attachments.append(std::move(*attachment));
    }
    return {};
}

Result<void, ReuseError> attachWhole(Message &message, const OriginalLetter &original,
                                     const OpenLetter &letter, const BlobStore &blobs)
{
    auto blob = blobs.capture(letter.file.fileName());
    if (!blob)
        return Failure{ReuseError{Kind::NotKept, {}, blob.error()}};
    Attachment attachment;
    attachment.fileName = letterFileName(original.subject);
    attachment.mimeType = "message/rfc822";
    attachment.size = blob->size;
    attachment.content = blob->content;
    message.attachments.append(std::move(attachment));
    return {};
}

QString paragraph(const QString &lines)
{
    return u"<p>" + lines.toHtmlEscaped().replace(u'\n', QLatin1StringView("<br>")) + u"</p>\n";
}

/// The rich form of what answer() and passedOn() made of the text, if the original had one.
QString richBody(const OriginalLetter &original, Reuse as, const ReuseWords &words)
{
    const QString lean = words.lean && !original.html.isEmpty() ? words.lean(original.html) : QString();
    if (lean.isEmpty())
        return {};
    const QString begin = QStringLiteral("<html><body>\n"), end = QStringLiteral("</body></html>\n");
    const QString room = QStringLiteral("<p><br></p>\n<p><br></p>\n");
    if (as == Reuse::EditAsNew)
        return begin + lean + end;
    if (as == Reuse::Forward)
        return begin + room + paragraph(words.headline(original)) + lean + end;
    return begin + room + paragraph(words.attribution(original)) + u"<blockquote>\n" + lean +
           u"</blockquote>\n" + end;
}

Message asNew(const OriginalLetter &original)
{
    Message message;
    message.to = original.to;
    message.cc = original.cc;
    message.bcc = original.bcc;
    message.subject = original.subject;
    message.text = original.text;
    message.inReplyTo = original.inReplyTo;
    message.references = original.references;
    return message;
}

Message messageFor(const OriginalLetter &original, Reuse as, const MailboxList &own, const ReuseWords &words)
{
    // Below an empty line, on which one begins to write.
    const QString room = QStringLiteral("\n\n");
    switch (as) {
    case Reuse::EditAsNew:
        return asNew(original);
    case Reuse::Reply:
    case Reuse::ReplyToAll: {
        Message message = answer(original, as == Reuse::Reply ? AnswerTo::Sender : AnswerTo::All, own,
                                 words.attribution(original));
        if (!message.text.isEmpty())
            message.text.prepend(room);
        return message;
    }
    case Reuse::Forward: {
        Message message = passedOn(original, words.headline(original));
        message.text.prepend(room);
        return message;
    }
    case Reuse::ForwardAttached:
        break;
    }
    Message message = passedOn(original, {});
    message.text.clear();
    return message;
}

} // namespace

Result<Draft, ReuseError> reuseLetter(const QString &file, Reuse as, const MailboxList &own,
                                      const ReuseWords &words, const BlobStore &blobs)
{
    OpenLetter letter;
    if (auto opened = open(letter, file); !opened)
        return Failure{opened.error()};
    const OriginalLetter original = readOriginal(letter.file, letter.root);
    Draft draft;
    draft.message = messageFor(original, as, own, words);
    draft.message.from = senderFor(original, as, own);
    if (as != Reuse::ForwardAttached) {
        draft.message.html = richBody(original, as, words);
        draft.rich = !draft.message.html.isEmpty();
    }
    if (as == Reuse::EditAsNew || as == Reuse::Forward) {
        if (auto attached = attachFiles(draft.message, letter, blobs); !attached)
            return Failure{attached.error()};
    }
    // What can't be taken apart goes along whole, so that nothing of it is lost.
    const bool takesAll = as == Reuse::EditAsNew || as == Reuse::Forward;
    if (as == Reuse::ForwardAttached || (takesAll && isCut(letter.root))) {
        if (auto attached = attachWhole(draft.message, original, letter, blobs); !attached)
            return Failure{attached.error()};
    }
    return draft;
}

bool isUnsentLetter(const QString &file)
{
    OpenLetter letter;
    return open(letter, file) && letter.root.field("X-Unsent").trimmed() == u"1";
}

} // namespace pennypost
