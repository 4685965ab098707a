// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/Base64Kernel.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace pennypost::base64 {

#if defined(__x86_64__)

namespace {

/// Octets that become a register of characters: each 12 of them, in a load of 16, 16 characters.
constexpr qint64 narrowStep = 12, narrowLoad = 16, narrowOut = 16;
constexpr qint64 wideStep = 24, wideLoad = 28, wideOut = 32;
/// The end of a line, 9 octets, is a narrow step that loads so much of the next line.
constexpr qint64 lineReadsAhead = 48 + narrowLoad - octetsPerLine;

// From a sextet's range to what must be added to it for its character: A-Z, a-z, 0-9, + and /.
#define PENNYPOST_OFFSETS 65, 71, -4, -4, -4, -4, -4, -4, -4, -4, -4, -4, -19, -16, 0, 0
// Each three octets twice, so that a multiplication can move their sextets to where they belong.
#define PENNYPOST_SPREAD 1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10

[[gnu::target("ssse3")]] inline void narrow(const char *in, char *out)
{
    const __m128i spread = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i *>(in)),
                                            _mm_setr_epi8(PENNYPOST_SPREAD));
    const __m128i high =
        _mm_mulhi_epu16(_mm_and_si128(spread, _mm_set1_epi32(0x0fc0fc00)), _mm_set1_epi32(0x04000040));
    const __m128i low =
        _mm_mullo_epi16(_mm_and_si128(spread, _mm_set1_epi32(0x003f03f0)), _mm_set1_epi32(0x01000010));
    const __m128i sextets = _mm_or_si128(high, low);
    const __m128i range =
        _mm_sub_epi8(_mm_subs_epu8(sextets, _mm_set1_epi8(51)), _mm_cmpgt_epi8(sextets, _mm_set1_epi8(25)));
    _mm_storeu_si128(reinterpret_cast<__m128i *>(out),
                     _mm_add_epi8(sextets, _mm_shuffle_epi8(_mm_setr_epi8(PENNYPOST_OFFSETS), range)));
}

[[gnu::target("avx2")]] inline void wide(const char *in, char *out)
{
    const __m256i halves = _mm256_inserti128_si256(
        _mm256_castsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i *>(in))),
        _mm_loadu_si128(reinterpret_cast<const __m128i *>(in + narrowStep)), 1);
    const __m256i spread = _mm256_shuffle_epi8(halves, _mm256_setr_epi8(PENNYPOST_SPREAD, PENNYPOST_SPREAD));
    const __m256i high = _mm256_mulhi_epu16(_mm256_and_si256(spread, _mm256_set1_epi32(0x0fc0fc00)),
                                            _mm256_set1_epi32(0x04000040));
    const __m256i low = _mm256_mullo_epi16(_mm256_and_si256(spread, _mm256_set1_epi32(0x003f03f0)),
                                           _mm256_set1_epi32(0x01000010));
    const __m256i sextets = _mm256_or_si256(high, low);
    const __m256i range = _mm256_sub_epi8(_mm256_subs_epu8(sextets, _mm256_set1_epi8(51)),
                                          _mm256_cmpgt_epi8(sextets, _mm256_set1_epi8(25)));
    const __m256i offsets = _mm256_setr_epi8(PENNYPOST_OFFSETS, PENNYPOST_OFFSETS);
    _mm256_storeu_si256(reinterpret_cast<__m256i *>(out),
                        _mm256_add_epi8(sextets, _mm256_shuffle_epi8(offsets, range)));
}

#undef PENNYPOST_OFFSETS
#undef PENNYPOST_SPREAD

[[gnu::target("ssse3")]] char *encodeNarrow(const char *in, qint64 octets, char *out)
{
    for (; octets >= narrowLoad; octets -= narrowStep, in += narrowStep, out += narrowOut)
        narrow(in, out);
    return scalar::encode(in, octets, out);
}

[[gnu::target("avx2")]] char *encodeWide(const char *in, qint64 octets, char *out)
{
    for (; octets >= wideLoad; octets -= wideStep, in += wideStep, out += wideOut)
        wide(in, out);
    return encodeNarrow(in, octets, out);
}

[[gnu::target("ssse3")]] char *encodeNarrowLines(const char *in, qint64 octets, char *out)
{
    for (; octets >= octetsPerLine + lineReadsAhead; octets -= octetsPerLine, in += octetsPerLine) {
        for (int i = 0; i < 5; ++i)
            narrow(in + i * narrowStep, out + i * narrowOut);
        out = endLine(out + charactersPerLine);
    }
    return exactLines(encodeNarrow, in, octets, out);
}

[[gnu::target("avx2")]] char *encodeWideLines(const char *in, qint64 octets, char *out)
{
    for (; octets >= octetsPerLine + lineReadsAhead; octets -= octetsPerLine, in += octetsPerLine) {
        wide(in, out);
        wide(in + wideStep, out + wideOut);
        narrow(in + 2 * wideStep, out + 2 * wideOut);
        out = endLine(out + charactersPerLine);
    }
    return exactLines(encodeWide, in, octets, out);
}

} // namespace

const Kernel *ssse3Kernel()
{
    static constexpr Kernel kernel{"SSSE3", encodeNarrow, encodeNarrowLines};
    return __builtin_cpu_supports("ssse3") ? &kernel : nullptr;
}

const Kernel *avx2Kernel()
{
    static constexpr Kernel kernel{"AVX2", encodeWide, encodeWideLines};
    return __builtin_cpu_supports("avx2") ? &kernel : nullptr;
}

#else

const Kernel *ssse3Kernel()
{
    return nullptr;
}

const Kernel *avx2Kernel()
{
    return nullptr;
}

#endif

} // namespace pennypost::base64
