// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/UniqueIds.h"
#include "core/drafts/Draft.h"
#include "core/message/Envelope.h"
#include "core/outbox/SentLetter.h"

#include <atomic>

namespace pennypost {

/// Letters for the outbox's tests, every member filled, always the same ones.
Message letterTo(const QStringList &recipients, const QString &subject = QStringLiteral("Tea"));
Draft draftWith(const QString &id, const Message &message);
Envelope envelopeOf(const Message &message);
/// As a server of example.net gives it at `time`; the last of the recipients refused if asked.
Receipt receiptFor(const Message &message, const QDateTime &time, bool lastRefused = false);

/// "id-1", "id-2", ...: names that a test can expect.
class CountingIds final : public UniqueIds
{
public:
    QByteArray next() override { return "id-" + QByteArray::number(++m_last); }

private:
    std::atomic_int m_last = 0;
};

} // namespace pennypost
