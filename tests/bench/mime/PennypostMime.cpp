// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pennypost's side of tests/bench/mime, a task a process:
//
//     write FILE         a letter with the file attached, to standard output
//     small COUNT        so many small letters, made and read out one after the other
//     open FILE.eml      its structure, and what is attached decoded to nowhere
//     header COUNT ALL   headers with so many recipients each, ALL of them together
//     typed COUNT ALL    so many recipients as a person types them, parsed, likewise
//     kernel NAME MB     base64 in memory by one of our kernels; prints whether there is such a one

#include "core/message/MailboxParser.h"
#include "core/mime/Base64Kernel.h"
#include "core/mime/MimeBuilder.h"
#include "core/mime/MimeParser.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string>
#include <unistd.h>
#include <vector>

using namespace pennypost;

namespace {

constexpr qsizetype portion = qsizetype(256) * 1024;

Message letter(int number)
{
    Message message;
    message.from = {{}, QStringLiteral("alice"), QStringLiteral("example.org")};
    message.to = {{QStringLiteral("Bob"), QStringLiteral("bob"), QStringLiteral("example.org")}};
    message.subject = QStringLiteral("A letter");
    for (int i = 0; i < 16; ++i)
        message.text +=
            QStringLiteral("The quick brown fox jumps over the lazy dog, and nobody wonders why.\n");
    message.messageId = QByteArray::number(number) + "@example.org";
    message.date = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
    return message;
}

MailboxList people(int count)
{
    MailboxList list;
    for (int i = 0; i < count; ++i) {
        const QString number = QString::number(i);
        list.append({u"Jos\u00e9 Person " + number, u"person" + number, QStringLiteral("example.org")});
    }
    return list;
}

class NoDevice final : public QIODevice
{
protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override { return size; }
};

bool toOutput(const char *data, qint64 size)
{
    while (size > 0) {
        const ssize_t written = ::write(STDOUT_FILENO, data, size_t(size));
        if (written < 0)
            return false;
        data += written;
        size -= written;
    }
    return true;
}

bool write(const QString &path)
{
    const QFileInfo file(path);
    Attachment attachment;
    attachment.fileName = file.fileName();
    attachment.mimeType = "application/octet-stream";
    attachment.size = file.size();
    attachment.content = FileContent{file.absoluteFilePath(), file.lastModified()};
    Message message = letter(1);
    message.attachments = {attachment};
    const auto source = buildMime(message);
    if (!source)
        return false;
    std::vector<char> buffer(portion);
    for (;;) {
        const auto count = (*source)->read(buffer);
        if (!count || !toOutput(buffer.data(), *count))
            return false;
        if (*count == 0)
            return true;
    }
}

bool small(int count)
{
    std::vector<char> buffer(portion);
    for (int i = 0; i < count; ++i) {
        const auto source = buildMime(letter(i));
        if (!source || (*source)->read(buffer).valueOr(0) != (*source)->size())
            return false;
    }
    return true;
}

bool open(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const auto root = parseMime(file);
    if (!root)
        return false;
    NoDevice nowhere;
    nowhere.open(QIODevice::WriteOnly);
    return std::all_of(root->children.begin(), root->children.end(),
                       [&](const ReceivedPart &part) { return copyDecoded(file, part, nowhere); });
}

bool header(int count, int all)
{
    Message message = letter(1);
    message.to = people(count);
    for (int left = all; left > 0; left -= count) {
        if (!buildMime(message))
            return false;
    }
    return true;
}

bool typed(int count, int all)
{
    QString text;
    for (const Mailbox &each : people(count))
        text += u'"' + each.displayName + u"\" <" + each.localPart + u'@' + each.domain + u">, ";
    for (int left = all; left > 0; left -= count) {
        if (parseMailboxes(text).size() != count)
            return false;
    }
    return true;
}

bool kernel(const char *name, qint64 megabytes)
{
    const auto all = base64::kernels();
    const auto found = std::find_if(all.begin(), all.end(), [name](const base64::Kernel &each) {
        return std::strcmp(each.name, name) == 0;
    });
    if (found == all.end())
        return false;
    constexpr qint64 block = base64::octetsPerLine * 4096; // stays in the second cache
    const std::vector<char> in(size_t(block), 'x');
    std::vector<char> out(size_t(base64::encodedSize(block)));
    for (qint64 left = megabytes * 1'000'000; left > 0; left -= block)
        found->encodeLines(in.data(), block, out.data());
    return true;
}

bool run(int argc, char **argv)
{
    const std::string task = argv[1];
    const QString file = QString::fromLocal8Bit(argv[2]);
    const int count = file.toInt();
    if (task == "write")
        return write(file);
    if (task == "small")
        return small(count);
    if (task == "open")
        return open(file);
    if (task == "header")
        return argc > 3 && header(count, std::atoi(argv[3]));
    if (task == "typed")
        return argc > 3 && typed(count, std::atoi(argv[3]));
    return task == "kernel" && argc > 3 && kernel(argv[2], std::atoll(argv[3]));
}

} // namespace

int main(int argc, char **argv)
{
    return argc > 2 && run(argc, argv) ? 0 : 1;
}
