// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/submission/VectorBase64.h"

#include <algorithm>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace bench {

namespace {

constexpr size_t octetsPerLine = 57;
constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

char *endLine(char *out)
{
    *out++ = '\r';
    *out++ = '\n';
    return out;
}

char *encodeOneLine(const char *in, size_t octets, char *out)
{
    for (size_t i = 0; i < octets; i += 3) {
        unsigned bits = 0;
        for (size_t j = i; j < i + 3; ++j)
            bits = bits << 8 | (j < octets ? static_cast<unsigned char>(in[j]) : 0U);
        for (size_t j = 0; j < 4; ++j)
            *out++ = i + j > octets ? '=' : alphabet[bits >> (18 - 6 * j) & 63];
    }
    return endLine(out);
}

#if defined(__x86_64__)
/// 24 octets, 12 in each half of the register, become 32 characters.
[[gnu::target("avx2")]] inline void encode24(const char *in, char *out)
{
    const __m256i halves = _mm256_inserti128_si256(
        _mm256_castsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i *>(in))),
        _mm_loadu_si128(reinterpret_cast<const __m128i *>(in + 12)), 1);
    const __m256i spread =
        _mm256_shuffle_epi8(halves, _mm256_set_epi8(10, 11, 9, 10, 7, 8, 6, 7, 4, 5, 3, 4, 1, 2, 0, 1, 10, 11,
                                                    9, 10, 7, 8, 6, 7, 4, 5, 3, 4, 1, 2, 0, 1));
    const __m256i high = _mm256_mulhi_epu16(_mm256_and_si256(spread, _mm256_set1_epi32(0x0fc0fc00)),
                                            _mm256_set1_epi32(0x04000040));
    const __m256i low = _mm256_mullo_epi16(_mm256_and_si256(spread, _mm256_set1_epi32(0x003f03f0)),
                                           _mm256_set1_epi32(0x01000010));
    const __m256i sextets = _mm256_or_si256(high, low);
    // From a sextet's range to what must be added to it for its character.
    const __m256i offsets = _mm256_setr_epi8(65, 71, -4, -4, -4, -4, -4, -4, -4, -4, -4, -4, -19, -16, 0, 0,
                                             65, 71, -4, -4, -4, -4, -4, -4, -4, -4, -4, -4, -19, -16, 0, 0);
    const __m256i range = _mm256_sub_epi8(_mm256_subs_epu8(sextets, _mm256_set1_epi8(51)),
                                          _mm256_cmpgt_epi8(sextets, _mm256_set1_epi8(25)));
    _mm256_storeu_si256(reinterpret_cast<__m256i *>(out),
                        _mm256_add_epi8(sextets, _mm256_shuffle_epi8(offsets, range)));
}

/// 24 + 24 + 9 octets: the third step writes more than the line has, and the next line writes over it.
[[gnu::target("avx2")]] char *encodeWholeLines(const char *in, size_t lines, char *out)
{
    for (; lines > 0; --lines, in += octetsPerLine) {
        encode24(in, out);
        encode24(in + 24, out + 32);
        encode24(in + 48, out + 64);
        out = endLine(out + 76);
    }
    return out;
}
#endif

} // namespace

char *encodeLines(const char *in, size_t octets, char *out)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
        const size_t lines = octets / octetsPerLine;
        out = encodeWholeLines(in, lines, out);
        in += lines * octetsPerLine;
        octets -= lines * octetsPerLine;
    }
#endif
    while (octets > 0) {
        const size_t now = std::min(octets, octetsPerLine);
        out = encodeOneLine(in, now, out);
        in += now;
        octets -= now;
    }
    return out;
}

} // namespace bench
