// SPDX-License-Identifier: GPL-3.0-or-later
// A body that somebody else made: what is taken goes out as it came, of the length that was told, in lines as
// the wire has them, and brings no field of the letter's own.
#include "core/mime/EntitySource.h"
#include "core/mime/MimeBuilder.h"

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

QByteArray readAll(ByteSource &source, size_t portion)
{
    std::vector<char> buffer(portion);
    QByteArray all;
    for (;;) {
        const auto count = source.read(buffer);
        require(bool(count));
        if (*count == 0)
            return all;
        all.append(buffer.data(), *count);
    }
}

/// Each LF with its CR, the last line ended.
QByteArray inWireLines(QByteArray bytes)
{
    bytes.replace("\r\n", "\n");
    bytes.replace("\n", "\r\n");
    return bytes.isEmpty() || bytes.endsWith('\n') ? bytes : QByteArray(bytes + "\r\n");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray given(reinterpret_cast<const char *>(data), qsizetype(size));
    EntitySource entity(std::make_unique<MemorySource>(given), QStringLiteral("entity"));
    if (!entity.survey())
        return 0;
    const QByteArray body = readAll(entity, 1 + size % 70);
    require(body.size() == entity.size());
    entity.rewind();
    require(readAll(entity, 4096) == body);
    require(inWireLines(given).endsWith(body));
    require(body == inWireLines(body));
    require(!body.contains('\0'));
    const QByteArray header = entity.header();
    require(header.endsWith("\r\n") && header == inWireLines(header));
    for (const QByteArray &line : header.chopped(2).split('\n'))
        require(line.startsWith(' ') || line.startsWith('\t') || line.toLower().startsWith("content-"));
    return 0;
}
