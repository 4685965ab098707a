// SPDX-License-Identifier: GPL-3.0-or-later
#include "SaslRig.h"

namespace pennypost {

Credential password(const QString &userName, const QByteArray &secret)
{
    return {Credential::Kind::Password, userName, Secret(QByteArray(secret.constData(), secret.size()))};
}

SaslContext contextWith(const QByteArray &nonce, const ChannelBindings &bindings)
{
    SaslContext context;
    context.encrypted = true;
    context.bindings = bindings;
    context.makeNonce = [nonce] { return nonce; };
    return context;
}

std::unique_ptr<SaslMechanism> made(QByteArrayView name, const Credential &credential,
                                    const SaslContext &context)
{
    for (const MechanismRow &row : mechanismTable()) {
        if (row.name == name)
            return row.make(credential, context);
    }
    return nullptr;
}

} // namespace pennypost
