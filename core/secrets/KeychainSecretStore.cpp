// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/KeychainSecretStore.h"

#include "core/secrets/KeychainError.h"
#include "core/secrets/KeychainKey.h"
#include "core/secrets/KeychainLock.h"

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

} // namespace

KeychainSecretStore::KeychainSecretStore(QString service) : m_service(std::move(service)) {}

void KeychainSecretStore::read(const QString &key, QObject *context, ReadDone done)
{
    run(new QKeychain::ReadPasswordJob(m_service), m_service, key, context,
        [service = m_service, key, context, done = std::move(done)](const QKeychain::ReadPasswordJob &job) {
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

void KeychainSecretStore::write(const QString &key, const Secret &secret, QObject *context, Done done)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(QString::fromUtf8(secret.bytes()));
    // Kept until it has been read back; behind a pointer because Qt copies functors.
    auto wanted = std::make_shared<Secret>(secret.clone());
    const QString service = m_service;
    const auto written = [service, key, context, wanted,
                          done = std::move(done)](const QKeychain::WritePasswordJob &writeJob) {
        if (writeJob.error() != QKeychain::NoError) {
            done(Failure{errorOf(writeJob)});
            return;
        }
        const auto readBack = [service, key, context, wanted,
                               done](const QKeychain::ReadPasswordJob &readJob) {
            if (readJob.error() != QKeychain::NoError) {
                done(Failure{errorOf(readJob)});
                return;
            }
            if (takeText(readJob).bytes() == wanted->bytes()) {
                done({});
                return;
            }
            // Half a password is worse than none: it would be tried, and lock the account.
            run(new QKeychain::DeletePasswordJob(service), service, key, context,
                [done](const QKeychain::DeletePasswordJob &) {
                    done(Failure{SecretError{Kind::TooLong, {}}});
                });
        };
        run(new QKeychain::ReadPasswordJob(service), service, key, context, readBack);
    };
    run(job, m_service, key, context, written);
}

void KeychainSecretStore::remove(const QString &key, QObject *context, Done done)
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

} // namespace pennypost
