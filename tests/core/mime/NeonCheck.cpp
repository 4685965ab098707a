// SPDX-License-Identifier: GPL-3.0-or-later
// The kernel for ARM against the scalar one, for a processor that tests/core/mime/neon.sh emulates: no Qt
// beyond headers, no test framework.
#include "core/mime/Base64Kernel.h"

#include <cstdio>
#include <vector>

using namespace pennypost;

namespace {

using Encode = char *(*)(const char *, qint64, char *);

bool same(Encode tested, Encode known, const std::vector<char> &in, qint64 size)
{
    std::vector<char> expected(static_cast<size_t>(size)), got(expected);
    const auto octets = static_cast<qint64>(in.size());
    return known(in.data(), octets, expected.data()) == expected.data() + size &&
           tested(in.data(), octets, got.data()) == got.data() + size && got == expected;
}

} // namespace

int main()
{
    const base64::Kernel *kernel = base64::neonKernel();
    if (!kernel || base64::kernels().front().encode != kernel->encode) {
        std::puts("the kernel for ARM is not chosen");
        return 1;
    }
    constexpr size_t longest = 2000;
    quint32 seed = 1;
    for (size_t count = 0; count <= longest; ++count) {
        std::vector<char> in(count);
        for (char &octet : in) {
            seed = seed * 1664525U + 1013904223U; // the usual congruential generator
            octet = static_cast<char>(seed >> 24);
        }
        const auto octets = static_cast<qint64>(count);
        if (!same(kernel->encode, base64::scalar::encode, in, (octets + 2) / 3 * 4) ||
            !same(kernel->encodeLines, base64::scalar::encodeLines, in, base64::encodedSize(octets))) {
            std::printf("%zu octets differ\n", count);
            return 1;
        }
    }
    std::printf("0 to %zu octets: the same characters\n", longest);
    return 0;
}
