// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/SaslContext.h"
#include "core/sasl/SaslMechanism.h"

#include <QList>

namespace pennypost {

/// THE table: every mechanism we speak, strongest first, with what it needs. A new mechanism is one class and
/// one row here.
struct MechanismRow
{
    QByteArrayView name;
    Credential::Kind needs;
    std::unique_ptr<SaslMechanism> (*make)(const Credential &credential, const SaslContext &context);
    /// What it needs beyond the credential; none: nothing.
    bool (*isPossible)(const SaslContext &context) = nullptr;
};
QList<MechanismRow> mechanismTable();

/// The rows that both sides can use, in the table's order. `wanted` restricts to one name, or is empty for
/// "automatic". None at all without TLS: what is not readable can be guessed at, or passed on.
///
/// With channel bindings at hand and any -PLUS on offer no other SCRAM is used (RFC 5802 6), unless a person
/// wants it by name. Pure; any thread.
QList<MechanismRow> usableMechanisms(const Credential &credential, const SaslContext &context,
                                     QByteArrayView wanted);

/// What an account that is bound to this mechanism signs in with; a password where it is bound to none, or to
/// one that is not in the table.
Credential::Kind kindNeededBy(QByteArrayView mechanism);

/// Do both names belong to one family, as the SCRAMs do? A server that has nothing stored for one of it will
/// hardly have for the next.
bool areKin(QByteArrayView mechanism, QByteArrayView other);

} // namespace pennypost
