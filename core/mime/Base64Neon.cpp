// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/Base64Kernel.h"

#if defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace pennypost::base64 {

#if defined(__aarch64__)

namespace {

constexpr qint64 step = 48, stepOut = 64;

/// 48 octets become 64 characters: loaded as three rows of 16, stored as four.
inline void encodeStep(const char *in, char *out, const uint8x16x4_t &alphabet)
{
    const uint8x16x3_t octets = vld3q_u8(reinterpret_cast<const uint8_t *>(in));
    const uint8x16_t six = vdupq_n_u8(0x3f);
    uint8x16x4_t sextets;
    sextets.val[0] = vshrq_n_u8(octets.val[0], 2);
    sextets.val[1] = vandq_u8(vorrq_u8(vshlq_n_u8(octets.val[0], 4), vshrq_n_u8(octets.val[1], 4)), six);
    sextets.val[2] = vandq_u8(vorrq_u8(vshlq_n_u8(octets.val[1], 2), vshrq_n_u8(octets.val[2], 6)), six);
    sextets.val[3] = vandq_u8(octets.val[2], six);
    for (uint8x16_t &row : sextets.val)
        row = vqtbl4q_u8(alphabet, row);
    vst4q_u8(reinterpret_cast<uint8_t *>(out), sextets);
}

uint8x16x4_t loadAlphabet()
{
    return vld1q_u8_x4(reinterpret_cast<const uint8_t *>(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"));
}

char *encodeByRows(const char *in, qint64 octets, char *out)
{
    const uint8x16x4_t alphabet = loadAlphabet();
    for (; octets >= step; octets -= step, in += step, out += stepOut)
        encodeStep(in, out, alphabet);
    return scalar::encode(in, octets, out);
}

char *encodeLinesByRows(const char *in, qint64 octets, char *out)
{
    return exactLines(encodeByRows, in, octets, out);
}

} // namespace

const Kernel *neonKernel()
{
    static constexpr Kernel kernel{"NEON", encodeByRows, encodeLinesByRows};
    return &kernel; // every processor of this architecture has it
}

#else

const Kernel *neonKernel()
{
    return nullptr;
}

#endif

} // namespace pennypost::base64
