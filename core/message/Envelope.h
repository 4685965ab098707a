// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/message/Message.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace pennypost {

/// A path as MAIL and RCPT take it, without the angle brackets: UTF-8, the local part quoted as RFC 5321
/// wants it, the domain as A-labels unless the local part needs SMTPUTF8 anyway (RFC 6531 3.2). Has passed
/// `make`: no CR, LF, NUL, no blank or angle bracket outside of quotes, at most 254 octets. Only so does an
/// address reach a command.
class SmtpPath
{
public:
    /// The empty reverse-path `<>`.
    SmtpPath() = default;
    /// Fails on what is no mailbox.
    static std::optional<SmtpPath> make(const Mailbox &mailbox);

    QByteArrayView octets() const { return m_octets; }
    QString display() const { return QString::fromUtf8(m_octets); }
    bool isNull() const { return m_octets.isEmpty(); }
    bool needsSmtpUtf8() const;
    bool operator==(const SmtpPath &) const = default;

private:
    QByteArray m_octets;
};

/// For whom a letter is and where a bounce goes (RFC 5321 2.3.1). A value; any thread.
struct Envelope
{
    SmtpPath reversePath;
    QList<SmtpPath> forwardPaths; ///< in the order To, Cc, Bcc, each mailbox once

    bool needsSmtpUtf8() const;
    bool operator==(const Envelope &) const = default;
};

/// The mailbox that has no path.
struct EnvelopeError
{
    Mailbox mailbox;
};

/// From's mailbox and each recipient once. The reverse-path is From's addr-spec.
Result<Envelope, EnvelopeError> envelopeFor(const Message &message);

} // namespace pennypost
