// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/TestPage.h"

#include "core/account/ServerSettingsCheck.h"
#include "core/sasl/MechanismChooser.h"
#include "ui/common/ServerRemedy.h"
#include "ui/common/WordButton.h"
#include "ui/setup/Measures.h"
#include "ui/setup/NoteLabel.h"
#include "ui/setup/ProblemPanel.h"
#include "ui/setup/ServerTestView.h"
#include "ui/setup/SetupWords.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace pennypost {

TestPage::TestPage(const SetupServices &services, QWidget *parent)
    : AssistantPage(parent),
      m_services(services),
      m_test(new ServerTest(services.submitter, this)),
      m_view(new ServerTestView(this)),
      m_problem(new ProblemPanel(this)),
      m_verdict(new QLabel(this)),
      m_stop(new WordButton(tr("&Stop"), this)),
      m_again(new WordButton(tr("Test a&gain"), this)),
      m_untestedNote(new NoteLabel(this)),
      m_storeUntested(new WordButton(tr("Store &without testing"), this))
{
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setWordWrap(true);
    m_stop->setObjectName(QStringLiteral("stop"));
    m_again->setObjectName(QStringLiteral("again"));
    m_untestedNote->setObjectName(QStringLiteral("untestedNote"));
    m_storeUntested->setObjectName(QStringLiteral("storeUntested"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measures::Wide);
    layout->addWidget(m_view);
    layout->addWidget(m_verdict);
    layout->addWidget(m_problem);
    layout->addWidget(m_stop, 0, Qt::AlignLeading);
    layout->addWidget(m_again, 0, Qt::AlignLeading);
    m_untestedNote->setContentsMargins(0, Measures::Gap, 0, 0); // with it alone: else a page scrolls for it
    layout->addWidget(m_untestedNote);
    layout->addWidget(m_storeUntested, 0, Qt::AlignLeading);
    layout->addStretch();

    connect(m_storeUntested, &QPushButton::clicked, this, &TestPage::storeUntested);
    connect(m_test, &ServerTest::changed, this, [this] { m_view->setSteps(m_test->steps()); });
    connect(m_test, &ServerTest::succeeded, this, &TestPage::passed);
    connect(m_test, &ServerTest::failed, this, &TestPage::testFailed);
    connect(m_problem, &ProblemPanel::remedyChosen, this, &TestPage::take);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        leave();
        setState(State::Stopped);
    });
    connect(m_again, &QPushButton::clicked, this, &TestPage::test);
}

TestPage::~TestPage()
{
    leave();
}

QString TestPage::title() const
{
    switch (m_state) {
    case State::Testing:
        return tr("Testing the account");
    case State::Stopped:
        return tr("The test was stopped");
    case State::Failed:
        return tr("That did not work yet");
    case State::Passed:
        if (m_saveFailed)
            return m_untested ? tr("Not stored yet") : tr("Tested, but not stored yet");
        return tr("It works");
    case State::Saving:
        return tr("Storing the account");
    }
    return {};
}

QString TestPage::subtitle() const
{
    return m_plan.mailbox.addrSpec();
}

QString TestPage::nextText() const
{
    return tr("&Finish");
}

bool TestPage::mayGoOn() const
{
    return m_state == State::Passed && !(m_saveFailed && m_problem->offersRemedy());
}

void TestPage::setState(State state)
{
    m_state = state;
    m_stop->setVisible(state == State::Testing);
    if (state == State::Testing)
        m_stop->setFocus(Qt::OtherFocusReason);
    m_again->setVisible(state == State::Stopped);
    if (state != State::Passed)
        m_saveFailed = false;
    QString verdict;
    if (state == State::Passed && !m_saveFailed) {
        const bool anyTyped = m_plan.password || m_plan.passPhrase || m_plan.proxyPassword;
        verdict = anyTyped && account(SecretPlace::Keychain).uses(SecretPlace::Keychain)
                      ? tr("Finish stores the account, and asks your keychain to keep the password.")
                      : tr("Finish stores the account.");
    } else if (state == State::Saving) {
        verdict = tr("If your keychain is locked, it now asks for its own password.");
    }
    m_verdict->setText(verdict);
    m_verdict->setVisible(!verdict.isEmpty());
    const auto untested = state == State::Failed || state == State::Stopped ? storable() : std::nullopt;
    m_untestedNote->setNote(
        untested
            ? tr("You may store the account as it is (%1), for instance while you are offline. Until the "
                 "settings are right, sending may fail; a letter that can't go out stays with you.")
                  .arg(SetupWords::summary(*untested))
            : QString(),
        m_storeUntested);
    m_storeUntested->setVisible(untested.has_value());
    Q_EMIT stateChanged();
}

