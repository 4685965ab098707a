// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"
#include "core/base/SecretError.h"

#include <QObject>
#include <QString>

#include <functional>

namespace pennypost {

/// A place for secrets, by key. Asynchronous: each call answers exactly once, on the GUI thread (the CLI's
/// only one), and may take as long as a person takes to unlock a keyring; nothing is answered once `context`
/// is gone.
class SecretStore
{
public:
    SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;
    virtual ~SecretStore() = default;

    using ReadDone = std::function<void(Result<Secret, SecretError>)>;
    using Done = std::function<void(Result<void, SecretError>)>;
    virtual void read(const QString &key, QObject *context, ReadDone done) = 0;
    /// SecretError::kept tells what a failed one left under the key.
    virtual void write(const QString &key, const Secret &secret, QObject *context, Done done) = 0;
    /// Removing what is not there succeeds.
    virtual void remove(const QString &key, QObject *context, Done done) = 0;
};

} // namespace pennypost
