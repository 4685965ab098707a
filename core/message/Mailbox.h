// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

namespace pennypost {

/// A mailbox of RFC 5322 3.4: an optional display name and an addr-spec. A value that holds the *meaning*:
/// the display name without quotes, the local part without quotes or escapes, the domain in Unicode as typed
/// (case kept) or a literal with its brackets. Text for a header comes from HeaderEncoder, for a command from
/// Envelope, for a person from `display()`. Made by MailboxParser or from trusted parts. Any thread.
struct Mailbox
{
    QString displayName;
    QString localPart;
    QString domain;

    bool isEmpty() const { return localPart.isEmpty() && domain.isEmpty(); }

    /// local-part@domain with the local part quoted where RFC 5321 4.1.2 asks for it. Unicode.
    QString addrSpec() const;
    /// `Display Name <addr-spec>` with the name quoted where it must be; parses back to the same Mailbox.
    QString display() const;
    /// Same destination: local parts equal to the letter, domains without regard to case and IDNA form.
    bool sameAddress(const Mailbox &other) const;

    bool operator==(const Mailbox &) const = default;
};

using MailboxList = QList<Mailbox>;

/// The domain in its A-label form for the wire and for comparing (lower case), literals unchanged; empty if
/// IDNA has no such form.
QString asciiDomain(const QString &domain);

} // namespace pennypost

Q_DECLARE_METATYPE(pennypost::Mailbox)
