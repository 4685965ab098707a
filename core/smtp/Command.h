// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/smtp/Capabilities.h"
#include "core/smtp/SubmissionDialogue.h"

#include <QByteArray>

namespace pennypost::command {

/// The lines of RFC 5321 4.1.1 with their CRLF, ready for the wire. Arguments are typed, so that nothing can
/// carry a line end into one: paths are SmtpPaths, sizes are numbers, names pass `isHelloName`. Used by
/// SubmissionDialogue.

/// An address literal or a host name in letters, digits, hyphens and dots: what may stand behind EHLO.
bool isHelloName(QByteArrayView name);

QByteArray hello(QByteArrayView verb, QByteArrayView name);
/// SIZE (RFC 1870), BODY (RFC 6152) and SMTPUTF8 (RFC 6531) only where they are offered and of use.
QByteArray mailFrom(const Transaction &transaction, const Capabilities &capabilities);
QByteArray rcptTo(const SmtpPath &path);

/// A command without arguments: "DATA".
SendLines::Line plain(QByteArrayView verb);

/// Whether a letter asks for SMTPUTF8: in its envelope or in its headers.
bool needsSmtpUtf8(const Transaction &transaction);

} // namespace pennypost::command
