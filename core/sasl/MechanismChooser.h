// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/SaslMechanism.h"

#include <QList>

namespace pennypost {

/// THE table: every mechanism we speak, strongest first, with what it needs. A new mechanism is one class and
/// one row here.
struct MechanismRow
{
    QByteArrayView name;
    Credential::Kind needs;
    bool secretReadable; ///< the secret itself crosses the wire: never without TLS
    std::unique_ptr<SaslMechanism> (*make)(const Credential &credential);
};
QList<MechanismRow> mechanismTable();

/// The rows that both sides can use, in the table's order. `offered` are the server's names in any case;
/// `wanted` restricts to one name, or is empty for "automatic". Without TLS no row whose secret could be
/// read. Pure; any thread.
QList<MechanismRow> usableMechanisms(const QList<QByteArray> &offered, const Credential &credential,
                                     QByteArrayView wanted, bool encrypted);

} // namespace pennypost
