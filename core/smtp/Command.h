// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/smtp/Capabilities.h"
#include "core/smtp/SubmissionDialogue.h"
#include "core/smtp/Transaction.h"

#include <QByteArray>

namespace pennypost::command {

/// The lines of RFC 5321 4.1.1 with their CRLF, ready for the wire. Arguments are typed, so that nothing can
/// carry a line end into one: paths are SmtpPaths, sizes are numbers, names pass `isHelloName`. Used by
/// SubmissionDialogue.

/// An address literal or a host name in letters, digits, hyphens and dots: what may stand behind EHLO.
bool isHelloName(QByteArrayView name);

QByteArray hello(QByteArrayView verb, QByteArrayView name);
/// SIZE (RFC 1870), BODY (RFC 6152) and SMTPUTF8 (RFC 6531) only where they are offered and of use. The
/// letter's own options are said as they are: whether they are offered is asked before.
QByteArray mailFrom(const Transaction &transaction, const Capabilities &capabilities);
QByteArray rcptTo(const SmtpPath &path, const DeliveryOptions &options = {});
/// An announced piece of the letter, which follows the line at once (RFC 3030 2).
QByteArray bdat(qint64 octets, bool last);

/// RFC 3461 4: what may hold any octet, as what may stand in a parameter.
QByteArray xtext(QByteArrayView octets);

/// A command without arguments: "DATA".
SendLines::Line plain(QByteArrayView verb);

/// Whether a letter asks for SMTPUTF8: in its envelope or in its headers.
bool needsSmtpUtf8(const Transaction &transaction);

/// What of the letter's options the server does not offer, or only less of: "DSN", "FUTURERELEASE (at most
/// 3600 s)". Empty if it offers all. `now` is for how long a letter is to be held; `encrypted`: REQUIRETLS
/// counts for nothing on a connection without TLS (RFC 8689 2).
QByteArray missingExtension(const DeliveryOptions &options, const Capabilities &capabilities, bool encrypted,
                            const QDateTime &now);

} // namespace pennypost::command
