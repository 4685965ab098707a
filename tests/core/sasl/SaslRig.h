// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/MechanismChooser.h"

namespace pennypost {

/// A password's credential; its bytes are its own.
Credential password(const QString &userName, const QByteArray &secret);

/// Over TLS, with this nonce for SCRAM.
SaslContext contextWith(const QByteArray &nonce, const ChannelBindings &bindings = {});

/// A new mechanism out of the table; nullptr if there is none of this name.
std::unique_ptr<SaslMechanism> made(QByteArrayView name, const Credential &credential,
                                    const SaslContext &context = {});

} // namespace pennypost
