// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/ReceivedLetter.h"

#include "core/mime/BodyParts.h"
#include "core/mime/HtmlToText.h"
#include "ui/outbox/ReadableText.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace pennypost {

namespace {

constexpr qint64 bodyOctets = 1 << 20;
constexpr qint64 pictureOctets = 8 << 20;
constexpr qint64 allPicturesOctets = 32 << 20;
constexpr qint64 sourceOctets = 1 << 20;
constexpr qint64 countedOctets = 1 << 20;
constexpr qsizetype fieldCharacters = 500;

/// Reads what is shown of a letter and notes what is attached.
class Reader
{
public:
    Reader(QIODevice &device, ReceivedLetter &letter) : m_device(device), m_letter(letter) {}

    void read(const ReceivedPart &root)
    {
        const BodyParts parts = BodyParts::of(root);
        if (parts.plain)
            m_letter.text = withShortLines(decodedText(m_device, *parts.plain, bodyOctets));
        if (parts.html)
            takeHtml(decodedText(m_device, *parts.html, bodyOctets));
        for (const ReceivedPart *part : parts.files) {
            takePicture(*part);
            addFile(*part);
        }
    }

private:
    void takeHtml(const QString &html)
    {
        if (!nestsTooDeep(html))
            m_letter.html = withBreakableWords(html);
        else if (m_letter.text.isEmpty())
            m_letter.text = withShortLines(htmlToText(html));
    }

    void takePicture(const ReceivedPart &part)
    {
        if (part.contentId.isEmpty() || !part.mimeType.startsWith("image/") ||
            m_pictureOctets > allPicturesOctets)
            return;
        const QByteArray bytes = decodedBytes(m_device, part, pictureOctets);
        m_pictureOctets += bytes.size();
        m_letter.pictures.insert(QString::fromUtf8(part.contentId), bytes);
    }

    void addFile(const ReceivedPart &part)
    {
        m_letter.files.append({fileNameFor(part), QString::fromLatin1(part.mimeType), sizeOf(part), part});
    }

    /// Of what is large an estimate does. Base64 in lines of 76: 57 octets make 78.
    qint64 sizeOf(const ReceivedPart &part) const
    {
        if (part.bodyLength <= countedOctets)
            return decodedBytes(m_device, part, countedOctets).size();
        return part.transferEncoding == "base64" ? part.bodyLength * 57 / 78 : part.bodyLength;
    }

    QIODevice &m_device;
    ReceivedLetter &m_letter;
    qint64 m_pictureOctets = 0;
};

} // namespace

std::pair<qint64, QDateTime> stampOf(const QString &path)
{
    const QFileInfo info(path);
    return {info.size(), info.lastModified()};
}

Result<ReceivedLetter, QString> readLetter(const QString &path)
{
    QFile file(path);
    if (const QFileInfo info(path);
        info.exists() && !info.isFile()) // a pipe would be waited for without an end
        return Failure{path};
    if (!file.open(QIODevice::ReadOnly))
        return Failure{QString(path + u": " + file.errorString())};
    const auto root = parseMime(file);
    if (!root || root->header.isEmpty()) // nothing that could be answered
        return Failure{QString()};
    ReceivedLetter letter;
    letter.file = path;
    // A label is no place for ten thousand recipients; the header's page has them all.
    const auto field = [&](QByteArrayView name) {
        const QString value = root->field(name);
        return value.size() > fieldCharacters ? QString(value.left(fieldCharacters) + u'…') : value;
    };
    letter.from = field("From");
    letter.to = field("To");
    letter.cc = field("Cc");
    letter.subject = field("Subject");
    letter.date = field("Date");
    for (const ReceivedField &line : root->header)
        letter.header += withShortLines(QString::fromLatin1(line.name) + u": " + line.value) + u'\n';
    Reader(file, letter).read(*root);
    file.seek(0);
    letter.source = withShortLines(QString::fromUtf8(file.read(sourceOctets)));
    letter.sourceCut = file.size() > sourceOctets;
    letter.stamp = stampOf(path);
    return letter;
}

Result<void, QString> saveAttachment(const QString &letter, const ReceivedPart &part, const QString &target)
{
    QFile source(letter);
    if (!source.open(QIODevice::ReadOnly))
        return Failure{QString(letter + u": " + source.errorString())};
    QSaveFile sink(target);
    if (!sink.open(QIODevice::WriteOnly) || !copyDecoded(source, part, sink) || !sink.commit())
        return Failure{QString(target + u": " + sink.errorString())};
    return {};
}

} // namespace pennypost
