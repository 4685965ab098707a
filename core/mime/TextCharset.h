// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mime/ByteSource.h"

#include <optional>

namespace pennypost {

/// The charset that a text's octets are in as far as they tell it themselves: us-ascii, utf-8, or utf-16 by
/// its mark. nullopt: some other, or no text at all (NUL). Reads all of it once, in portions, and rewinds it.
/// For attached texts, whose bytes are never touched: a reader must be told what they are. Any thread.
Result<std::optional<QByteArray>, MimeError> charsetOf(ByteSource &source);

} // namespace pennypost
