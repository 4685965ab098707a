// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/Base64.h"

#include "core/mime/Base64Kernel.h"

#include <array>
#include <cstring>
#include <vector>

namespace pennypost::base64 {

namespace {

constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Two characters for each 12 bits: half the look-ups of the usual table, and 8 KiB stay in the first cache.
struct Pair
{
    char text[2];
};
constexpr auto pairs = [] {
    std::array<Pair, 4096> table{};
    for (size_t i = 0; i < table.size(); ++i)
        table[i] = {{alphabet[i >> 6], alphabet[i & 63]}};
    return table;
}();

/// The six octets from `in` as a number; compilers make one load and a byte swap of it. Reads eight.
inline quint64 sixOctets(const unsigned char *in)
{
    const quint64 eight = quint64(in[0]) << 56 | quint64(in[1]) << 48 | quint64(in[2]) << 40 |
                          quint64(in[3]) << 32 | quint64(in[4]) << 24 | quint64(in[5]) << 16 |
                          quint64(in[6]) << 8 | quint64(in[7]);
    return eight >> 16;
}

inline void put(char *out, quint64 twelveBits)
{
    std::memcpy(out, pairs[twelveBits & 0xfff].text, 2);
}

char *encodeTail(const unsigned char *in, qint64 octets, char *out)
{
    for (; octets >= 3; octets -= 3, in += 3, out += 4) {
        const quint64 bits = quint64(in[0]) << 16 | quint64(in[1]) << 8 | in[2];
        put(out, bits >> 12);
        put(out + 2, bits);
    }
    if (octets > 0) {
        const quint64 bits = quint64(in[0]) << 16 | (octets == 2 ? quint64(in[1]) << 8 : 0);
        put(out, bits >> 12);
        put(out + 2, bits);
        out[3] = '=';
        if (octets == 1)
            out[2] = '=';
        out += 4;
    }
    return out;
}

} // namespace

namespace scalar {

char *encode(const char *in, qint64 octets, char *out)
{
    const auto *from = reinterpret_cast<const unsigned char *>(in);
    for (; octets >= 8; octets -= 6, from += 6, out += 8) {
        const quint64 bits = sixOctets(from);
        put(out, bits >> 36);
        put(out + 2, bits >> 24);
        put(out + 4, bits >> 12);
        put(out + 6, bits);
    }
    return encodeTail(from, octets, out);
}

char *encodeLines(const char *in, qint64 octets, char *out)
{
    return exactLines(encode, in, octets, out);
}

} // namespace scalar

std::span<const Kernel> kernels()
{
    static const std::vector<Kernel> all = [] {
        std::vector<Kernel> found;
        for (const Kernel *kernel : {avx2Kernel(), ssse3Kernel(), neonKernel()}) {
            if (kernel)
                found.push_back(*kernel);
        }
        found.push_back({"scalar", scalar::encode, scalar::encodeLines});
        return found;
    }();
    return all;
}

char *encode(const char *in, qint64 octets, char *out)
{
    return kernels().front().encode(in, octets, out);
}

char *encodeLines(const char *in, qint64 octets, char *out)
{
    return kernels().front().encodeLines(in, octets, out);
}

} // namespace pennypost::base64
