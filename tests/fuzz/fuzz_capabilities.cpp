// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/Capabilities.h"
#include "core/smtp/Command.h"
#include "core/smtp/ReplyParser.h"
#include "core/smtp/ServerSoftware.h"

#include <QSet>

#include <algorithm>
#include <cstdlib>

using namespace pennypost;

namespace {

void demand(bool holds)
{
    if (!holds)
        std::abort();
}

bool isUpperCase(const QByteArray &word)
{
    return std::none_of(word.cbegin(), word.cend(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Asks for all that there is to ask for.
Transaction demanding(const QDateTime &now)
{
    Transaction transaction;
    transaction.envelope.reversePath =
        *SmtpPath::make({{}, QStringLiteral("ä"), QStringLiteral("example.org")});
    transaction.size = 4711;
    transaction.eightBitBody = true;
    transaction.options.notify.failure = true;
    transaction.options.envelopeId = "an id+=";
    transaction.options.deliverBy = DeliveryOptions::DeliverBy{};
    transaction.options.holdUntil = now.addSecs(3600);
    transaction.options.priority = 3;
    transaction.options.requireTls = true;
    transaction.begun = now;
    return transaction;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const char *data, size_t size);

/// Whatever a server offers: values in their ranges, each mechanism once and in upper case, and of MAIL a
/// single line.
int LLVMFuzzerTestOneInput(const char *data, size_t size)
{
    ReplyParser parser;
    parser.feed(QByteArrayView(data, qsizetype(size)));
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
    while (const auto reply = parser.next()) {
        const Capabilities offered = parseCapabilities(*reply);
        softwareOf(*reply);
        demand(offered.sizeLimit >= 0);
        demand(offered.limits.mails >= 0 && offered.limits.recipients >= 0 && offered.limits.domains >= 0);
        demand(!offered.deliverBy || offered.deliverBy->count() >= 0);
        demand(!offered.futureRelease || offered.futureRelease->longest.count() >= 0);
        QSet<QByteArray> mechanisms;
        for (const QByteArray &mechanism : offered.authMechanisms) {
            demand(!mechanism.isEmpty() && isUpperCase(mechanism) && !mechanisms.contains(mechanism));
            mechanisms.insert(mechanism);
        }
        const Transaction transaction = demanding(now);
        const QByteArray missing = command::missingExtension(transaction.options, offered, true, now);
        demand(!missing.contains('\r') && !missing.contains('\n'));
        const QByteArray mail = command::mailFrom(transaction, offered);
        demand(mail.endsWith("\r\n") && mail.count('\n') == 1 && mail.count('\r') == 1);
    }
    return 0;
}
