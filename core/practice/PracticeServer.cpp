// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/PracticeServer.h"

#include "core/base/PrivateFiles.h"
#include "core/practice/PracticeCertificate.h"
#include "core/practice/PracticeListener.h"

#include <QDir>
#include <QSslSocket>

#include <optional>
#include <tuple>
#include <utility>

namespace pennypost {

namespace {

QSslConfiguration tlsWith(const PracticeCertificate &identity)
{
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // clients have no certificates
    tls.setPrivateKey(identity.key);
    tls.setLocalCertificate(identity.certificate);
    return tls;
}

} // namespace

class PracticeServer::Private
{
public:
    Private(QString theFolder, const Clock &theClock, UniqueIds &theIds)
        : folder(std::move(theFolder)), clock(theClock), ids(theIds)
    {
    }

    QString folder;
    const Clock &clock;
    UniqueIds &ids;
    QThread thread;
    std::optional<PracticeAccess> access; ///< while it runs
};

PracticeServer::PracticeServer(QString folder, const Clock &clock, UniqueIds &ids, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(folder), clock, ids))
{
    d->thread.setObjectName(u"practice server");
}

PracticeServer::~PracticeServer()
{
    // The thread never blocks: it ends at its next turn, and the listener with all its clients goes with it.
    d->thread.quit();
    d->thread.wait();
}

Result<void, QString> PracticeServer::start(quint16 port)
{
    if (isRunning())
        return {};
    if (!makePrivateFolder(d->folder))
        return Failure{d->folder + u": " + qt_error_string()};
    auto identity = PracticeCertificate::make(d->clock.now());
    if (!identity)
        return Failure{identity.error()};

    Secret password(d->ids.next()); // 128 random bits
    auto listener = std::make_unique<PracticeListener>(
        tlsWith(*identity), PracticeSecrets{practiceUserName().toUtf8(), password.clone()}, d->folder,
        d->clock, d->ids);
    // Listening begins here, so that a port that is taken is told at once; the waiting is the thread's.
    if (!listener->listen(QHostAddress(QHostAddress::LocalHost), port))
        return Failure{listener->errorString()};

    ServerSettings server;
    server.host = QStringLiteral("127.0.0.1");
    server.port = listener->serverPort();
    server.security = ServerSettings::Security::Tls;
    server.userName = practiceUserName();
    server.pinnedSha256 = identity->sha256;
    d->access = PracticeAccess{server, std::move(password)};

    connect(listener.get(), &PracticeListener::received, this, &PracticeServer::received);
    connect(&d->thread, &QThread::finished, listener.get(), &QObject::deleteLater);
    listener->moveToThread(&d->thread);
    std::ignore = listener.release(); // the thread's from here on
    d->thread.start();
    return {};
}

bool PracticeServer::isRunning() const
{
    return d->access.has_value();
}

PracticeAccess PracticeServer::access() const
{
    const auto &access = d->access;
    if (!access)
        return {};
    return {access->server, access->password.clone()};
}

} // namespace pennypost
