// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/GssContext.h"
#include "core/sasl/GssFunctions.h"

namespace pennypost {

/// A GssContext by a library with the C bindings of RFC 2744, Kerberos V5 being its mechanism. Made by
/// GssLibrary; any one thread.
class GssapiContext final : public GssContext
{
public:
    /// Null if the person has no ticket, or `host` is no name. `functions` are all there, and outlive it.
    static std::unique_ptr<GssapiContext> make(const gss::Functions &functions, const QByteArray &host);
    ~GssapiContext() override;

    std::optional<Turn> step(QByteArrayView token) override;
    std::optional<QByteArray> wrap(QByteArrayView text) override;
    std::optional<QByteArray> unwrap(QByteArrayView token) override;

private:
    GssapiContext(const gss::Functions &functions, gss::Credentials credentials, gss::Name target)
        : m_gss(functions), m_credentials(credentials), m_target(target)
    {
    }
    QByteArray taken(gss::Buffer &buffer);

    const gss::Functions &m_gss;
    gss::Credentials m_credentials;
    gss::Name m_target;
    gss::Context m_context = nullptr;
    bool m_stands = false;
};

} // namespace pennypost
