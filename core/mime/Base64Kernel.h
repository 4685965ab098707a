// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mime/Base64.h"

#include <span>

namespace pennypost::base64 {

/// One way to encode, for one kind of processor. Each gives the same characters; tests and benchmarks run all
/// that this machine can run, everybody else uses Base64.h. None reads or writes beyond what is given and
/// what it becomes. Pure; any thread.
struct Kernel
{
    const char *name;
    /// As encode() and encodeLines() in Base64.h.
    char *(*encode)(const char *in, qint64 octets, char *out);
    char *(*encodeLines)(const char *in, qint64 octets, char *out);
};

/// Those that this processor can run, the fastest first, the scalar one last.
std::span<const Kernel> kernels();

/// What any processor can run, and the others their ends with.
namespace scalar {
char *encode(const char *in, qint64 octets, char *out);
char *encodeLines(const char *in, qint64 octets, char *out);
} // namespace scalar

/// Those of this architecture; null where it is another, or the processor lacks what it takes. The algorithm
/// is Muła's and Lemire's, "Faster Base64 Encoding and Decoding using AVX2 Instructions".
const Kernel *avx2Kernel();
const Kernel *ssse3Kernel();
const Kernel *neonKernel();

inline char *endLine(char *out)
{
    *out++ = '\r';
    *out++ = '\n';
    return out;
}

/// All that is given, in lines.
template<class Encode>
char *exactLines(Encode encode, const char *in, qint64 octets, char *out)
{
    while (octets > 0) {
        const qint64 now = octets < octetsPerLine ? octets : octetsPerLine;
        out = endLine(encode(in, now, out));
        in += now;
        octets -= now;
    }
    return out;
}

} // namespace pennypost::base64
