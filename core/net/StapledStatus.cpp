// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/StapledStatus.h"

#include <openssl/ocsp.h>

namespace pennypost {

namespace {

using ResponseHandle = std::unique_ptr<OCSP_RESPONSE, OpenSslFree<OCSP_RESPONSE_free>>;
using BasicHandle = std::unique_ptr<OCSP_BASICRESP, OpenSslFree<OCSP_BASICRESP_free>>;
using IdHandle = std::unique_ptr<OCSP_CERTID, OpenSslFree<OCSP_CERTID_free>>;

constexpr long clockSkew = 300; ///< seconds that two clocks may differ

BasicHandle parse(const unsigned char *bytes, long size)
{
    const unsigned char *cursor = bytes;
    const ResponseHandle response(bytes && size > 0 ? d2i_OCSP_RESPONSE(nullptr, &cursor, size) : nullptr);
    if (!response || OCSP_response_status(response.get()) != OCSP_RESPONSE_STATUS_SUCCESSFUL)
        return {};
    return BasicHandle(OCSP_response_get1_basic(response.get()));
}

/// The responder chooses the hash that the certificate is named by.
bool isAbout(const OCSP_SINGLERESP *single, const X509 *certificate, const X509 *issuer)
{
    const OCSP_CERTID *id = OCSP_SINGLERESP_get0_id(single);
    ASN1_OBJECT *algorithm = nullptr;
    // It only reads, though it takes a pointer to what could be written.
    OCSP_id_get0_info(nullptr, &algorithm, nullptr, nullptr, const_cast<OCSP_CERTID *>(id));
    const EVP_MD *hash = algorithm ? EVP_get_digestbyobj(algorithm) : nullptr;
    const IdHandle ours(hash ? OCSP_cert_to_id(hash, certificate, issuer) : nullptr);
    return ours && OCSP_id_cmp(ours.get(), id) == 0;
}

StapledStatus statusOf(OCSP_SINGLERESP *single)
{
    int reason = 0;
    ASN1_GENERALIZEDTIME *revokedAt = nullptr, *from = nullptr, *until = nullptr;
    const int status = OCSP_single_get0_status(single, &reason, &revokedAt, &from, &until);
    if (status == V_OCSP_CERTSTATUS_REVOKED)
        return StapledStatus::Revoked;
    const bool inForce = from && OCSP_check_validity(from, until, clockSkew, -1) == 1;
    return status == V_OCSP_CERTSTATUS_GOOD && inForce ? StapledStatus::Good : StapledStatus::Unknown;
}

StapledStatus read(SSL *ssl)
{
    const unsigned char *bytes = nullptr;
    const long size = SSL_get_tlsext_status_ocsp_resp(ssl, &bytes);
    const BasicHandle basic = parse(bytes, size);
    STACK_OF(X509) *chain = SSL_get0_verified_chain(ssl);
    if (!basic || !chain || sk_X509_num(chain) < 2)
        return StapledStatus::Unknown;
    X509_STORE *store = nullptr;
    if (SSL_get0_verify_cert_store(ssl, &store) != 1 || !store)
        return StapledStatus::Unknown;
    if (OCSP_basic_verify(basic.get(), chain, store, 0) != 1)
        return StapledStatus::Unknown;
    for (int i = 0; i < OCSP_resp_count(basic.get()); ++i) {
        OCSP_SINGLERESP *single = OCSP_resp_get0(basic.get(), i);
        if (isAbout(single, sk_X509_value(chain, 0), sk_X509_value(chain, 1)))
            return statusOf(single);
    }
    return StapledStatus::Unknown;
}

} // namespace

StapledStatus stapledStatusOf(SSL *ssl)
{
    const StapledStatus status = read(ssl);
    ERR_clear_error(); // a staple that can't be read is no failure of the handshake
    return status;
}

} // namespace pennypost
