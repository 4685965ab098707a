// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/ServerDiscovery.h"
#include "ui/common/ProblemText.h"
#include "ui/setup/AccountSaver.h"
#include "ui/setup/AssistantPage.h"
#include "ui/setup/ServerPart.h"
#include "ui/setup/ServerTest.h"
#include "ui/setup/SetupServices.h"

#include <QPointer>

#include <memory>
#include <optional>

class QLabel;
class QPushButton;

namespace pennypost {

class NoteLabel;
class ProblemPanel;
class ServerTestView;

/// What the test page is given by the page before it.
struct SetupPlan
{
    Mailbox mailbox;
    QList<ServerSettings> candidates; ///< at least one
    std::optional<Provider> provider;
    std::optional<Secret> password; ///< nothing: the stored one, or no sign-in
    std::optional<Account> edit;
    std::optional<Secret> passPhrase = {};    ///< of the certificate; nothing: the stored one, or none
    std::optional<Secret> proxyPassword = {}; ///< the same
};

/// Tests the plan for real, each step shown as it happens, offers the remedy where it fails, and on Finish
/// stores what worked. Where it fails (offline, on a train) the person may store the settings as they are.
/// Nothing is stored before one of these; leaving stops the test. GUI thread.
class TestPage : public AssistantPage
{
    Q_OBJECT

public:
    explicit TestPage(const SetupServices &services, QWidget *parent = nullptr);
    ~TestPage() override;

    QString title() const override;
    QString subtitle() const override;
    QString nextText() const override;
    /// Not beside a remedy: what did not get stored is tried again by that one button.
    bool mayGoOn() const override;
    /// What went wrong is shown.
    bool hasFailed() const { return m_state == State::Failed; }

    /// Takes the plan and starts.
    void begin(SetupPlan plan);
    /// Precondition: mayGoOn().
    void finish();
    /// Ends the test, and storing if that is under way.
    void leave();

Q_SIGNALS:
    void settled(const pennypost::ServerSettings &server); ///< these are the settings from now on
    void wantsServer(pennypost::ServerPart part);
    void wantsPassword();
    void saved(const pennypost::Account &account);

private:
    enum class State { Testing, Stopped, Failed, Passed, Saving };
    void setState(State state);
    void test();
    void testWithTyped(Access stored);
    /// The account as its stored secrets are wanted: nothing of what was typed, or is not used.
    Account asked() const;
    void passed();
    void testFailed(const SubmissionError &error);
    void save(SecretPlace place);
    void storeUntested();
    /// What would be stored without a test: nothing where that must not be.
    std::optional<ServerSettings> storable() const;
    void take(Remedy remedy);
    ServerPart partOfProblem() const;
    void testWith(const ServerSettings &server);
    Account account(SecretPlace place) const;

    SetupServices m_services;
    SetupPlan m_plan;
    State m_state = State::Stopped;
    ServerTest *m_test;
    std::optional<SubmissionError> m_error;   ///< of the server that was tried last
    Problem m_failed = Problem::HostNotFound; ///< its problem, or that of a secret that could not be had
    QPointer<AccountSaver> m_saver;
    std::unique_ptr<QObject> m_waitingForAccess; ///< its end calls off what the keychain still answers
    bool m_saveFailed = false;
    bool m_untested = false; ///< the person chose to store it all the same
    SecretPlace m_place = SecretPlace::Keychain;

    ServerTestView *m_view;
    ProblemPanel *m_problem;
    QLabel *m_verdict;
    QPushButton *m_stop;
    QPushButton *m_again;
    NoteLabel *m_untestedNote;
    QPushButton *m_storeUntested;
};

} // namespace pennypost
