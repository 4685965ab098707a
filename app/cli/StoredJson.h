// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drafts/Draft.h"
#include "core/outbox/OutboxItem.h"
#include "core/outbox/SentLetter.h"

#include <QJsonObject>

namespace pennypost {

/// What the store holds, for scripts; --help lists the members. Bodies are whole, files by name, type and
/// size. Pure.
QJsonObject summaryJson(const DraftSummary &draft);
QJsonObject summaryJson(const OutboxItem &item);
QJsonObject summaryJson(const SentSummary &letter);
QJsonObject letterJson(const Message &message);
QJsonObject draftJson(const Draft &draft);
QJsonObject sentJson(const SentLetter &letter);

/// The same for a person: a line in a list, and a letter in full.
QString summaryLine(const DraftSummary &draft);
QString summaryLine(const OutboxItem &item);
QString summaryLine(const SentSummary &letter);
QStringList letterLines(const Message &message);
QStringList receiptLines(const SentLetter &letter);

} // namespace pennypost
