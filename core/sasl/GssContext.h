// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>
#include <optional>

namespace pennypost {

/// A Kerberos security context on the side of who asks for it (RFC 2743, RFC 4121), for the service "smtp" of
/// one host. The two sides take turns until it stands; then each can wrap words for the other. An interface
/// because each system has a library of its own, and tests have none. Any one thread; step() may ask a KDC
/// over the network and wait for it.
class GssContext
{
public:
    GssContext() = default;
    GssContext(const GssContext &) = delete;
    GssContext &operator=(const GssContext &) = delete;
    virtual ~GssContext() = default;

    struct Turn
    {
        QByteArray token;    ///< for the server; empty: nothing to say
        bool stands = false; ///< and the server has proved itself (mutual authentication)
    };
    /// Takes the server's token, an empty one at first. Nothing if it was not good, or there is no ticket.
    virtual std::optional<Turn> step(QByteArrayView token) = 0;
    /// Protected against change, not against reading. Nothing if the context does not stand.
    virtual std::optional<QByteArray> wrap(QByteArrayView text) = 0;
    virtual std::optional<QByteArray> unwrap(QByteArrayView token) = 0;
};

/// By the system's own library, loaded when it is first asked for: MIT or Heimdal Kerberos, GSS.framework,
/// SSPI. Null if there is none, or the person has no ticket. `host` is the server's name as A-labels.
std::unique_ptr<GssContext> systemGssContext(const QByteArray &host);

} // namespace pennypost
