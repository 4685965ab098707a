// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/ProblemText.h"
#include "ui/setup/AccountRemover.h"
#include "ui/setup/SetupServices.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace pennypost {

class NoteLabel;
class ProblemPanel;

/// Asks once, in place, whether to remove an account, and does it; where the keychain can't be reached, the
/// password can be left behind knowingly. GUI thread. Part of AccountsDialog.
class AccountRemovalPart : public QWidget
{
    Q_OBJECT

public:
    explicit AccountRemovalPart(const SetupServices &services, QWidget *parent = nullptr);

    /// Precondition: not isWorking().
    void ask(const Account &account);
    /// An answer was given and the keychain has not replied yet: what it replies is about that account, so
    /// nothing else may take this part's place.
    bool isWorking() const { return m_working; }
    /// Of an account that is in no list any more.
    bool tellsOfPasswordLeft() const { return m_gone.has_value(); }

Q_SIGNALS:
    void workingChanged();
    /// Removed, or kept.
    void finished();

private:
    void remove(AccountRemover::Secrets secrets);
    void setWorking(bool working);
    void tellWaiting();
    void end();
    void failed(const ProblemText &problem, bool offerToLeaveSecret);

    SetupServices m_services;
    QString m_id;                  ///< whom question and buttons are about
    std::optional<Account> m_gone; ///< is removed, its password perhaps not
    bool m_working = false;
    AccountRemover::Secrets m_secrets = AccountRemover::Secrets::Remove;
    QLabel *m_question;
    QWidget *m_buttons;
    QPushButton *m_yes;
    QPushButton *m_no;
    ProblemPanel *m_problem;
    QPushButton *m_leaveSecret;
    NoteLabel *m_waiting;
    QTimer m_patience;
};

} // namespace pennypost
