// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/SecretStore.h"

#include <memory>

namespace pennypost {

/// The OS keychain through QtKeychain: Secret Service or KWallet, Windows Credential Manager, macOS Keychain;
/// never its insecure fallback. The service name isolates profiles; on Windows, where it is ignored, it is
/// put before the key. What is written is read back, so that a store that cannot hold it shows now and not at
/// sending; see ReadBack.h.
class KeychainSecretStore final : public SecretStore
{
public:
    /// `service`: "Pennypost" for the default profile, "Pennypost (PATH-HASH)" for another; from app/Paths.
    explicit KeychainSecretStore(QString service);

    void read(const QString &key, QObject *context, ReadDone done) override;
    void write(const QString &key, const Secret &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;

private:
    std::shared_ptr<SecretStore> m_raw; ///< without reading back
};

} // namespace pennypost
