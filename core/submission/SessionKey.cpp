// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/SessionKey.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>

namespace pennypost {

namespace {

QByteArray keyOfThisProcess()
{
    static const QByteArray key = [] {
        std::array<quint32, 8> words{};
        QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
        return QByteArray(reinterpret_cast<const char *>(words.data()), qsizetype(sizeof words));
    }();
    return key;
}

QByteArray keyedHash(const Secret &secret)
{
    if (secret.isEmpty())
        return {};
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, keyOfThisProcess());
    const QByteArrayView octets = secret.bytes();
    code.addData(octets.data(), octets.size());
    return code.result();
}

} // namespace

SessionKey::SessionKey(const ServerSettings &settings, const Credential &credential,
                       const ConnectionSecrets &secrets)
    : server(settings),
      kind(credential.kind),
      userName(credential.userName),
      secret(keyedHash(credential.secret)),
      proxyPassword(keyedHash(secrets.proxyPassword))
{
    server.host = server.host.toLower();
}

} // namespace pennypost
