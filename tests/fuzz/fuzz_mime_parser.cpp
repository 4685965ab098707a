// SPDX-License-Identifier: GPL-3.0-or-later
// Any letter can be read: parts lie within it and within their parents, limits hold, contents decode.
#include "core/mime/BodyParts.h"
#include "core/mime/HtmlToText.h"
#include "core/mime/MimeParser.h"

#include <QBuffer>

#include <cstdint>
#include <cstdlib>

using namespace pennypost;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

int checkPart(QBuffer &device, const ReceivedPart &part, qint64 start, qint64 end, int depth)
{
    require(depth <= 6);
    require(part.bodyOffset >= start && part.bodyLength >= 0 && part.bodyOffset + part.bodyLength <= end);
    require(!part.fileName.contains(u'/') && !part.fileName.contains(u'\n') &&
            !part.fileName.contains(QChar(0)));
    for (const ReceivedField &field : part.header)
        require(!field.name.isEmpty() && !field.value.contains(u'\n') && !field.value.contains(u'\r'));
    require(decodedBytes(device, part, 100).size() <= 100);
    QBuffer sink;
    sink.open(QIODevice::WriteOnly);
    require(copyDecoded(device, part, sink));
    // A line of uuencode says how much it holds, and blanks at its end are zeros that may be lost.
    const int most = part.transferEncoding.contains("uu") ? 32 : 1;
    require(sink.size() <= most * part.bodyLength + 2);
    (void)htmlToText(decodedText(device, part, 10'000));
    (void)BodyParts::of(part);
    int parts = 1;
    for (const ReceivedPart &child : part.children)
        parts += checkPart(device, child, part.bodyOffset, part.bodyOffset + part.bodyLength, depth + 1);
    return parts;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QBuffer device;
    device.setData(reinterpret_cast<const char *>(data), int(size));
    device.open(QIODevice::ReadOnly);
    const MimeLimits limits{.headerOctets = 16 * 1024, .allHeaderOctets = 64 * 1024, .depth = 5, .parts = 20};
    if (const auto root = parseMime(device, limits))
        require(checkPart(device, *root, 0, device.size(), 0) <= limits.parts);
    return 0;
}
