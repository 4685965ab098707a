// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Mailbox.h"

#include <QStringList>

namespace pennypost {

/// The words by whose beginnings a recipient is found: of the display name, the local part and the domain but
/// for its last label; folded (searchKey()), each once. Pure. Used by RecipientHistory.
QStringList recipientWords(const Mailbox &mailbox);

/// What somebody has typed of a recipient so far, cut the same way.
QStringList typedWords(const QString &typed);

} // namespace pennypost
