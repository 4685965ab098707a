// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mime/MimeParser.h"

namespace pennypost::letters {

/// The letter as our parser reads it; an empty part if it can't.
ReceivedPart parsed(const QByteArray &letter);
/// A part's bytes without their transfer encoding.
QByteArray partBytes(const QByteArray &letter, const ReceivedPart &part);
/// "multipart/mixed(text/plain, application/pdf)"
QByteArray outline(const ReceivedPart &part);

} // namespace pennypost::letters
