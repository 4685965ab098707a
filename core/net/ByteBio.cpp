// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ByteBio.h"

#include <algorithm>
#include <cstring>

namespace pennypost {

namespace {

CipherBytes *bytesOf(BIO *bio)
{
    return static_cast<CipherBytes *>(BIO_get_data(bio));
}

int writeBytes(BIO *bio, const char *data, size_t size, size_t *written)
{
    BIO_clear_retry_flags(bio);
    bytesOf(bio)->out.append(data, qsizetype(size));
    *written = size;
    return 1;
}

int readBytes(BIO *bio, char *data, size_t size, size_t *read)
{
    BIO_clear_retry_flags(bio);
    CipherBytes &bytes = *bytesOf(bio);
    const auto left = size_t(bytes.in.size() - bytes.taken);
    if (left == 0) {
        BIO_set_retry_read(bio);
        return 0;
    }
    *read = std::min(size, left);
    std::memcpy(data, bytes.in.constData() + bytes.taken, *read);
    bytes.taken += qsizetype(*read);
    return 1;
}

long controlBytes(BIO *, int command, long, void *)
{
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

/// One for the whole program: OpenSSL gives each kind of BIO a number that never comes back.
const BIO_METHOD *byteBioMethod()
{
    static const BIO_METHOD *const method = [] {
        BIO_METHOD *made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "bytes");
        if (made) {
            BIO_meth_set_write_ex(made, writeBytes);
            BIO_meth_set_read_ex(made, readBytes);
            BIO_meth_set_ctrl(made, controlBytes);
        }
        return made;
    }();
    return method;
}

} // namespace

BioHandle makeByteBio(CipherBytes *bytes)
{
    const BIO_METHOD *method = byteBioMethod();
    BioHandle bio(method ? BIO_new(method) : nullptr);
    if (bio) {
        BIO_set_data(bio.get(), bytes);
        BIO_set_init(bio.get(), 1);
    }
    return bio;
}

} // namespace pennypost
