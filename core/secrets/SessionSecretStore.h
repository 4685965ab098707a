// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/SecretStore.h"

#include <map>

namespace pennypost {

/// Secrets in memory until the program ends: "keep it for this session only", and passwords from standard
/// input. Answers from the event loop, never within the call, as a keychain does.
class SessionSecretStore final : public SecretStore
{
public:
    void read(const QString &key, QObject *context, ReadDone done) override;
    void write(const QString &key, const Secret &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;

private:
    std::map<QString, Secret> m_secrets;
};

} // namespace pennypost
