// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/ClientCertificate.h"

#include <QObject>

#include <functional>
#include <memory>

namespace pennypost {

/// Why a file gave none, with the system's words on it where it spoke.
struct ClientCertificateFailure
{
    ClientCertificateError kind = ClientCertificateError::Unreadable;
    QString detail = {};
    bool operator==(const ClientCertificateFailure &) const = default;
};

using ClientCertificateRead = Result<std::shared_ptr<const ClientCertificate>, ClientCertificateFailure>;
using ClientCertificateDone = std::function<void(const ClientCertificateRead &read)>;

/// At once; may take a second, or as long as the file's server does. For who has no other thing to do: the
/// command line.
ClientCertificateRead readClientCertificate(const QString &file, const Secret &passPhrase,
                                            const QDateTime &now);

/// On a thread of the pool; calls `done` later, on the calling thread, unless `context` is gone by then.
/// Who is asked for the same file again and again remembers what came of it: then the file is read and
/// compared, for it may have been renewed, but its key need not be made from the pass phrase anew. Any
/// thread, the same for all calls. Used by SubmissionWorker, and by the account's settings.
class ClientCertificateFiles
{
public:
    ClientCertificateFiles();
    ~ClientCertificateFiles();
    ClientCertificateFiles(const ClientCertificateFiles &) = delete;
    ClientCertificateFiles &operator=(const ClientCertificateFiles &) = delete;

    void read(const QString &file, const Secret &passPhrase, const QDateTime &now, QObject *context,
              ClientCertificateDone done);

    /// Until all files are read and the answers posted: for who ends the thread that they go to, where one
    /// that came later would lie for ever. What is posted then runs, or is dropped, in that thread's loop.
    void waitForReaders();

private:
    struct Known;
    struct Memory;
    class Readers;
    std::shared_ptr<Memory> m_memory; ///< shared with what is being read
    std::shared_ptr<Readers> m_readers;
};

} // namespace pennypost
