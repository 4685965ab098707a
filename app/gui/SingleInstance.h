// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QStringList>

class QLocalSocket;

namespace pennypost {

/// One desktop program for each profile: the first holds a lock file in it and listens on a local socket that
/// its user alone may use; the second asks the first to come forward and to open what it was given, and ends.
/// A crash leaves neither in the way. GUI thread.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &profile, QObject *parent = nullptr);

    /// True in the first one, which from then on hears raiseRequested().
    bool claim();
    /// Asks the first one to come forward, with what it is to open (a megabyte at most); answered() tells
    /// whether it took notice within a few seconds.
    void raiseOther(const QStringList &letters = {});

Q_SIGNALS:
    void raiseRequested(const QStringList &letters);
    void answered(bool raised);

private:
    void takeConnection();
    void takeRequest(QLocalSocket &socket);

    QString m_lockName;
    QLockFile m_lock;
    QString m_name;
    QLocalServer m_server;
};

} // namespace pennypost
