// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ProxyHandshake.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace pennypost;
using State = ProxyHandshake::State;

namespace {

/// How a handshake with the proxy ended, and how many octets of the proxy's it took.
struct Outcome
{
    State state = State::Working;
    qsizetype taken = 0;
    int answers = 0;
    /// What a failed or unfinished one took is nobody's business.
    bool operator==(const Outcome &other) const
    {
        return state == other.state && answers == other.answers &&
               (state != State::Through || taken == other.taken);
    }
};

Outcome hear(const Proxy &proxy, QByteArrayView said, qsizetype pieceSize)
{
    ProxyHandshake handshake(proxy, *HostName::make(QStringLiteral("mail.example.org")), 465);
    Outcome outcome;
    for (qsizetype come = 0; come < said.size() && outcome.state == State::Working;) {
        come = std::min(come + pieceSize, said.size());
        for (qsizetype taken = 1; taken > 0 && outcome.state == State::Working;) {
            const auto progress = handshake.take(said.sliced(outcome.taken, come - outcome.taken));
            taken = progress.taken;
            if (taken < 0 || taken > come - outcome.taken)
                std::abort(); // more than there was
            outcome.taken += taken;
            outcome.answers += progress.answer.isEmpty() ? 0 : 1;
            outcome.state = progress.state;
        }
    }
    if (outcome.answers > 2)
        std::abort(); // a sign-in and a request is all there is to say
    return outcome;
}

} // namespace

/// The first octet chooses the proxy, the rest is what it says: however TCP cuts it, it means the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const Proxy proxy{data[0] & 1 ? Proxy::Kind::Socks5 : Proxy::Kind::HttpConnect,
                      QStringLiteral("proxy.example"), 1080, data[0] & 2 ? QStringLiteral("me") : QString(),
                      std::make_shared<const Secret>(QByteArray("secret"))};
    const QByteArrayView said(data + 1, qsizetype(size - 1));
    if (said.size() > 4096)
        return 0; // the cap on a head depends on where TCP cuts it
    const Outcome whole = hear(proxy, said, said.size());
    if (hear(proxy, said, 1) != whole || hear(proxy, said, 3) != whole)
        std::abort();
    return 0;
}