void TestPage::begin(SetupPlan plan)
{
    leave();
    m_plan = std::move(plan);
    test();
}

void TestPage::leave()
{
    m_test->stop();
    m_waitingForAccess.reset();
    if (m_saver)
        m_saver->abandon();
    m_saver.clear();
}

void TestPage::test()
{
    m_problem->clear();
    m_error.reset();
    m_untested = false;
    setState(State::Testing);
    const Account wanted = asked();
    if (!wanted.uses(SecretPlace::Keychain) && !wanted.uses(SecretPlace::Session)) {
        testWithTyped({});
        return;
    }
    m_view->setSteps({{TestStep::State::Running, tr("Get the password from your keychain")}});
    m_waitingForAccess = std::make_unique<QObject>();
    m_services.credentials.access(
        wanted, m_waitingForAccess.get(), [this](Result<Access, SubmissionError> access) {
            if (!access) {
                m_failed = access.error().problem;
                m_view->setSteps({{TestStep::State::Failed, tr("Get the password from your keychain")}});
                m_problem->showProblem(
                    ProblemWords::of(access.error(), {.server = m_plan.candidates.first()}));
                setState(State::Failed);
                return;
            }
            testWithTyped(std::move(*access));
        });
}

Account TestPage::asked() const
{
    Account wanted = account(SecretPlace::Keychain);
    const auto stays = [&](AccountSecret which, const std::optional<Secret> &typed) {
        if (typed || !m_plan.edit)
            wanted.setPlaceOf(which, SecretPlace::None);
    };
    stays(AccountSecret::Password, m_plan.password);
    stays(AccountSecret::PassPhrase, m_plan.passPhrase);
    stays(AccountSecret::ProxyPassword, m_plan.proxyPassword);
    return wanted;
}

void TestPage::testWithTyped(Access stored)
{
    const Account wanted = account(SecretPlace::Keychain);
    Credential credential = std::move(stored.credential);
    const Credential::Kind kind = signInKind(wanted);
    if (m_plan.password && kind != Credential::Kind::None)
        credential.secret = m_plan.password->clone();
    credential.kind = kind;
    credential.userName = wanted.server.userName;
    ConnectionSecrets secrets = std::move(stored.secrets);
    if (m_plan.passPhrase)
        secrets.passPhrase = m_plan.passPhrase->clone();
    if (m_plan.proxyPassword)
        secrets.proxyPassword = m_plan.proxyPassword->clone();
    m_test->start(m_plan.candidates, std::move(credential), std::move(secrets));
}

void TestPage::passed()
{
    m_plan.candidates = {m_test->server()};
    Q_EMIT settled(m_test->server());
    setState(State::Passed);
}

void TestPage::testFailed(const SubmissionError &error)
{
    m_error = error;
    m_failed = error.problem;
    // A remedy acts on what failed: the guesses before it are done with.
    const ServerSettings server = m_test->server();
    const Provider *provider = m_services.providers.providerForHost(server.host);
    if (!provider && m_plan.provider)
        provider = &*m_plan.provider;
    m_problem->showProblem(
        ProblemWords::of(error,
                         {.server = server,
                          .provider = provider,
                          .sender = m_plan.mailbox.addrSpec(),
                          .passwordTyped = m_plan.password.has_value(),
                          .nearestHost = m_services.providers.nearestHost(server.host),
                          .tried = m_test->tried().size() > 1 ? m_test->tried() : QList<FailedAttempt>()}),
        error.certificate);
    setState(State::Failed);
}

void TestPage::take(Remedy remedy)
{
    if (const auto server = serverBy(remedy, m_test->server()))
        return testWith(*server);
    switch (remedy) {
    case Remedy::TryAgain:
        if (m_saveFailed)
            save(m_place);
        else
            test();
        return;
    case Remedy::PinCertificate: {
        if (!m_error || !m_error->certificate)
            return;
        ServerSettings server = m_test->server();
        server.pinnedSha256 = m_error->certificate->sha256;
        testWith(server);
        return;
    }
    case Remedy::KeepForSession:
        if (m_saveFailed) {
            save(SecretPlace::Session);
            return;
        }
        [[fallthrough]]; // the stored one can't be read: it has to be typed
    case Remedy::EditPassword:
        Q_EMIT wantsPassword();
        return;
    default:
        // Whatever else is wrong with a server can only be mended where it is described.
        Q_EMIT wantsServer(partOfProblem());
        return;
    }
}

