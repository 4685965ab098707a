// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pennypost::saslprep_tables {

// The tables of RFC 3454 that RFC 4013 refers to, for one code point each. Written by
// make_saslprep_tables.py. Used by Saslprep; any thread.

bool isMappedToSpace(char32_t code);   ///< C.1.2
bool isMappedToNothing(char32_t code); ///< B.1
bool isProhibited(char32_t code);      ///< RFC 4013 2.3
bool isRightToLeft(char32_t code);     ///< D.1
bool isLeftToRight(char32_t code);     ///< D.2
bool isUnassigned(char32_t code);      ///< A.1: unknown to Unicode 3.2

} // namespace pennypost::saslprep_tables
