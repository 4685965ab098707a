// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Message.h"

#include <QJsonObject>

namespace pennypost {

/// A Message as JSON and back, for rows of the store (drafts, sent letters). Attachments by hash, path or
/// (small ones) bytes. `messageFromJson(messageToJson(m)) == m` for every message. Unknown members are
/// ignored. Pure.
QJsonObject messageToJson(const Message &message);
Message messageFromJson(const QJsonObject &json);

} // namespace pennypost
