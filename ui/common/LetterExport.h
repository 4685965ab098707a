// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/message/Message.h"

#include <QString>

namespace pennypost {

/// Writes a letter's exact bytes into a file (.eml), streamed, whole and on the disk or not at all: what
/// buildMime() makes of it and `pennypost-cli build` prints, and so without Bcc. A file of that name is
/// replaced: whoever asked for the name has asked. The error is a reason with a path, for a person.
/// `eightBit`: as Receipt::eightBitBody has it. Not on the GUI thread.
Result<void, QString> exportLetter(const Message &message, const QString &target, bool eightBit = false);

/// A file name made from a subject, fit for each of our systems: "Tea at five.eml".
QString exportName(const QString &subject);

} // namespace pennypost
