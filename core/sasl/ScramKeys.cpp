// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/ScramKeys.h"

#include <array>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace pennypost {

namespace {

const unsigned char *octets(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

const EVP_MD *digestOf(ScramHash hash)
{
    switch (hash) {
    case ScramHash::Sha1:
        return EVP_sha1();
    case ScramHash::Sha256:
        return EVP_sha256();
    case ScramHash::Sha512:
        return EVP_sha512();
    }
    return nullptr;
}

/// A hash's worth of octets that does not outlive its use.
class Key
{
public:
    Key() = default;
    Key(const Key &) = delete;
    Key &operator=(const Key &) = delete;
    ~Key() { OPENSSL_cleanse(m_octets.data(), m_octets.size()); }

    unsigned char *data() { return m_octets.data(); }
    const unsigned char *data() const { return m_octets.data(); }
    bool hmac(const EVP_MD *digest, const unsigned char *key, size_t keySize, QByteArrayView text)
    {
        unsigned length = 0;
        return HMAC(digest, key, int(keySize), octets(text), size_t(text.size()), m_octets.data(), &length);
    }
    QByteArray bytes(int size) const
    {
        return QByteArray(reinterpret_cast<const char *>(m_octets.data()), size);
    }

private:
    std::array<unsigned char, EVP_MAX_MD_SIZE> m_octets{};
};

} // namespace

std::optional<ScramProof> scramProof(ScramHash hash, const Secret &password, const QByteArray &salt,
                                     int iterations, const QByteArray &authMessage)
{
    const EVP_MD *digest = digestOf(hash);
    const int size = EVP_MD_get_size(digest);
    Key salted;
    Key clientKey;
    Key storedKey;
    Key clientSignature;
    Key serverKey;
    Key serverSignature;
    // Hi() is PBKDF2 (RFC 5802 2.2).
    if (size <= 0 ||
        PKCS5_PBKDF2_HMAC(password.bytes().data(), int(password.bytes().size()), octets(salt),
                          int(salt.size()), iterations, digest, size, salted.data()) != 1 ||
        !clientKey.hmac(digest, salted.data(), size_t(size), "Client Key") ||
        EVP_Digest(clientKey.data(), size_t(size), storedKey.data(), nullptr, digest, nullptr) != 1 ||
        !clientSignature.hmac(digest, storedKey.data(), size_t(size), authMessage) ||
        !serverKey.hmac(digest, salted.data(), size_t(size), "Server Key") ||
        !serverSignature.hmac(digest, serverKey.data(), size_t(size), authMessage))
        return std::nullopt;
    for (int i = 0; i < size; ++i)
        clientKey.data()[i] ^= clientSignature.data()[i];
    return ScramProof{clientKey.bytes(size), serverSignature.bytes(size)};
}

std::optional<QByteArray> hmacMd5(const Secret &key, QByteArrayView text)
{
    Key result;
    if (!result.hmac(EVP_md5(), octets(key.bytes()), size_t(key.bytes().size()), text))
        return std::nullopt;
    return result.bytes(EVP_MD_get_size(EVP_md5()));
}

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), size_t(a.size())) == 0;
}

} // namespace pennypost
