// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/SecretStore.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace pennypost {

/// A keychain that the test locks, breaks or keeps waiting. Answers from the event loop like the real one.
///
///     FakeSecretStore keychain;
///     keychain.writeError = SecretError{SecretError::Kind::Locked, {}};
class FakeSecretStore final : public SecretStore
{
public:
    void read(const QString &key, QObject *context, ReadDone done) override;
    void write(const QString &key, const Secret &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;

    /// What it answers instead of doing it; nothing: it works.
    std::optional<SecretError> readError;
    std::optional<SecretError> writeError;
    std::optional<SecretError> removeError;
    QString writeErrorKey; ///< writeError is for it alone; empty: for all

    /// Of each secret it keeps so many octets and says that it has all; nothing: it keeps all.
    std::optional<qsizetype> longest;

    /// While true every answer waits, as behind a prompt, until release().
    bool held = false;
    void release();
    qsizetype waiting() const { return qsizetype(m_waiting.size()); }

    qsizetype count() const { return qsizetype(m_secrets.size()); }
    bool contains(const QString &key) const { return m_secrets.contains(key); }
    /// The secret in the clear, for comparing; empty if there is none.
    QByteArray bytes(const QString &key) const;
    void put(const QString &key, const QByteArray &bytes);

private:
    void answer(QObject *context, std::function<void()> effect, std::function<void()> call);

    std::map<QString, Secret> m_secrets;
    std::vector<std::function<void()>> m_waiting;
};

} // namespace pennypost
