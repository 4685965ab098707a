// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/PracticeCredentialSource.h"

#include <QMetaObject>

#include <utility>

namespace pennypost {

PracticeCredentialSource::PracticeCredentialSource(CredentialSource &others, PracticeServer &server)
    : m_others(others), m_server(server)
{
}

void PracticeCredentialSource::access(const Account &account, QObject *context, AccessDone done)
{
    if (!account.practice) {
        m_others.access(account, context, std::move(done));
        return;
    }
    const auto answer = [this, done = std::move(done)] {
        if (auto started = m_server.start(); !started) {
            SubmissionError failed;
            failed.problem = Problem::PracticeServerFailed;
            failed.detail = started.error();
            done(Failure{failed});
            return;
        }
        auto access = m_server.access();
        done(Access{access.server, Credential{Credential::Kind::Password, access.server.userName,
                                              std::move(access.password)}});
    };
    QMetaObject::invokeMethod(context, answer, Qt::QueuedConnection);
}

void PracticeCredentialSource::refused(const Account &account)
{
    if (!account.practice)
        m_others.refused(account);
}

} // namespace pennypost
