// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/GssapiContext.h"

#include <QString>

namespace pennypost {

namespace {

/// The library only reads what these point to; C has no other way to say so.
gss::Buffer bufferOf(QByteArrayView bytes)
{
    return {size_t(bytes.size()), const_cast<char *>(bytes.data())};
}

/// The DER of an object identifier, without tag and length.
template<size_t size>
gss::Oid oidOf(const char (&elements)[size])
{
    return {std::uint32_t(size - 1), const_cast<char *>(elements)};
}

gss::Oid kerberos() // 1.2.840.113554.1.2.2 (RFC 1964)
{
    return oidOf("\x2a\x86\x48\x86\xf7\x12\x01\x02\x02");
}

gss::Oid hostBasedService() // 1.2.840.113554.1.2.1.4 (RFC 2743 4.1)
{
    return oidOf("\x2a\x86\x48\x86\xf7\x12\x01\x02\x01\x04");
}

} // namespace

std::unique_ptr<GssapiContext> GssapiContext::make(const gss::Functions &functions, const QByteArray &host)
{
    if (host.isEmpty() || host.contains('@') || host.contains('/'))
        return nullptr;
    gss::Status minor = 0;
    gss::Oid mechanism = kerberos();
    gss::OidSet mechanisms{1, &mechanism};
    gss::Credentials credentials = nullptr;
    std::uint32_t lifetime = 0;
    if (gss::isError(functions.acquire_cred(&minor, nullptr, 0, &mechanisms, gss::initiate, &credentials,
                                            nullptr, &lifetime)))
        return nullptr;
    gss::Name target = nullptr;
    const QByteArray service = "smtp@" + host;
    gss::Buffer text = bufferOf(service);
    gss::Oid type = hostBasedService();
    // A ticket that has run out is as good as none.
    if (lifetime == 0 || gss::isError(functions.import_name(&minor, &text, &type, &target))) {
        functions.release_cred(&minor, &credentials);
        return nullptr;
    }
    return std::unique_ptr<GssapiContext>(new GssapiContext(functions, credentials, target));
}

GssapiContext::~GssapiContext()
{
    gss::Status minor = 0;
    if (m_context)
        m_gss.delete_sec_context(&minor, &m_context, nullptr);
    m_gss.release_name(&minor, &m_target);
    m_gss.release_cred(&minor, &m_credentials);
}

QByteArray GssapiContext::taken(gss::Buffer &buffer)
{
    const QByteArray bytes(static_cast<const char *>(buffer.value), qsizetype(buffer.length));
    gss::Status minor = 0;
    m_gss.release_buffer(&minor, &buffer);
    return bytes;
}

std::optional<GssContext::Turn> GssapiContext::step(QByteArrayView token)
{
    if (m_stands)
        return std::nullopt;
    gss::Status minor = 0;
    gss::Oid mechanism = kerberos();
    gss::Buffer in = bufferOf(token);
    gss::Buffer out;
    std::uint32_t got = 0;
    const gss::Status major = m_gss.init_sec_context(
        &minor, m_credentials, &m_context, m_target, &mechanism, gss::mutualFlag | gss::integrityFlag, 0,
        nullptr, token.isEmpty() ? nullptr : &in, nullptr, &out, &got, nullptr);
    Turn turn{taken(out), false};
    if (gss::isError(major))
        return std::nullopt;
    if (major & gss::continueNeeded)
        return turn;
    if (!(got & gss::mutualFlag) || !(got & gss::integrityFlag))
        return std::nullopt;
    m_stands = turn.stands = true;
    return turn;
}

std::optional<QByteArray> GssapiContext::wrap(QByteArrayView text)
{
    gss::Status minor = 0;
    gss::Buffer in = bufferOf(text);
    gss::Buffer out;
    if (!m_stands || gss::isError(m_gss.wrap(&minor, m_context, 0, 0, &in, nullptr, &out)))
        return std::nullopt;
    return taken(out);
}

std::optional<QByteArray> GssapiContext::unwrap(QByteArrayView token)
{
    gss::Status minor = 0;
    gss::Buffer in = bufferOf(token);
    gss::Buffer out;
    if (!m_stands || gss::isError(m_gss.unwrap(&minor, m_context, &in, &out, nullptr, nullptr)))
        return std::nullopt;
    return taken(out);
}

} // namespace pennypost
