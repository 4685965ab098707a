// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/PracticeAccount.h"
#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/base/Secret.h"
#include "core/base/UniqueIds.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace pennypost {

/// How to reach a running practice server. Its key, certificate and password are made afresh at each start
/// and never touch a disk.
struct PracticeAccess
{
    ServerSettings server; ///< 127.0.0.1, its port, implicit TLS, user name, pinned certificate
    Secret password;
};

/// A submission server to try things with: on 127.0.0.1 alone, implicit TLS, AUTH PLAIN and LOGIN with a
/// random password, PIPELINING, SIZE, 8BITMIME, SMTPUTF8. Stores each letter as FOLDER/RECEIVED-TIME-ID.eml,
/// streamed, complete before it has its name, with Return-Path and Received on top; nothing is delivered
/// anywhere. Runs on a thread of its own. Owner's thread: the GUI's (or the CLI's only one).
class PracticeServer : public QObject
{
    Q_OBJECT

public:
    PracticeServer(QString folder, const Clock &clock, UniqueIds &ids, QObject *parent = nullptr);
    ~PracticeServer() override;

    /// Starts listening; `port` 0 takes one from the system. Fails with the system's words.
    Result<void, QString> start(quint16 port = 0);
    bool isRunning() const;
    /// Precondition: isRunning().
    PracticeAccess access() const;

Q_SIGNALS:
    /// A letter is in; `file` is its absolute path.
    void received(const QString &file);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pennypost
