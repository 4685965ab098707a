// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/ServerSettingsCheck.h"

#include "core/message/Mailbox.h"

#include <QHostAddress>

#include <algorithm>

namespace pennypost {

namespace {

constexpr qsizetype LongestName = 253; // RFC 1035 2.3.4, in its text form
constexpr qsizetype LongestLabel = 63;
constexpr qsizetype LongestUserName = 256;
constexpr qsizetype LongestSocksUser = 255; // RFC 1929 2, in octets

bool isLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

bool isLabel(QStringView label)
{
    return !label.isEmpty() && label.size() <= LongestLabel && isLetterOrDigit(label.front()) &&
           isLetterOrDigit(label.back()) &&
           std::all_of(label.begin(), label.end(), [](QChar c) { return isLetterOrDigit(c) || c == u'-'; });
}

bool isHostName(const QString &host)
{
    const QString ascii = asciiDomain(host);
    if (ascii.isEmpty() || ascii.size() > LongestName)
        return false;
    const QList<QStringView> labels = QStringView(ascii).split(u'.');
    // A last label of digits makes it look like an address, which it then was not: 1.2.3.256.
    const QStringView last = labels.last();
    const bool numeric =
        std::all_of(last.begin(), last.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return !numeric && std::all_of(labels.begin(), labels.end(), isLabel);
}

/// Four decimal numbers, the only IPv4 form without a second meaning: QHostAddress takes "1" and 0x7f too.
bool isIpv4(const QString &host)
{
    return host.count(u'.') == 3 &&
           std::all_of(host.begin(), host.end(),
                       [](QChar c) { return c == u'.' || (c >= u'0' && c <= u'9'); }) &&
           QHostAddress(host).protocol() == QAbstractSocket::IPv4Protocol;
}

bool isUserName(const QString &name)
{
    return name.size() <= LongestUserName && std::none_of(name.begin(), name.end(), [](QChar c) {
               return c.category() == QChar::Other_Control;
           });
}

bool isMechanism(const QByteArray &name)
{
    return name.size() <= 20 && std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
           });
}

bool isProxyUser(const ProxySettings &proxy)
{
    const bool parts = proxy.kind == ProxySettings::Kind::HttpConnect && proxy.user.contains(u':');
    return !parts && isUserName(proxy.user) && proxy.user.toUtf8().size() <= LongestSocksUser;
}

QList<ServerSettingsProblem> checkProxy(const ProxySettings &proxy)
{
    QList<ServerSettingsProblem> problems;
    if (!proxy.isNamed())
        return problems;
    if (proxy.host.isEmpty())
        problems.append(ServerSettingsProblem::ProxyHostMissing);
    else if (!isValidHost(proxy.host))
        problems.append(ServerSettingsProblem::ProxyHostInvalid);
    if (proxy.port == 0)
        problems.append(ServerSettingsProblem::ProxyPortInvalid);
    if (!isProxyUser(proxy))
        problems.append(ServerSettingsProblem::ProxyUserInvalid);
    return problems;
}

} // namespace

bool isValidHost(QStringView host)
{
    const QString name = host.toString();
    const bool odd = std::any_of(name.begin(), name.end(), [](QChar c) {
        return c.isSpace() || c == u'_' || c.category() == QChar::Other_Control ||
               c.category() == QChar::Other_Format || c == u'[' || c == u']' || c == u'/' || c == u'@';
    });
    if (name.isEmpty() || odd)
        return false;
    if (name.contains(u':'))
        return QHostAddress(name).protocol() == QAbstractSocket::IPv6Protocol;
    return isIpv4(name) || isHostName(name);
}

QList<ServerSettingsProblem> checkServerSettings(const ServerSettings &server)
{
    QList<ServerSettingsProblem> problems;
    if (server.host.isEmpty())
        problems.append(ServerSettingsProblem::HostMissing);
    else if (!isValidHost(server.host))
        problems.append(ServerSettingsProblem::HostInvalid);
    if (server.port == 0)
        problems.append(ServerSettingsProblem::PortInvalid);
    if (!isUserName(server.userName))
        problems.append(ServerSettingsProblem::UserNameInvalid);
    if (!isMechanism(server.mechanism))
        problems.append(ServerSettingsProblem::MechanismInvalid);
    if (server.security == ServerSettings::Security::None && !server.userName.isEmpty())
        problems.append(ServerSettingsProblem::PasswordInClear);
    if (!server.pinnedSha256.isEmpty() && server.pinnedSha256.size() != 32)
        problems.append(ServerSettingsProblem::PinInvalid);
    if (server.mechanism == "EXTERNAL" && server.clientCertificate.isEmpty())
        problems.append(ServerSettingsProblem::CertificateMissing);
    if (server.security == ServerSettings::Security::None && !server.clientCertificate.isEmpty())
        problems.append(ServerSettingsProblem::CertificateInClear);
    return problems + checkProxy(server.proxy);
}

} // namespace pennypost
