// SPDX-License-Identifier: GPL-3.0-or-later
// Any octets, cut anywhere: every kernel gives Qt's characters and nothing beyond, a source read by any
// buffers the same lines, and reading them back the same octets.
#include "core/mime/Base64.h"
#include "core/mime/Base64Kernel.h"
#include "core/mime/Base64Source.h"

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

QByteArray linesOf(const QByteArray &octets)
{
    QByteArray lines;
    for (qsizetype at = 0; at < octets.size(); at += base64::octetsPerLine)
        lines += octets.mid(at, base64::octetsPerLine).toBase64() + "\r\n";
    return lines;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const size_t step = size_t(data[0]) + 1;
    const QByteArray octets(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const QByteArray lines = linesOf(octets);
    // Vectors are allocated to the octet, so that the sanitizer sees one too many.
    const std::vector<char> in(octets.begin(), octets.end());
    for (const base64::Kernel &kernel : base64::kernels()) {
        std::vector<char> out(size_t(lines.size()));
        require(kernel.encodeLines(in.data(), octets.size(), out.data()) == out.data() + out.size());
        require(QByteArrayView(out.data(), lines.size()) == lines);
        out.resize(size_t(octets.toBase64().size()));
        require(kernel.encode(in.data(), octets.size(), out.data()) == out.data() + out.size());
        require(QByteArray::fromBase64(QByteArray(out.data(), qsizetype(out.size()))) == octets);
    }
    Base64Source source(std::make_unique<MemorySource>(octets));
    QByteArray got;
    std::vector<char> buffer(step);
    while (const auto read = source.read(buffer)) {
        if (*read == 0)
            break;
        got.append(buffer.data(), *read);
    }
    require(got == lines);
    return 0;
}
