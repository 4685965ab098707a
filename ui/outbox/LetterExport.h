// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/message/Message.h"

#include <QString>

namespace pennypost {

/// Writes a sent letter's exact bytes into a file (.eml), streamed, whole or not at all. The error is a
/// reason with a path, for a person. Not on the GUI thread.
Result<void, QString> exportLetter(const Message &message, const QString &target);

/// A file name made from a subject: "Tea at five.eml".
QString exportName(const QString &subject);

} // namespace pennypost
