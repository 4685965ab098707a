// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ChannelBindings.h"
#include "core/sasl/GssContext.h"

#include <QByteArray>
#include <QList>

#include <functional>

namespace pennypost {

/// 192 bits from the system's generator as base64: printable ASCII without a comma, as SCRAM wants a nonce.
/// Any thread.
QByteArray randomNonce();

/// What a connection lends to the sign-in over it. Made by SubmissionDialogue for MechanismChooser and the
/// mechanisms. A value; any thread.
struct SaslContext
{
    QList<QByteArray> offered; ///< the server's mechanisms as it named them, in any case
    bool encrypted = false;    ///< by TLS, the server's certificate checked
    ChannelBindings bindings;  ///< of that TLS connection; empty: -PLUS is out of reach
    QByteArray host;           ///< the account's host as A-labels; empty: not said, and no GSSAPI
    quint16 port = 0;          ///< 0: not said
    bool chosenByHand = false; ///< a person wants this one mechanism, whatever else is offered
    std::function<QByteArray()> makeNonce = &randomNonce; ///< tests put the RFCs' here

    /// Kerberos, for `host`; null: no ticket. Tests put one of their own here.
    std::function<std::unique_ptr<GssContext>(const QByteArray &host)> makeGss = &systemGssContext;

    /// Does the server offer a mechanism of this name? Compared without regard to case.
    bool offers(QByteArrayView name) const;
    /// Does it offer any SCRAM that can be bound to TLS?
    bool offersPlus() const;
    bool canBind() const { return !bindings.tlsExporter.isEmpty() || !bindings.tlsServerEndPoint.isEmpty(); }
};

} // namespace pennypost
