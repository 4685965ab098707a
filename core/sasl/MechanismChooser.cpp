// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/MechanismChooser.h"

#include "core/sasl/SaslLogin.h"
#include "core/sasl/SaslPlain.h"

#include <algorithm>

namespace pennypost {

namespace {

template<class Mechanism>
std::unique_ptr<SaslMechanism> make(const Credential &credential)
{
    return std::make_unique<Mechanism>(credential);
}

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

QList<MechanismRow> mechanismTable()
{
    using Kind = Credential::Kind;
    return {
        // name, needs, readable, make. PLAIN before LOGIN: one round trip less, and a specification behind
        // it.
        {"PLAIN", Kind::Password, true, &make<SaslPlain>},
        {"LOGIN", Kind::Password, true, &make<SaslLogin>},
    };
}

QList<MechanismRow> usableMechanisms(const QList<QByteArray> &offered, const Credential &credential,
                                     QByteArrayView wanted, bool encrypted)
{
    QList<MechanismRow> usable;
    for (const MechanismRow &row : mechanismTable()) {
        const bool isOffered = std::any_of(offered.begin(), offered.end(), [&row](const QByteArray &name) {
            return sameName(name, row.name);
        });
        if (isOffered && row.needs == credential.kind && (wanted.isEmpty() || sameName(wanted, row.name)) &&
            (encrypted || !row.secretReadable))
            usable.append(row);
    }
    return usable;
}

} // namespace pennypost
