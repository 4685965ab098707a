// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ClientCertificateFile.h"

#include "core/base/WayBack.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QThreadPool>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace pennypost {

namespace {

using Error = ClientCertificateError;

constexpr qint64 largestFile = 1 << 20;
constexpr size_t mostKnown = 8;

Result<QByteArray, ClientCertificateFailure> contentsOf(const QString &name)
{
    if (!QFileInfo::exists(name))
        return Failure{ClientCertificateFailure{Error::FileMissing}};
    QFile file(name);
    // A pipe would be waited for without an end.
    if (!QFileInfo(name).isFile() || !file.open(QIODevice::ReadOnly))
        return Failure{ClientCertificateFailure{Error::FileUnreadable, file.errorString()}};
    QByteArray bytes = file.read(largestFile + 1);
    if (file.error() != QFileDevice::NoError || bytes.size() > largestFile) {
        const QString reason = file.error() == QFileDevice::NoError ? QString() : file.errorString();
        return Failure{ClientCertificateFailure{Error::FileUnreadable, reason}};
    }
    return bytes;
}

ClientCertificateRead made(const QByteArray &bytes, const Secret &passPhrase, const QDateTime &now)
{
    auto certificate = ClientCertificate::read(bytes, passPhrase, now);
    if (!certificate)
        return Failure{ClientCertificateFailure{certificate.error()}};
    return std::move(*certificate);
}

/// Of a file's octets and what they are opened with.
QByteArray fingerprintOf(const QByteArray &bytes, const Secret &passPhrase, const QByteArray &key)
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, key);
    code.addData(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
    code.addData(passPhrase.bytes().data(), passPhrase.bytes().size());
    return code.result();
}

QByteArray randomKey()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return {reinterpret_cast<const char *>(words.data()), qsizetype(sizeof words)};
}

} // namespace

/// What came of one file and pass phrase. Immutable once made, so that any thread may look at it.
struct ClientCertificateFiles::Known
{
    QByteArray fingerprint;
    std::shared_ptr<const ClientCertificate> certificate;
};

/// On the thread of those who ask, newest last.
struct ClientCertificateFiles::Memory
{
    QByteArray key = randomKey(); ///< of the fingerprints, which would help to guess a pass phrase without it
    std::vector<Known> known;
};

ClientCertificateRead readClientCertificate(const QString &file, const Secret &passPhrase,
                                            const QDateTime &now)
{
    auto bytes = contentsOf(file);
    if (!bytes)
        return Failure{bytes.error()};
    auto read = made(*bytes, passPhrase, now);
    Secret::wipe(*bytes); // it may hold a key that no pass phrase protects
    return read;
}

/// Those that are on the pool. None is left when nothing of theirs is on its way any more.
class ClientCertificateFiles::Readers
{
public:
    /// One of them. The way back is let go of before the reader is counted out.
    struct Reader
    {
        std::shared_ptr<void> counted;
        WayBack back;
    };

    static Reader begin(const std::shared_ptr<Readers> &readers, QObject *context)
    {
        const std::lock_guard lock(readers->m_guard);
        ++readers->m_count;
        return {std::shared_ptr<void>(nullptr, [readers](void *) { readers->end(); }), WayBack(context)};
    }
    void wait()
    {
        std::unique_lock lock(m_guard);
        m_none.wait(lock, [this] { return m_count == 0; });
    }

private:
    void end()
    {
        const std::lock_guard lock(m_guard);
        if (--m_count == 0)
            m_none.notify_all();
    }

    std::mutex m_guard;
    std::condition_variable m_none;
    int m_count = 0;
};

ClientCertificateFiles::ClientCertificateFiles()
    : m_memory(std::make_shared<Memory>()), m_readers(std::make_shared<Readers>())
{
}

ClientCertificateFiles::~ClientCertificateFiles() = default;

void ClientCertificateFiles::read(const QString &file, const Secret &passPhrase, const QDateTime &now,
                                  QObject *context, ClientCertificateDone done)
{
    auto secret = std::make_shared<const Secret>(passPhrase.clone());
    QThreadPool::globalInstance()->start([file, secret, now, known = m_memory->known, key = m_memory->key,
                                          memory = std::weak_ptr(m_memory), done = std::move(done),
                                          reader = Readers::begin(m_readers, context)] {
        auto bytes = contentsOf(file);
        if (!bytes)
            return reader.back.post([done, error = bytes.error()] { done(Failure{error}); });
        const QByteArray fingerprint = fingerprintOf(*bytes, *secret, key);
        const auto same = std::find_if(known.rbegin(), known.rend(), [&fingerprint](const Known &each) {
            return each.fingerprint == fingerprint;
        });
        const bool isKnown = same != known.rend() && now <= same->certificate->notAfter();
        auto read = isKnown ? ClientCertificateRead(same->certificate) : made(*bytes, *secret, now);
        Secret::wipe(*bytes);
        reader.back.post([memory, fingerprint, isKnown, done, read = std::move(read)] {
            if (const auto kept = memory.lock(); kept && read && !isKnown) {
                if (kept->known.size() == mostKnown)
                    kept->known.erase(kept->known.begin());
                kept->known.push_back({fingerprint, *read});
            }
            done(read); // whoever asked may go in it, and this memory with him
        });
    });
}

void ClientCertificateFiles::waitForReaders()
{
    m_readers->wait();
}

} // namespace pennypost
