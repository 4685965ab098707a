// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a large attachment becomes a letter's bytes, beside what bounds it: plain QByteArray::toBase64 and
// memcpy.
//   bench_mime [--quick] [MEGABYTES]
#include "core/mime/Base64.h"
#include "core/mime/MimeBuilder.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace pennypost;

namespace {

constexpr qint64 megabyte = 1'000'000;

void report(const char *what, qint64 octets, qint64 nanoseconds)
{
    std::printf("%-44s %8.0f MB/s\n", what,
                double(octets) * 1000.0 / double(std::max<qint64>(nanoseconds, 1)));
}

Message letterWith(const Attachment &attachment)
{
    Message message;
    message.from = {{}, QStringLiteral("me"), QStringLiteral("example.org")};
    message.to = {{{}, QStringLiteral("you"), QStringLiteral("example.org")}};
    message.subject = QStringLiteral("A large file");
    message.text = QStringLiteral("Here it is.\n");
    message.messageId = "bench@example.org";
    message.date = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
    message.attachments = {attachment};
    return message;
}

/// Reads the whole letter in portions; false if it is not as long as it said.
bool drain(MimeSource &source, size_t portion)
{
    QByteArray buffer(qsizetype(portion), Qt::Uninitialized);
    qint64 total = 0;
    for (;;) {
        const auto count = source.read({buffer.data(), portion});
        if (!count)
            return false;
        if (*count == 0)
            return total == source.size();
        total += *count;
    }
}

bool measureLetter(const char *what, const Attachment &attachment, size_t portion)
{
    const auto source = buildMime(letterWith(attachment));
    if (!source)
        return false;
    QElapsedTimer timer;
    timer.start();
    const bool whole = drain(**source, portion);
    report(what, attachment.size, timer.nsecsElapsed());
    return whole;
}

} // namespace

int main(int argc, char **argv)
{
    qint64 size = 256 * megabyte;
    for (int i = 1; i < argc; ++i)
        size = std::strcmp(argv[i], "--quick") == 0 ? 4 * megabyte : std::atoll(argv[i]) * megabyte;

    QByteArray content(qsizetype(size), Qt::Uninitialized);
    for (qsizetype i = 0; i < content.size(); ++i)
        content[i] = char((i * 2654435761u) >> 13);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("large")));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return 1;
    file.close();

    Attachment onDisk;
    onDisk.fileName = QStringLiteral("large");
    onDisk.mimeType = "application/octet-stream";
    onDisk.size = size;
    onDisk.content = FileContent{file.fileName(), QFileInfo(file.fileName()).lastModified()};
    Attachment inMemory = onDisk;
    inMemory.content = MemoryContent{content};

    bool right = measureLetter("letter, file, read by 256 KiB", onDisk, 256 * 1024);
    right = measureLetter("letter, file, read by 1 MiB", onDisk, 1024 * 1024) && right;
    right = measureLetter("letter, file, read by 4 KiB", onDisk, 4096) && right;
    right = measureLetter("letter, memory, read by 256 KiB", inMemory, 256 * 1024) && right;

    QElapsedTimer timer;
    QByteArray encoded(qsizetype(base64::encodedSize(size)), Qt::Uninitialized);
    std::memset(encoded.data(), 0, size_t(encoded.size())); // so that no page is new to the runs below
    timer.start();
    base64::encodeLines(content.constData(), size, encoded.data());
    report("our kernel alone, in lines", size, timer.nsecsElapsed());
    timer.start();
    const QByteArray plain = content.toBase64();
    report("QByteArray::toBase64, one line", size, timer.nsecsElapsed());
    timer.start();
    std::memcpy(encoded.data(), content.constData(), size_t(content.size()));
    report("memcpy", size, timer.nsecsElapsed());
    return right && plain.size() == (size + 2) / 3 * 4 ? 0 : 1;
}
