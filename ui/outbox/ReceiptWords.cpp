// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/ReceiptWords.h"

#include "ui/common/Bidi.h"
#include "ui/common/Fingerprint.h"
#include "ui/common/SizeText.h"
#include "ui/common/TlsText.h"

#include <QLocale>

namespace pennypost {

namespace {

QString replyText(const Reply &reply)
{
    return reply.code ? QString(QString::number(reply.code) + u' ' + reply.text()) : QString();
}

} // namespace

QString ReceiptWords::title(const SentLetter &letter)
{
    if (letter.settledByHand)
        return tr("You said that this letter arrived");
    const bool whole = letter.receipt.refused.isEmpty() && letter.leftOut().isEmpty();
    return whole ? tr("The server took this letter")
                 : tr("The server took this letter, but not for everyone");
}

QList<ReceiptWords::Line> ReceiptWords::lines(const SentLetter &letter, const QString &account)
{
    const Receipt &receipt = letter.receipt;
    const QLocale locale;
    QList<Line> lines;
    const auto add = [&](const QString &label, const QString &value) {
        if (!value.isEmpty())
            lines.append({label, value});
    };
    add(tr("Subject"), letter.message.subject);
    add(letter.settledByHand ? tr("Decided") : tr("Accepted"),
        locale.toString(receipt.time.toLocalTime(), QLocale::LongFormat));
    add(tr("From"), letter.message.from.isEmpty() ? account : letter.message.from.display());
    if (!receipt.host.isEmpty()) {
        add(tr("Server"), tr("%1, port %2").arg(Bidi::value(receipt.host), QString::number(receipt.port)));
        if (receipt.address != receipt.host) // once is enough
            add(tr("Its address"), receipt.address);
        add(tr("Calls itself"), receipt.serverName);
        add(tr("Encryption"), receipt.tls.isNull()
                                  ? tr("None: it went in clear")
                                  : tr("%1, %2").arg(Bidi::value(tlsText(receipt.tls.protocol)),
                                                     Bidi::value(receipt.tls.cipher)));
        const PeerCertificate &peer = receipt.tls.certificate;
        if (!peer.isNull()) {
            add(tr("Certificate"),
                peer.issuer.isEmpty()
                    ? peer.subject
                    : tr("%1, by %2").arg(Bidi::value(peer.subject), Bidi::value(peer.issuer)));
            add(tr("Fingerprint (SHA-256)"), Fingerprint::line(peer.sha256));
        }
        add(tr("Signed in by"),
            receipt.mechanism.isEmpty() ? tr("Nothing: no sign-in") : QString::fromLatin1(receipt.mechanism));
    }
    add(tr("Server’s words"), replyText(receipt.finalReply));
    add(tr("Size"), receipt.octets ? sizeText(receipt.octets) : QString());
    add(tr("Message-ID"), QString::fromUtf8(letter.message.messageId));
    return lines;
}

QList<ReceiptWords::Recipient> ReceiptWords::recipients(const SentLetter &letter)
{
    QList<Recipient> recipients;
    for (const RefusedPath &path : letter.receipt.refused)
        recipients.append({path.path, tr("Refused: %1").arg(replyText(path.reply)), true});
    for (const QString &path : letter.leftOut())
        recipients.append({path, tr("Not sent to: it was sent to the others only"), true});
    for (const QString &path : letter.receipt.accepted)
        recipients.append({path, letter.settledByHand ? tr("Addressed") : tr("Accepted"), false});
    return recipients;
}

QString ReceiptWords::asText(const SentLetter &letter, const QString &account)
{
    QStringList text{title(letter), {}};
    for (const Line &line : lines(letter, account))
        text.append(tr("%1: %2").arg(line.label, QString(line.value).replace(u'\n', u' ')));
    text.append(QString());
    for (const Recipient &recipient : recipients(letter))
        text.append(tr("%1: %2").arg(recipient.address, recipient.words));
    return text.join(u'\n') + u'\n';
}

} // namespace pennypost
