// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/ProblemText.h"
#include "ui/setup/SetupServices.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;

namespace pennypost {

class ProblemPanel;
class ServerTest;
class ServerTestView;
class SessionPassword;

/// Tests a stored account again and shows it live. A change of its server that a remedy offers (the other
/// encryption, a pinned certificate) is tried first and stored once it works. Where the keychain gives no
/// password, one for this session is asked for in place, and kept in the session's store once it works: the
/// account and what the keychain holds stay as they are. GUI thread. Part of AccountsDialog.
class AccountTestPart : public QWidget
{
    Q_OBJECT

public:
    explicit AccountTestPart(const SetupServices &services, QWidget *parent = nullptr);
    ~AccountTestPart() override;

    void begin(const Account &account);
    void stop();

Q_SIGNALS:
    /// The remedy is in the account's own fields.
    void wantsEdit(const QString &id);

private:
    void run();
    void runWith(const ServerSettings &changed);
    void halt();
    void accessFailed(const SubmissionError &error);
    void succeeded();
    void keepServer();
    void keepPassword();
    void failed(const SubmissionError &error);
    void take(Remedy remedy);

    SetupServices m_services;
    Account m_account;
    std::optional<ServerSettings> m_changed; ///< by a remedy, until another test begins
    std::optional<SubmissionError> m_error;
    std::optional<Secret> m_typed;      ///< for this session, instead of the stored one
    std::unique_ptr<QObject> m_waiting; ///< its end calls off what the keychain still answers
    ServerTest *m_test;
    QLabel *m_verdict;
    ServerTestView *m_view;
    ProblemPanel *m_problem;
    SessionPassword *m_password;
};

} // namespace pennypost
