// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/PeerCertificate.h"

#include <QByteArray>
#include <QString>

namespace pennypost {

/// Strangers' words for a person's eyes: without control characters, escapes and marks that turn the text
/// around them, lines kept apart. Pure; any thread. Used by SubmissionWorker for all that did not come as a
/// Reply, which has its own text().
QString harmless(const QByteArray &bytes);
/// Anybody can make a certificate with any bytes for a name; each comes out as one line. Used for the one
/// that failed and for the one that was taken: a pin takes any.
PeerCertificate harmless(PeerCertificate certificate);

} // namespace pennypost
