// SPDX-License-Identifier: GPL-3.0-or-later
// A letter from any octets, written and read again: the same text, subject, name and file, in lines that fit
// the wire; and what is read of it can be answered.
#include "core/mime/Answer.h"
#include "core/mime/MimeBuilder.h"
#include "core/mime/MimeParser.h"

#include <QBuffer>

#include <cstdint>
#include <cstdlib>
#include <vector>

using namespace pennypost;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// Lone surrogates have no UTF-8, and a reader takes a mark at the front for one of the encoding.
QString textOf(const QByteArray &octets)
{
    QString text = QString::fromUtf8(octets);
    text.remove(QChar::ByteOrderMark);
    return text;
}

QString withLineFeeds(QString text)
{
    text.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n"));
    return text.replace(u'\r', u'\n');
}

void requireFitForTheWire(const QByteArray &letter)
{
    const auto lines = letter.split('\n');
    for (qsizetype i = 0; i + 1 < lines.size(); ++i)
        require(lines[i].size() <= 999 && lines[i].endsWith('\r') && lines[i].count('\r') == 1);
    require(lines.last().isEmpty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    // No octet of UTF-8 parts the fields.
    const auto fields = QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)).split('\xff');
    Message message;
    message.from = {textOf(fields.value(0)), QStringLiteral("me"), QStringLiteral("here.example")};
    message.subject = textOf(fields.value(1));
    message.text = withLineFeeds(textOf(fields.value(2)));
    message.messageId = "1@here.example";
    message.date = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
    const QByteArray content = fields.mid(4).join('\xff');
    if (fields.size() > 3) {
        Attachment attachment;
        attachment.fileName = textOf(fields.value(3));
        attachment.mimeType = "application/octet-stream";
        attachment.size = content.size();
        attachment.content = MemoryContent{content};
        message.attachments.append(attachment);
    }
    const auto source = buildMime(message);
    if (!source)
        return 0; // a line end or NUL where there may be none
    QByteArray letter(qsizetype((*source)->size()) + 1, Qt::Uninitialized);
    const auto count = (*source)->read({letter.data(), size_t(letter.size())});
    require(count && *count == (*source)->size());
    letter.truncate(*count);
    requireFitForTheWire(letter);

    QBuffer device(&letter);
    device.open(QIODevice::ReadOnly);
    const auto root = parseMime(device);
    require(bool(root));
    require(root->children.size() == (fields.size() > 3 ? 2 : 0));
    const ReceivedPart &text = root->children.isEmpty() ? *root : root->children.front();
    QString read = decodedText(device, text, 1 << 30);
    if (root->children.isEmpty() && !message.text.isEmpty() && !message.text.endsWith(u'\n'))
        read.chop(1); // alone in a letter its last line is ended
    require(read == message.text);
    if (fields.size() > 3) {
        require(decodedBytes(device, root->children.last(), 1 << 30) == content);
        require(root->children.last().fileName == safeFileName(message.attachments.front().fileName));
    }
    const OriginalLetter original = readOriginal(device, *root);
    require(original.from.size() == 1 && original.from.front().sameAddress(message.from));
    Message answered = answer(original, AnswerTo::All, {}, QStringLiteral("They wrote:"));
    answered.from = {{}, QStringLiteral("me"), QStringLiteral("here.example")};
    answered.messageId = "2@here.example";
    answered.date = message.date;
    require(bool(buildMime(answered)));
    return 0;
}
