#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes SaslprepTables.cpp from RFC 3454's tables, which Python carries as its module stringprep:
    python3 core/sasl/make_saslprep_tables.py > core/sasl/SaslprepTables.cpp
RFC 3454 is bound to Unicode 3.2 for ever, so that this has to run again only when the form of the tables changes."""
import stringprep

# RFC 4013 2.3
PROHIBITED = (stringprep.in_table_c12, stringprep.in_table_c21_c22, stringprep.in_table_c3, stringprep.in_table_c4,
              stringprep.in_table_c5, stringprep.in_table_c6, stringprep.in_table_c7, stringprep.in_table_c8,
              stringprep.in_table_c9)
TABLES = (
    ("mappedToSpace", "C.1.2: spaces beyond ASCII", (stringprep.in_table_c12,)),
    ("mappedToNothing", "B.1", (stringprep.in_table_b1,)),
    ("prohibited", "C.1.2, C.2.1, C.2.2, C.3 to C.9", PROHIBITED),
    ("rightToLeft", "D.1: RandALCat", (stringprep.in_table_d1,)),
    ("leftToRight", "D.2: LCat", (stringprep.in_table_d2,)),
    ("unassigned", "A.1: what Unicode 3.2 did not have yet", (stringprep.in_table_a1,)),
)


def ranges(tests):
    first = None
    for code in range(0x110001):
        inside = code <= 0x10FFFF and any(test(chr(code)) for test in tests)
        if inside and first is None:
            first = code
        elif not inside and first is not None:
            yield first, code - 1
            first = None


def main():
    print("""// SPDX-License-Identifier: GPL-3.0-or-later
// Written by make_saslprep_tables.py: changes belong there.
#include "core/sasl/SaslprepTables.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace pennypost::saslprep_tables {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

// clang-format off""")
    for name, comment, tests in TABLES:
        cells = [f"{{0x{a:X}, 0x{b:X}}}," for a, b in ranges(tests)]
        print(f"\n/// RFC 3454 {comment}\nconstexpr Range {name}Ranges[] = {{")
        line = "   "
        for cell in cells:
            if len(line) + 1 + len(cell) > 110:
                print(line)
                line = "   "
            line += " " + cell
        print(line + "\n};")
    print("""
// clang-format on

/// In ascending order and apart, as they are.
template<size_t size>
bool isIn(const Range (&ranges)[size], char32_t code)
{
    const auto after = std::upper_bound(std::begin(ranges), std::end(ranges), code,
                                        [](char32_t c, const Range &range) { return c < range.first; });
    return after != std::begin(ranges) && code <= std::prev(after)->last;
}

} // namespace
""")
    for name, _, _ in TABLES:
        capital = name[0].upper() + name[1:]
        print(f"bool is{capital}(char32_t code)\n{{\n    return isIn({name}Ranges, code);\n}}\n")
    print("} // namespace pennypost::saslprep_tables")


main()
