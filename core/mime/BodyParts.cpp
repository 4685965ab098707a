// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/BodyParts.h"

#include "core/message/Attachment.h"

#include <QMimeDatabase>

namespace pennypost {

BodyParts BodyParts::of(const ReceivedPart &root)
{
    BodyParts parts;
    const ReceivedPart *unparted = nullptr; ///< a multipart whose boundary was never there
    // A list instead of recursion: a letter may nest as deep as it likes.
    QList<const ReceivedPart *> waiting{&root};
    while (!waiting.isEmpty()) {
        const ReceivedPart *part = waiting.takeLast();
        if (part->isMultipart()) {
            for (auto child = part->children.crbegin(); child != part->children.crend(); ++child)
                waiting.append(&*child);
            if (part->children.isEmpty() && !unparted)
                unparted = part;
            continue;
        }
        const bool isAttached = part->disposition == "attachment" || !part->fileName.isEmpty();
        if (!isAttached && part->mimeType == "text/plain" && !parts.plain)
            parts.plain = part;
        else if (!isAttached && part->mimeType == "text/html" && !parts.html)
            parts.html = part;
        else
            parts.files.append(part);
    }
    if (!parts.plain && !parts.html)
        parts.plain = unparted; // better all of it than nothing
    return parts;
}

QString letterFileName(const QString &subject)
{
    constexpr qsizetype longest = 80;
    const QString name = subject.simplified().left(longest);
    return safeFileName((name.isEmpty() ? QStringLiteral("message") : name) + QStringLiteral(".eml"));
}

QString fileNameFor(const ReceivedPart &part)
{
    if (!part.fileName.isEmpty())
        return part.fileName;
    if (part.isLetter())
        return letterFileName(part.children.isEmpty() ? QString() : part.children.front().field("Subject"));
    const QString suffix =
        QMimeDatabase().mimeTypeForName(QString::fromLatin1(part.mimeType)).preferredSuffix();
    return suffix.isEmpty() ? QStringLiteral("attachment") : QString(u"attachment." + suffix);
}

} // namespace pennypost
