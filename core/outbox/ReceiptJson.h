// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/submission/Receipt.h"

#include <QJsonObject>

namespace pennypost {

/// A Receipt as JSON and back, for the Sent list's rows.
/// `receiptFromJson(receiptToJson(r)) == r` for every receipt. Unknown members are ignored. Pure.
QJsonObject receiptToJson(const Receipt &receipt);
Receipt receiptFromJson(const QJsonObject &json);

} // namespace pennypost
