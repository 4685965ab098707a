// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

// OpenSSL's own name for it, so that its headers stay out of ours.
struct evp_md_ctx_st;

namespace pennypost {

/// SHA-256 over bytes that come in pieces, by OpenSSL: five times as fast as QCryptographicHash where the
/// processor knows it. Any thread, one at a time.
class Sha256
{
public:
    static constexpr qsizetype octets = 32;

    Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;
    ~Sha256();

    void add(QByteArrayView bytes);
    /// Once, at the end. Empty if OpenSSL refused (no SHA-256 in its provider): a name that no blob has.
    QByteArray finish();

private:
    evp_md_ctx_st *m_context;
    bool m_good;
};

} // namespace pennypost
