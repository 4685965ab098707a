// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/MechanismChooser.h"

#include "core/sasl/SaslCramMd5.h"
#include "core/sasl/SaslExternal.h"
#include "core/sasl/SaslGssapi.h"
#include "core/sasl/SaslLogin.h"
#include "core/sasl/SaslOAuth.h"
#include "core/sasl/SaslPlain.h"
#include "core/sasl/SaslScram.h"

namespace pennypost {

namespace {

template<class Mechanism>
std::unique_ptr<SaslMechanism> make(const Credential &credential, const SaslContext &)
{
    return std::make_unique<Mechanism>(credential);
}

template<class Mechanism, auto... kind>
std::unique_ptr<SaslMechanism> makeOf(const Credential &credential, const SaslContext &context)
{
    return std::make_unique<Mechanism>(kind..., credential, context);
}

constexpr auto unbound = SaslScram::Binding::None;
constexpr auto bound = SaslScram::Binding::Plus;

bool canBind(const SaslContext &context)
{
    return context.canBind();
}

/// RFC 5802 6: who can bind and sees -PLUS must bind; a person may know better about a proxy in between.
bool needsNoBinding(const SaslContext &context)
{
    return context.chosenByHand || !context.canBind() || !context.offersPlus();
}

bool hasTicket(const SaslContext &context)
{
    return !context.host.isEmpty() && context.makeGss(context.host);
}

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

QList<MechanismRow> mechanismTable()
{
    using Kind = Credential::Kind;
    using Form = SaslOAuth::Form;
    return {
        // name, needs, make, what else
        {"SCRAM-SHA-512-PLUS", Kind::Password, &makeOf<SaslScram, ScramHash::Sha512, bound>, &canBind},
        {"SCRAM-SHA-256-PLUS", Kind::Password, &makeOf<SaslScram, ScramHash::Sha256, bound>, &canBind},
        {"SCRAM-SHA-1-PLUS", Kind::Password, &makeOf<SaslScram, ScramHash::Sha1, bound>, &canBind},
        {"SCRAM-SHA-512", Kind::Password, &makeOf<SaslScram, ScramHash::Sha512, unbound>, &needsNoBinding},
        {"SCRAM-SHA-256", Kind::Password, &makeOf<SaslScram, ScramHash::Sha256, unbound>, &needsNoBinding},
        {"SCRAM-SHA-1", Kind::Password, &makeOf<SaslScram, ScramHash::Sha1, unbound>, &needsNoBinding},
        {"GSSAPI", Kind::Ticket, &makeOf<SaslGssapi>, &hasTicket},
        {"EXTERNAL", Kind::Certificate, &make<SaslExternal>},
        {"OAUTHBEARER", Kind::Token, &makeOf<SaslOAuth, Form::OAuthBearer>}, // a standard; the other is none
        {"XOAUTH2", Kind::Token, &makeOf<SaslOAuth, Form::XOAuth2>},
        // PLAIN before LOGIN: one round trip less, and a specification behind it. Both before CRAM-MD5,
        // though
        // it shows the password to nobody: TLS, without which none of them is used, protects theirs as well;
        // CRAM-MD5 makes the server keep the password in a form as good as the password, proves nothing about
        // the server, and where the password is kept as it should be, hashed, is offered and fails with the
        // 535 of a wrong password, behind which we must not try another.
        {"PLAIN", Kind::Password, &make<SaslPlain>},
        {"LOGIN", Kind::Password, &make<SaslLogin>},
        {"CRAM-MD5", Kind::Password, &make<SaslCramMd5>},
    };
}

QList<MechanismRow> usableMechanisms(const Credential &credential, const SaslContext &context,
                                     QByteArrayView wanted)
{
    if (!context.encrypted)
        return {};
    SaslContext chosen = context;
    chosen.chosenByHand = !wanted.isEmpty();
    QList<MechanismRow> usable;
    for (const MechanismRow &row : mechanismTable()) {
        if (row.needs == credential.kind && context.offers(row.name) &&
            (wanted.isEmpty() || sameName(wanted, row.name)) && (!row.isPossible || row.isPossible(chosen)))
            usable.append(row);
    }
    return usable;
}

Credential::Kind kindNeededBy(QByteArrayView mechanism)
{
    for (const MechanismRow &row : mechanismTable()) {
        if (sameName(row.name, mechanism))
            return row.needs;
    }
    return Credential::Kind::Password;
}

bool areKin(QByteArrayView mechanism, QByteArrayView other)
{
    const auto family = [](QByteArrayView name) {
        return name.first(std::max(name.indexOf('-'), qsizetype(0)));
    };
    return !family(mechanism).isEmpty() && family(mechanism) == family(other);
}

} // namespace pennypost
