// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace bench {

/// Base64 in MIME's lines of 57 octets, by AVX2 where the processor has it (the algorithm is Muła's and
/// Lemire's, "Faster Base64 Encoding and Decoding using AVX2 Instructions"). `in` can be read for 32 octets
/// beyond its end and `out` be written for 32 beyond what is returned: one past the last line's CRLF.
char *encodeLines(const char *in, size_t octets, char *out);

} // namespace bench
