// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/account/AccountsFolder.h"

#include <QDir>
#include <QFile>

namespace pennypost {

QByteArray AccountsFolder::contents() const
{
    QFile in(file());
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

bool AccountsFolder::put(const QByteArray &bytes) const
{
    QFile out(file());
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
}

QStringList AccountsFolder::listing() const
{
    return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
}

Account sampleAccount(const QString &id)
{
    Account account;
    account.id = id;
    account.identities = {
        {{QStringLiteral("Alice \"A\" Liddell"), QStringLiteral("alice"), QStringLiteral("bücher.example")}},
        {{{}, QStringLiteral("a b"), QStringLiteral("example.org")}}};
    account.server.host = QStringLiteral("smtp.example.org");
    account.server.port = 587;
    account.server.security = ServerSettings::Security::StartTls;
    account.server.userName = QStringLiteral("alice");
    account.server.mechanism = "LOGIN";
    account.server.pinnedSha256 = QByteArray(32, '\xfe');
    account.server.caFile = QStringLiteral("/etc/ssl/Ünser.pem");
    account.server.clientCertificate = QStringLiteral("/home/alice/Zertifikät.p12");
    account.server.proxy = {ProxySettings::Kind::Socks5, QStringLiteral("proxy.example.org"), 1080,
                            QStringLiteral("älice")};
    account.secretPlace = SecretPlace::Session;
    account.passPhrasePlace = SecretPlace::Keychain;
    account.proxyPasswordPlace = SecretPlace::Session;
    return account;
}

AccountStoreError::Kind kindOf(const Result<void, AccountStoreError> &result)
{
    return result.error().kind;
}

} // namespace pennypost
