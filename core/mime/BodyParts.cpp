// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/BodyParts.h"

#include "core/message/Attachment.h"

#include <QMimeDatabase>

namespace pennypost {

BodyParts BodyParts::of(const ReceivedPart &root)
{
    /// A part, and the outermost multipart/alternative that it is in.
    struct Place
    {
        const ReceivedPart *part;
        const ReceivedPart *alternative;
    };
    BodyParts parts;
    const ReceivedPart *bodyAlternative = nullptr;
    QList<const ReceivedPart *> unparted; // multiparts whose boundary was never there
    // A list instead of recursion: a letter may nest as deep as it likes.
    QList<Place> waiting{{&root, nullptr}};
    while (!waiting.isEmpty()) {
        const auto [part, outer] = waiting.takeLast();
        if (part->isMultipart()) {
            const bool isFirstAlternative = !outer && part->mimeType == "multipart/alternative";
            for (auto child = part->children.crbegin(); child != part->children.crend(); ++child)
                waiting.append(Place{&*child, isFirstAlternative ? part : outer});
            if (part->children.isEmpty())
                unparted.append(part);
            continue;
        }
        const bool isAttached = part->disposition == "attachment" || !part->fileName.isEmpty();
        const bool isPlain = part->mimeType == "text/plain";
        const bool isText = !isAttached && (isPlain || part->mimeType == "text/html");
        const ReceivedPart *&place = isPlain ? parts.plain : parts.html;
        const bool isFirst = !parts.plain && !parts.html;
        // The same in another form only where the letter says so (RFC 2046 5.1.4); else it is another text.
        const bool isOtherForm = !isFirst && outer && outer == bodyAlternative && !place;
        if (isText && (isFirst || isOtherForm)) {
            place = part;
            bodyAlternative = outer;
        } else {
            parts.files.append(part);
        }
    }
    if (!parts.plain && !parts.html && !unparted.isEmpty())
        parts.plain = unparted.takeFirst(); // better all of it than nothing
    parts.files += unparted;
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
