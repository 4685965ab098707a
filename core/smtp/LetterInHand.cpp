// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/LetterInHand.h"

#include "core/smtp/Capabilities.h"

#include <QSet>

#include <limits>
#include <utility>

namespace pennypost {

namespace {

/// What is kept of each refusal of a recipient: there may be thousands, each as long as ReplyParser lets it.
constexpr qsizetype refusalOctets = qsizetype(4) * 1024;

QByteArray domainOf(const SmtpPath &path)
{
    const QByteArrayView octets = path.octets();
    return octets.sliced(octets.lastIndexOf('@') + 1).toByteArray().toLower();
}

} // namespace

LetterInHand::LetterInHand(Transaction transaction_)
    : transaction(std::move(transaction_)),
      waiting(transaction.envelope.forwardPaths),
      delivering(transaction.partialRefusal == Transaction::PartialRefusal::DeliverToRest)
{
}

void LetterInHand::chooseForm(const Capabilities &capabilities)
{
    if (!transaction.eightBitSize || !capabilities.eightBitMime)
        return;
    eightBit = true;
    transaction.eightBitBody = true;
    transaction.size = *transaction.eightBitSize;
}

bool LetterInHand::offerMore(const Capabilities &capabilities, int most)
{
    offered.clear();
    taken.clear();
    sent = 0;
    answered = 0;
    mailSent = false;
    dataSent = false;
    chunked = false;
    tried = false;
    onTrial = false;
    chunksTaken = 0;
    inOneFlight = false;
    QList<SmtpPath> &source = waiting.isEmpty() ? heard : waiting;

    int room = std::numeric_limits<int>::max();
    for (const int limit : {most, capabilities.limits.recipients}) {
        if (limit > 0)
            room = std::min(room, limit);
    }
    const int domains = capabilities.limits.domains;
    if (domains == 0 && source.size() <= room) {
        offered.swap(source);
        return !offered.isEmpty();
    }
    QSet<QByteArray> chosen;
    QList<SmtpPath> left;
    for (SmtpPath &path : source) {
        const QByteArray domain = domains > 0 ? domainOf(path) : QByteArray();
        const bool fits = domains == 0 || chosen.contains(domain) || chosen.size() < domains;
        if (fits && offered.size() < room) {
            chosen.insert(domain);
            offered.append(std::move(path));
        } else {
            left.append(std::move(path));
        }
    }
    source = left;
    return !offered.isEmpty();
}

qsizetype LetterInHand::accepted() const
{
    return taken.size() + heard.size() + delivered.size();
}

void LetterInHand::refuse(const SmtpPath &path, const Reply &reply)
{
    refused.append({path.display(), reply.shortened(refusalOctets)});
}

} // namespace pennypost
