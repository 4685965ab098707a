// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/MechanismChooser.h"
#include "core/sasl/Saslprep.h"

#include <cstdlib>

using namespace pennypost;

namespace {

void demand(bool holds)
{
    if (!holds)
        std::abort();
}

Credential credentialFor(Credential::Kind kind)
{
    return {kind, QStringLiteral("user"), Secret(QByteArray("pencil"))};
}

/// Stands after two turns; what is wrapped has a brace in front.
class OpenGss final : public GssContext
{
public:
    std::optional<Turn> step(QByteArrayView token) override
    {
        if (token.startsWith('!'))
            return std::nullopt;
        return Turn{m_turns == 0 ? QByteArray("token") : QByteArray(), ++m_turns == 2};
    }
    std::optional<QByteArray> wrap(QByteArrayView text) override
    {
        return QByteArray('{' + text.toByteArray());
    }
    std::optional<QByteArray> unwrap(QByteArrayView token) override
    {
        if (!token.startsWith('{'))
            return std::nullopt;
        return token.sliced(1).toByteArray();
    }

private:
    int m_turns = 0;
};

SaslContext context()
{
    SaslContext context;
    context.encrypted = true;
    context.bindings.tlsExporter = QByteArray(32, 'x');
    context.host = "smtp.example.org";
    context.makeGss = [](const QByteArray &) { return std::make_unique<OpenGss>(); };
    context.makeNonce = [] { return QByteArray("rOprNGfwEbeRWgbNEkqO"); };
    return context;
}

/// Of SCRAM's messages alone: rounds cost time and find nothing.
bool isSlow(QByteArrayView challenge)
{
    const qsizetype rounds = challenge.indexOf(",i=");
    return rounds >= 0 && challenge.sliced(rounds + 3).toByteArray().split(',').first().size() > 2;
}

/// SASLprep of whatever came: what it lets pass is its own normal form.
void prepare(QByteArrayView bytes)
{
    const QString text = QString::fromUtf8(bytes);
    for (const SaslprepUse use : {SaslprepUse::Query, SaslprepUse::Stored}) {
        const auto once = saslprep(text, use);
        if (!once)
            continue;
        const auto twice = saslprep(*once, use);
        demand(twice && *twice == *once);
        demand(saslprep(Secret(once->toUtf8()), use).hasValue());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const char *data, size_t size);

/// The first octet chooses the mechanism and how it ends, the rest are its challenges, one a line, decoded
/// already. Whatever they are: no crash, no password in an answer but PLAIN's and LOGIN's, and no server that
/// has not proved itself is believed.
int LLVMFuzzerTestOneInput(const char *data, size_t size)
{
    if (size < 1)
        return 0;
    const auto choice = static_cast<unsigned char>(data[0]);
    const QByteArrayView rest(data + 1, qsizetype(size) - 1);
    prepare(rest);

    const QList<MechanismRow> table = mechanismTable();
    const MechanismRow &row = table[(choice & 0x7f) % table.size()];
    const auto mechanism = row.make(credentialFor(row.needs), context());
    demand(mechanism && mechanism->name() == row.name);
    const bool showsPassword = row.name == "PLAIN" || row.name == "LOGIN";
    demand(!mechanism->mayFinish());
    if (!mechanism->initialResponse())
        return 0;

    int answers = 0;
    QList<QByteArray> challenges = rest.toByteArray().split('\n');
    const QByteArray last = choice & 0x80 ? challenges.takeLast() : QByteArray();
    for (const QByteArray &challenge : challenges) {
        if (isSlow(challenge))
            return 0;
        const auto answer = mechanism->respond(challenge);
        if (!answer) {
            demand(!mechanism->serverProvesItself() || !mechanism->mayFinish());
            return 0;
        }
        demand(++answers <= 3); // no mechanism of ours talks for ever
        demand(showsPassword || challenge.contains("pencil") || !answer->contains("pencil"));
    }
    if (choice & 0x80)
        (void)mechanism->takeSuccessData(last).hasValue();
    // The signatures to salts of its own choice are what only who knows the password can make.
    demand(!mechanism->serverProvesItself() || !mechanism->mayFinish() || rest.contains("v="));
    return 0;
}
