// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/PracticeListener.h"

#include "core/practice/PracticeConnection.h"

#include <utility>

namespace pennypost {

namespace {
constexpr qsizetype mostConnections = 64;
}

PracticeListener::PracticeListener(const QSslConfiguration &tls, PracticeSecrets secrets, QString folder,
                                   const Clock &clock, UniqueIds &ids)
    : m_tls(tls), m_secrets(std::move(secrets)), m_folder(std::move(folder)), m_clock(clock), m_ids(ids)
{
}

PracticeListener::~PracticeListener()
{
    qDeleteAll(findChildren<PracticeConnection *>()); // before m_secrets, which they refer to
}

void PracticeListener::incomingConnection(qintptr socket)
{
    if (findChildren<PracticeConnection *>(QString(), Qt::FindDirectChildrenOnly).size() >= mostConnections) {
        QTcpSocket tooMany; // takes the descriptor over and closes it
        tooMany.setSocketDescriptor(socket);
        return;
    }
    auto *connection = new PracticeConnection(socket, m_tls, m_secrets, m_folder, m_clock, m_ids, this);
    connect(connection, &PracticeConnection::received, this, &PracticeListener::received);
}

} // namespace pennypost
