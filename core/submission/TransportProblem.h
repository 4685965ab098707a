// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/Transport.h"
#include "core/smtp/SubmissionError.h"

#include <QByteArrayView>

namespace pennypost {

/// The tables from what the link did to what a person can act on. Pure; any thread. Used by SubmissionWorker.

/// `duringStartTls`: the handshake that STARTTLS asked for is under way. Clear text there comes from somebody
/// who writes into the line; from the start of a connection it only means the wrong security mode.
Problem problemOf(TransportError::Kind kind, bool duringStartTls);

/// Do these first bytes of a connection in clear open a TLS record, an alert or a handshake? Then the port
/// wants TLS from the start.
bool looksLikeTls(QByteArrayView firstBytes);

} // namespace pennypost
