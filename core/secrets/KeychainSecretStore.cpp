// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/KeychainSecretStore.h"

#include "core/secrets/KeychainError.h"
#include "core/secrets/KeychainKey.h"
#include "core/secrets/KeychainLock.h"
#include "core/secrets/ReadBack.h"

#include <qt6keychain/keychain.h>

#include <memory>
#include <utility>

namespace pennypost {

namespace {

using Kind = SecretError::Kind;

/// Starts a job that never stores in the clear and deletes itself; `finished` runs unless `context` is gone.
template<class Job, class Finished>
void run(Job *job, const QString &service, const QString &key, QObject *context, Finished finished)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(keychainKey(service, key));
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [job, finished = std::move(finished)] { finished(*job); });
    job->start();
}

SecretError errorOf(const QKeychain::Job &job)
{
    return secretErrorOf(job.error(), job.errorString());
}

Secret takeText(const QKeychain::ReadPasswordJob &job)
{
    QString text = job.textData();
    Secret secret(text);
    text.fill(u'\0');
    return secret;
}

/// QtKeychain as it is: what it says it has written is believed.
class RawKeychain final : public SecretStore
{
public:
    explicit RawKeychain(QString service) : m_service(std::move(service)) {}

    void read(const QString &key, QObject *context, ReadDone done) override
    {
        run(new QKeychain::ReadPasswordJob(m_service), m_service, key, context,
            [service = m_service, key, context,
             done = std::move(done)](const QKeychain::ReadPasswordJob &job) {
                if (job.error() == QKeychain::NoError) {
                    done(takeText(job));
                    return;
                }
                const SecretError error = errorOf(job);
                if (error.kind != Kind::NotFound) {
                    done(Failure{error});
                    return;
                }
                whetherLocked(service, keychainKey(service, key), context, [error, done](bool locked) {
                    done(Failure{locked ? SecretError{Kind::Locked, error.detail} : error});
                });
            });
    }

    void write(const QString &key, const Secret &secret, QObject *context, Done done) override
    {
        auto *job = new QKeychain::WritePasswordJob(m_service);
        job->setTextData(QString::fromUtf8(secret.bytes()));
        run(job, m_service, key, context,
            [done = std::move(done)](const QKeychain::WritePasswordJob &writeJob) {
                if (writeJob.error() == QKeychain::NoError)
                    done({});
                else
                    done(Failure{errorOf(writeJob)});
            });
    }

    void remove(const QString &key, QObject *context, Done done) override
    {
        run(new QKeychain::DeletePasswordJob(m_service), m_service, key, context,
            [done = std::move(done)](const QKeychain::DeletePasswordJob &job) {
                // What was not there is gone, too.
                const auto error = job.error();
                if (error == QKeychain::NoError || error == QKeychain::EntryNotFound)
                    done({});
                else
                    done(Failure{errorOf(job)});
            });
    }

private:
    QString m_service;
};

} // namespace

KeychainSecretStore::KeychainSecretStore(QString service)
    : m_raw(std::make_shared<RawKeychain>(std::move(service)))
{
}

void KeychainSecretStore::read(const QString &key, QObject *context, ReadDone done)
{
    m_raw->read(key, context, std::move(done));
}

void KeychainSecretStore::write(const QString &key, const Secret &secret, QObject *context, Done done)
{
    writeAndReadBack(m_raw, key, secret, context, std::move(done));
}

void KeychainSecretStore::remove(const QString &key, QObject *context, Done done)
{
    m_raw->remove(key, context, std::move(done));
}

} // namespace pennypost
