// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Sha256.h"

#include <openssl/evp.h>

namespace pennypost {

Sha256::Sha256()
    : m_context(EVP_MD_CTX_new()),
      m_good(m_context && EVP_DigestInit_ex(m_context, EVP_sha256(), nullptr) == 1)
{
}

Sha256::~Sha256()
{
    EVP_MD_CTX_free(m_context);
}

void Sha256::add(QByteArrayView bytes)
{
    m_good = m_good && EVP_DigestUpdate(m_context, bytes.data(), size_t(bytes.size())) == 1;
}

QByteArray Sha256::finish()
{
    QByteArray digest(octets, Qt::Uninitialized);
    unsigned int length = 0;
    m_good = m_good &&
             EVP_DigestFinal_ex(m_context, reinterpret_cast<unsigned char *>(digest.data()), &length) == 1 &&
             length == octets;
    return m_good ? digest : QByteArray();
}

} // namespace pennypost
