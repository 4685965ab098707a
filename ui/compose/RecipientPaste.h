// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pennypost {

/// What a person pastes or drops into an address field, as one line of entries with ", " between: lists over
/// several lines, columns of a spreadsheet (a name and an address become one entry), header fields ("To:
/// ..."), mailto: links without their query, "Name (address)". Nothing is left out: what is no address stays,
/// to be marked. Pure.
QString recipientsFromPaste(QStringView text);

} // namespace pennypost
