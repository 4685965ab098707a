// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/UniqueIds.h"
#include "core/practice/PracticeSignIn.h"

#include <QSslConfiguration>
#include <QString>
#include <QTcpServer>

namespace pennypost {

/// Waits for clients of the practice server and makes a PracticeConnection of each, 64 at a time at most.
/// On the server's thread.
class PracticeListener final : public QTcpServer
{
    Q_OBJECT

public:
    PracticeListener(const QSslConfiguration &tls, PracticeSecrets secrets, QString folder,
                     const Clock &clock, UniqueIds &ids);
    ~PracticeListener() override;

Q_SIGNALS:
    void received(const QString &file);

protected:
    void incomingConnection(qintptr socket) override;

private:
    QSslConfiguration m_tls;
    PracticeSecrets m_secrets;
    QString m_folder;
    const Clock &m_clock;
    UniqueIds &m_ids;
};

} // namespace pennypost