ServerPart TestPage::partOfProblem() const
{
    switch (m_failed) {
    case Problem::ClientCertificateNeeded:
    case Problem::ClientCertificateUnusable:
        return ServerPart::Certificate;
    case Problem::ProxyUnreachable:
    case Problem::ProxyAuthenticationRequired:
    case Problem::ProxyRefused:
        return ServerPart::Proxy;
    default:
        return ServerPart::Host;
    }
}

void TestPage::testWith(const ServerSettings &server)
{
    m_plan.candidates = {server};
    Q_EMIT settled(server);
    test();
}

Account TestPage::account(SecretPlace place) const
{
    Account account = m_plan.edit.value_or(Account());
    if (account.identities.isEmpty())
        account.identities.append(Identity());
    account.identities.first().mailbox = m_plan.mailbox;
    account.server = m_plan.candidates.first();
    if (!m_plan.edit)
        account.id = m_services.accounts.freeIdFor(m_plan.mailbox);
    const ServerSettings &server = account.server;
    const bool needsPassword =
        !server.userName.isEmpty() && kindNeededBy(server.mechanism) != Credential::Kind::Certificate;
    const auto settle = [&](AccountSecret which, bool isUsed, const std::optional<Secret> &typed) {
        if (!isUsed || (!typed && !m_plan.edit))
            account.setPlaceOf(which, SecretPlace::None);
        else if (typed)
            account.setPlaceOf(which, place);
    };
    settle(AccountSecret::Password, needsPassword, m_plan.password);
    // What was given for one file or one proxy opens no other, and is told to none.
    const bool sameFile = m_plan.edit && m_plan.edit->server.clientCertificate == server.clientCertificate;
    const bool sameProxy = m_plan.edit && m_plan.edit->server.proxy == server.proxy;
    settle(AccountSecret::PassPhrase, !server.clientCertificate.isEmpty() && (m_plan.passPhrase || sameFile),
           m_plan.passPhrase);
    settle(AccountSecret::ProxyPassword, !server.proxy.user.isEmpty() && (m_plan.proxyPassword || sameProxy),
           m_plan.proxyPassword);
    return account;
}

std::optional<ServerSettings> TestPage::storable() const
{
    if (m_plan.candidates.isEmpty())
        return {};
    // Of several guesses the one that got furthest, once all of them failed.
    const ServerSettings server =
        m_state == State::Failed && m_error ? m_test->server() : m_plan.candidates.first();
    // Without a test nothing else holds a password back from a connection in clear.
    return checkServerSettings(server).isEmpty() ? std::optional(server) : std::nullopt;
}

void TestPage::storeUntested()
{
    const auto server = storable();
    if (!server)
        return;
    leave();
    m_untested = true;
    m_plan.candidates = {*server};
    Q_EMIT settled(*server);
    save(SecretPlace::Keychain);
}

void TestPage::finish()
{
    save(SecretPlace::Keychain);
}

void TestPage::save(SecretPlace place)
{
    m_place = place;
    m_problem->clear();
    setState(State::Saving);
    AccountToSave job;
    job.account = account(place);
    job.previous = m_plan.edit;
    const auto keep = [&job](AccountSecret which, const std::optional<Secret> &typed) {
        const bool isUsed = typed && job.account.placeOf(which) != SecretPlace::None;
        return isUsed ? std::optional(typed->clone()) : std::nullopt;
    };
    job.secret = keep(AccountSecret::Password, m_plan.password);
    job.passPhrase = keep(AccountSecret::PassPhrase, m_plan.passPhrase);
    job.proxyPassword = keep(AccountSecret::ProxyPassword, m_plan.proxyPassword);
    const Account wanted = job.account;
    m_saver = new AccountSaver(m_services, std::move(job)); // deletes itself
    connect(m_saver, &AccountSaver::saved, this, [this](const Account &account) {
        m_saver.clear();
        Q_EMIT saved(account);
    });
    const auto failed = [this](const ProblemText &problem) {
        m_saver.clear();
        m_saveFailed = true;
        m_problem->showProblem(problem); // before anybody asks whether it goes on
        setState(State::Passed);
    };
    connect(m_saver, &AccountSaver::secretFailed, this,
            [failed, wanted](const SecretError &error, Leftover left) {
                const ProblemText problem = ProblemWords::of(error, currentDesktop(), SecretUse::Write);
                failed(SetupWords::with(problem, left, wanted));
            });
    connect(m_saver, &AccountSaver::storeFailed, this,
            [failed, wanted](const AccountStoreError &error, Leftover left) {
                failed(SetupWords::with(SetupWords::of(error), left, wanted));
            });
}

} // namespace pennypost
