// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/Transport.h"
#include "core/smtp/SubmissionError.h"

#include <QDateTime>
#include <QMetaType>
#include <QStringList>

namespace pennypost {

/// What the server said when it took a letter (or, after a check, what it is like). A value; any thread. Kept
/// in the Sent list.
struct Receipt
{
    QDateTime time; ///< of the 250, local offset
    QString host;   ///< as in the account
    quint16 port = 0;
    QString address;            ///< the peer's IP address
    QString serverName;         ///< as it calls itself in its EHLO reply
    TlsSession tls;             ///< null on a connection in clear
    QByteArray mechanism;       ///< the SASL mechanism; empty without sign-in
    Reply finalReply;           ///< to the final dot; holds the queue id. code 0 after a check
    QStringList accepted;       ///< forward-paths
    QList<RefusedPath> refused; ///< under DeliverToRest
    qint64 octets = 0;          ///< of the letter, without dot-stuffing
    bool eightBitBody = false;  ///< it went with octets over 127, by 8BITMIME

    bool operator==(const Receipt &) const = default;
};

} // namespace pennypost

Q_DECLARE_METATYPE(pennypost::Receipt)
