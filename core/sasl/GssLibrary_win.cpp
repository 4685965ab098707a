// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/GssContext.h"

#include <QString>

#include <array>
#include <string>

#define SECURITY_WIN32
// clang-format off
#include <windows.h>
#include <security.h>
// clang-format on

namespace pennypost {

namespace {

/// SSPI's package "Kerberos" speaks RFC 4121 and RFC 2743's tokens, so that it fits a GSSAPI server. Its
/// handles are pairs of numbers; which of them are held is for us to know.
class SspiContext final : public GssContext
{
public:
    explicit SspiContext(const QByteArray &host)
        : m_target(QStringLiteral("smtp/") + QString::fromLatin1(host))
    {
    }
    ~SspiContext() override;

    bool acquire();
    std::optional<Turn> step(QByteArrayView token) override;
    std::optional<QByteArray> wrap(QByteArrayView text) override;
    std::optional<QByteArray> unwrap(QByteArrayView token) override;

private:
    QString m_target;
    CredHandle m_credentials{};
    CtxtHandle m_context{};
    bool m_hasCredentials = false;
    bool m_hasContext = false;
    bool m_stands = false;
};

constexpr ULONG wantedFlags = ISC_REQ_MUTUAL_AUTH | ISC_REQ_INTEGRITY | ISC_REQ_ALLOCATE_MEMORY;
constexpr ULONG neededFlags = ISC_RET_MUTUAL_AUTH | ISC_RET_INTEGRITY;
constexpr ULONG withoutEncryption = 0x80000001; // SECQOP_WRAP_NO_ENCRYPT, which not every header has

template<size_t count>
SecBufferDesc listOf(std::array<SecBuffer, count> &buffers)
{
    return {SECBUFFER_VERSION, ULONG(count), buffers.data()};
}

SecBuffer bufferOf(ULONG type, QByteArray &bytes)
{
    return {ULONG(bytes.size()), type, bytes.data()};
}

QByteArray bytesOf(const SecBuffer &buffer)
{
    return QByteArray(static_cast<const char *>(buffer.pvBuffer), qsizetype(buffer.cbBuffer));
}

bool SspiContext::acquire()
{
    wchar_t package[] = L"Kerberos"; // not const in the function's declaration
    TimeStamp expiry{};
    m_hasCredentials = AcquireCredentialsHandleW(nullptr, package, SECPKG_CRED_OUTBOUND, nullptr, nullptr,
                                                 nullptr, nullptr, &m_credentials, &expiry) == SEC_E_OK;
    return m_hasCredentials;
}

SspiContext::~SspiContext()
{
    if (m_hasContext)
        DeleteSecurityContext(&m_context);
    if (m_hasCredentials)
        FreeCredentialsHandle(&m_credentials);
}

std::optional<GssContext::Turn> SspiContext::step(QByteArrayView token)
{
    if (m_stands)
        return std::nullopt;
    QByteArray said = token.toByteArray();
    std::array in{bufferOf(SECBUFFER_TOKEN, said)};
    std::array out{SecBuffer{0, SECBUFFER_TOKEN, nullptr}};
    SecBufferDesc inList = listOf(in);
    SecBufferDesc outList = listOf(out);
    std::wstring target = m_target.toStdWString();
    ULONG got = 0;
    TimeStamp expiry{};
    const SECURITY_STATUS status = InitializeSecurityContextW(
        &m_credentials, m_hasContext ? &m_context : nullptr, target.data(), wantedFlags, 0,
        SECURITY_NATIVE_DREP, token.isEmpty() ? nullptr : &inList, 0, &m_context, &outList, &got, &expiry);
    const bool goesOn = status == SEC_I_CONTINUE_NEEDED;
    m_hasContext = m_hasContext || goesOn || status == SEC_E_OK;
    Turn turn{bytesOf(out[0]), false};
    if (out[0].pvBuffer)
        FreeContextBuffer(out[0].pvBuffer);
    if (goesOn)
        return turn;
    if (status != SEC_E_OK || (got & neededFlags) != neededFlags)
        return std::nullopt;
    m_stands = turn.stands = true;
    return turn;
}

std::optional<QByteArray> SspiContext::wrap(QByteArrayView text)
{
    SecPkgContext_Sizes sizes{};
    if (!m_stands || QueryContextAttributesW(&m_context, SECPKG_ATTR_SIZES, &sizes) != SEC_E_OK)
        return std::nullopt;
    QByteArray trailer(qsizetype(sizes.cbSecurityTrailer), '\0');
    QByteArray words = text.toByteArray();
    QByteArray padding(qsizetype(sizes.cbBlockSize), '\0');
    std::array buffers{bufferOf(SECBUFFER_TOKEN, trailer), bufferOf(SECBUFFER_DATA, words),
                       bufferOf(SECBUFFER_PADDING, padding)};
    SecBufferDesc list = listOf(buffers);
    if (EncryptMessage(&m_context, withoutEncryption, &list, 0) != SEC_E_OK)
        return std::nullopt;
    return QByteArray(bytesOf(buffers[0]) + bytesOf(buffers[1]) + bytesOf(buffers[2]));
}

std::optional<QByteArray> SspiContext::unwrap(QByteArrayView token)
{
    if (!m_stands)
        return std::nullopt;
    QByteArray stream = token.toByteArray(); // deciphered in place
    std::array buffers{bufferOf(SECBUFFER_STREAM, stream), SecBuffer{0, SECBUFFER_DATA, nullptr}};
    SecBufferDesc list = listOf(buffers);
    ULONG quality = 0;
    if (DecryptMessage(&m_context, &list, 0, &quality) != SEC_E_OK)
        return std::nullopt;
    return bytesOf(buffers[1]);
}

} // namespace

std::unique_ptr<GssContext> systemGssContext(const QByteArray &host)
{
    if (host.isEmpty() || host.contains('@') || host.contains('/'))
        return nullptr;
    auto context = std::make_unique<SspiContext>(host);
    return context->acquire() ? std::move(context) : nullptr;
}

} // namespace pennypost
