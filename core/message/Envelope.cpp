// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/Envelope.h"

#include "core/message/AddressSyntax.h"

#include <QSet>

#include <algorithm>

namespace pennypost {

namespace {

/// RFC 5321 4.5.3.1.3 allows a path of 256 octets with its angle brackets.
constexpr qsizetype longestPath = 254;
constexpr qsizetype longestLocalPart = 64;

bool isEightBit(QByteArrayView octets)
{
    return std::any_of(octets.begin(), octets.end(), [](char c) { return uchar(c) > 0x7f; });
}

/// On the octets, not the characters: what counts is what a careless conversion would put on the wire.
bool hasControlOctet(QByteArrayView octets)
{
    return std::any_of(octets.begin(), octets.end(), [](char c) { return uchar(c) < 0x20 || c == 0x7f; });
}

/// The domain in U-labels. IDNA takes three more full stops for separators (RFC 3490 3.1); SMTP takes one.
QString unicodeDomain(const QString &domain)
{
    QString unified = domain.normalized(QString::NormalizationForm_C).toLower();
    for (const QChar stop : {u'\u3002', u'\uff0e', u'\uff61'})
        unified.replace(stop, u'.');
    return unified;
}

} // namespace

std::optional<SmtpPath> SmtpPath::make(const Mailbox &mailbox)
{
    const QString ascii = asciiDomain(mailbox.domain);
    if (mailbox.localPart.isEmpty() || ascii.isEmpty() || hasRefusedCharacter(mailbox.localPart))
        return std::nullopt;
    const QByteArray local = smtpLocalPart(mailbox.localPart).toUtf8();
    const bool unicode = isEightBit(local);
    const QByteArray domain = (unicode ? unicodeDomain(mailbox.domain) : ascii).toUtf8();
    SmtpPath path;
    path.m_octets = local + '@' + domain;
    if (local.size() > longestLocalPart || path.m_octets.size() > longestPath ||
        hasControlOctet(path.m_octets))
        return std::nullopt;
    return path;
}

bool SmtpPath::needsSmtpUtf8() const
{
    return isEightBit(m_octets);
}

bool Envelope::needsSmtpUtf8() const
{
    return reversePath.needsSmtpUtf8() || std::any_of(forwardPaths.begin(), forwardPaths.end(),
                                                      [](const auto &p) { return p.needsSmtpUtf8(); });
}

Result<Envelope, EnvelopeError> envelopeFor(const Message &message)
{
    Envelope envelope;
    const auto reverse = SmtpPath::make(message.from);
    if (!reverse)
        return Failure{EnvelopeError{message.from}};
    envelope.reversePath = *reverse;

    // The same mailbox in two fields, or in two spellings of its domain, gets the letter once.
    QSet<QString> seen;
    for (const Mailbox &recipient : message.recipients()) {
        const auto path = SmtpPath::make(recipient);
        if (!path)
            return Failure{EnvelopeError{recipient}};
        const QString key = recipient.localPart % u'@' % asciiDomain(recipient.domain).toLower();
        if (seen.contains(key))
            continue;
        seen.insert(key);
        envelope.forwardPaths.append(*path);
    }
    return envelope;
}

} // namespace pennypost
