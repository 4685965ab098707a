// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/AccountStore.h"
#include "core/account/ServerDiscovery.h"
#include "core/secrets/CredentialSource.h"
#include "core/secrets/SessionSecretStore.h"
#include "tests/fakes/FakeSecretStore.h"
#include "tests/fakes/FakeSubmitter.h"
#include "ui/setup/SetupServices.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <memory>

namespace pennypost {

/// A profile in a scratch folder and everything that setting an account up stands on: the real store, table
/// and credential source, a keychain and a submitter that the test drives.
class SetupHarness
{
public:
    SetupHarness()
        : accounts(folder.filePath(QStringLiteral("accounts.json"))),
          providers(table()),
          credentials(keychain, session),
          services{accounts, providers, submitter, keychain, session, credentials}
    {
    }

    QStringList listing() const
    {
        return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    static Account account(const QString &id, const QString &name, const QString &address)
    {
        const qsizetype at = address.indexOf(u'@');
        Account account;
        account.id = id;
        account.identities = {{{name, address.left(at), address.mid(at + 1)}}};
        account.server.host = QStringLiteral("smtp.") + address.mid(at + 1);
        account.server.userName = address;
        return account;
    }

    static PeerCertificate certificate()
    {
        PeerCertificate certificate;
        certificate.subject = QStringLiteral("mail.example.org");
        certificate.issuer = QStringLiteral("Example Home CA");
        certificate.names = {QStringLiteral("mail.example.org"), QStringLiteral("192.0.2.25")};
        certificate.notBefore = QDateTime(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC);
        certificate.notAfter = QDateTime(QDate(2034, 1, 1), QTime(0, 0), Qt::UTC);
        certificate.sha256 =
            QByteArray::fromHex("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
        return certificate;
    }

    QTemporaryDir folder;
    FakeSubmitter submitter;
    FakeSecretStore keychain;
    SessionSecretStore session;
    AccountStore accounts;
    ServerDiscovery providers;
    StoredCredentialSource credentials;
    SetupServices services;

private:
    static ServerDiscovery table()
    {
        QFile file(QStringLiteral(PENNYPOST_PROVIDERS));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no provider table");
        auto discovery = ServerDiscovery::fromJson(file.readAll());
        if (!discovery)
            qFatal("%s", qPrintable(discovery.error()));
        return *discovery;
    }
};

} // namespace pennypost
