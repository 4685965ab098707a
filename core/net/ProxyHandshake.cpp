// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ProxyHandshake.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <utility>

namespace pennypost {

namespace {

using Kind = TransportError::Kind;

constexpr char socksVersion = 5;
constexpr char signInVersion = 1;
constexpr char noSignIn = 0, byPassword = 2;
constexpr char ipv4 = 1, domainName = 3, ipv6 = 4;
constexpr qsizetype longestField = 255; ///< one octet holds its length
constexpr qsizetype longestHttpHead = qsizetype(16) * 1024;

QByteArray passwordOf(const Proxy &proxy)
{
    return proxy.password ? proxy.password->bytes().toByteArray() : QByteArray();
}

QByteArray bigEndian(quint16 number)
{
    std::array<char, 2> octets{};
    qToBigEndian(number, octets.data());
    return {octets.data(), 2};
}

struct Refusal
{
    int code;
    Kind kind;
};

// RFC 1928 6. Proxies say 4 for a name that they can't find, too.
constexpr Refusal socksRefusals[] = {
    {2, Kind::ProxyRefused},
    {4, Kind::HostNotFound},
    {5, Kind::Refused},
    {6, Kind::TimedOut},
};

// RFC 9110 15; 502 and 503 is what proxies say when the server can't be reached.
constexpr Refusal httpRefusals[] = {
    {403, Kind::ProxyRefused}, {404, Kind::HostNotFound},
    {405, Kind::ProxyRefused}, {407, Kind::ProxyAuthenticationRequired},
    {502, Kind::Refused},      {503, Kind::Refused},
    {504, Kind::TimedOut},
};

template<size_t size>
Kind kindOf(const Refusal (&refusals)[size], int code)
{
    const auto found = std::find_if(std::begin(refusals), std::end(refusals),
                                    [code](const Refusal &refusal) { return refusal.code == code; });
    return found == std::end(refusals) ? Kind::ProxyFailed : found->kind;
}

/// The octets of a head with its empty line, 0 if it is not whole. Some proxies end lines by LF alone.
qsizetype headSize(QByteArrayView bytes)
{
    const qsizetype strict = bytes.indexOf("\r\n\r\n");
    const qsizetype loose = bytes.indexOf("\n\n");
    if (loose >= 0 && (strict < 0 || loose < strict))
        return loose + 2;
    return strict < 0 ? 0 : strict + 4;
}

} // namespace

ProxyHandshake::ProxyHandshake(Proxy proxy, HostName server, quint16 port)
    : m_proxy(std::move(proxy)),
      m_server(std::move(server)),
      m_port(port),
      m_stage(m_proxy.kind == Proxy::Kind::Socks5 ? Stage::Method : Stage::HttpReply)
{
}

QByteArray ProxyHandshake::opening() const
{
    if (m_proxy.kind == Proxy::Kind::HttpConnect)
        return httpConnect();
    if (m_proxy.user.isEmpty())
        return {std::array{socksVersion, char(1), noSignIn}.data(), 3};
    return {std::array{socksVersion, char(2), noSignIn, byPassword}.data(), 4};
}

ProxyHandshake::Progress ProxyHandshake::take(QByteArrayView incoming)
{
    switch (m_stage) {
    case Stage::Method:
        return takeMethod(incoming);
    case Stage::SignIn:
        return takeSignIn(incoming);
    case Stage::Connect:
        return takeSocksReply(incoming);
    case Stage::HttpReply:
        return takeHttpReply(incoming);
    }
    return {};
}

ProxyHandshake::Progress ProxyHandshake::takeMethod(QByteArrayView incoming)
{
    if (!incoming.isEmpty() && incoming[0] != socksVersion)
        return fail(Kind::ProxyFailed, QStringLiteral("no SOCKS 5"));
    if (incoming.size() < 2)
        return {};
    if (incoming[1] == noSignIn) {
        m_stage = Stage::Connect;
        return {State::Working, 2, socksConnect()};
    }
    if (incoming[1] == byPassword && !m_proxy.user.isEmpty()) {
        const QByteArray words = socksSignIn();
        if (words.isEmpty())
            return fail(Kind::ProxyAuthenticationRequired, QStringLiteral("over 255 octets"));
        m_stage = Stage::SignIn;
        return {State::Working, 2, words};
    }
    constexpr int noneOfThem = 0xff;
    const int method = quint8(incoming[1]);
    return fail(method == noneOfThem || method == byPassword ? Kind::ProxyAuthenticationRequired
                                                             : Kind::ProxyFailed,
                QStringLiteral("SOCKS method %1").arg(method));
}

ProxyHandshake::Progress ProxyHandshake::takeSignIn(QByteArrayView incoming)
{
    if (incoming.size() < 2)
        return {};
    if (incoming[1] != 0) // of the version octet proxies make what they like
        return fail(Kind::ProxyAuthenticationRequired,
                    QStringLiteral("SOCKS sign-in %1").arg(quint8(incoming[1])));
    m_stage = Stage::Connect;
    return {State::Working, 2, socksConnect()};
}

ProxyHandshake::Progress ProxyHandshake::takeSocksReply(QByteArrayView incoming)
{
    constexpr qsizetype fixed = 6; // version, reply, reserved, type; the port at the end
    if (!incoming.isEmpty() && incoming[0] != socksVersion)
        return fail(Kind::ProxyFailed, QStringLiteral("no SOCKS 5"));
    if (incoming.size() < 2)
        return {};
    if (const int code = quint8(incoming[1]); code != 0) // its address may be missing
        return fail(kindOf(socksRefusals, code), QStringLiteral("SOCKS reply %1").arg(code));
    if (incoming.size() < 5)
        return {};
    qsizetype address = 0;
    switch (incoming[3]) {
    case ipv4:
        address = 4;
        break;
    case ipv6:
        address = 16;
        break;
    case domainName:
        address = 1 + quint8(incoming[4]);
        break;
    default:
        return fail(Kind::ProxyFailed, QStringLiteral("SOCKS address %1").arg(quint8(incoming[3])));
    }
    if (incoming.size() < fixed + address)
        return {};
    return {State::Through, fixed + address};
}

ProxyHandshake::Progress ProxyHandshake::takeHttpReply(QByteArrayView incoming)
{
    static constexpr QByteArrayView start = "HTTP/1.";
    if (!incoming.startsWith(start.first(std::min(start.size(), incoming.size()))))
        return fail(Kind::ProxyFailed, QStringLiteral("no HTTP"));
    const qsizetype size = headSize(incoming);
    if (size == 0 || size > longestHttpHead) {
        if (std::max(size, incoming.size()) <= longestHttpHead)
            return {};
        return fail(Kind::ProxyFailed, QStringLiteral("endless head"));
    }
    const QByteArray line = incoming.first(incoming.indexOf('\n')).trimmed().toByteArray();
    bool isNumber = false;
    const int status = line.mid(start.size() + 2, 3).toInt(&isNumber);
    if (isNumber && status / 100 == 1) { // more follows
        Progress next = takeHttpReply(incoming.sliced(size));
        next.taken += next.state == State::Failed ? 0 : size;
        return next;
    }
    if (isNumber && status / 100 == 2)
        return {State::Through, size}; // a length in the head counts for nothing here
    return fail(isNumber ? kindOf(httpRefusals, status) : Kind::ProxyFailed,
                QString::fromLatin1(line.left(100)));
}

ProxyHandshake::Progress ProxyHandshake::fail(Kind kind, const QString &detail)
{
    m_error = {kind, detail, {}};
    return {State::Failed, 0};
}

QByteArray ProxyHandshake::socksSignIn() const
{
    const QByteArray user = m_proxy.user.toUtf8();
    QByteArray password = passwordOf(m_proxy);
    QByteArray words;
    if (user.size() <= longestField && password.size() <= longestField) {
        words.reserve(3 + user.size() + password.size()); // so that no copy of it is left behind
        words.append(signInVersion).append(char(user.size())).append(user);
        words.append(char(password.size())).append(password);
    }
    Secret::wipe(password);
    return words;
}

QByteArray ProxyHandshake::socksConnect() const
{
    constexpr char connectCommand = 1;
    QByteArray words{std::array{socksVersion, connectCommand, char(0)}.data(), 3};
    if (const auto &address = m_server.address(); !address) {
        const QByteArray name = m_server.ascii().toLatin1(); // A-labels: 253 octets at most
        words.append(domainName).append(char(std::min(name.size(), longestField)));
        words.append(name.left(longestField));
    } else if (address->protocol() == QAbstractSocket::IPv4Protocol) {
        std::array<char, 4> octets{};
        qToBigEndian(address->toIPv4Address(), octets.data());
        words.append(ipv4).append(octets.data(), octets.size());
    } else {
        const Q_IPV6ADDR octets = address->toIPv6Address();
        words.append(ipv6).append(reinterpret_cast<const char *>(octets.c), sizeof octets.c);
    }
    return words + bigEndian(m_port);
}

QByteArray ProxyHandshake::httpConnect() const
{
    // HostName holds no CR, LF or NUL, so that nothing can be slipped into these lines.
    QByteArray name = m_server.ascii().toLatin1();
    if (const auto &address = m_server.address();
        address && address->protocol() == QAbstractSocket::IPv6Protocol)
        name = '[' + name + ']';
    const QByteArray server = name + ':' + QByteArray::number(m_port);
    QByteArray words = "CONNECT " + server + " HTTP/1.1\r\nHost: " + server + "\r\n";
    if (!m_proxy.user.isEmpty()) {
        QByteArray password = passwordOf(m_proxy);
        QByteArray both = m_proxy.user.toUtf8() + ':' + password;
        QByteArray encoded = both.toBase64();
        words.reserve(words.size() + encoded.size() + 64);
        words.append("Proxy-Authorization: Basic ").append(encoded).append("\r\n");
        Secret::wipe(password);
        Secret::wipe(both);
        Secret::wipe(encoded);
    }
    return words.append("\r\n");
}

} // namespace pennypost
