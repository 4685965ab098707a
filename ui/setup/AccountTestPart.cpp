// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/AccountTestPart.h"

#include "ui/common/Bidi.h"
#include "ui/common/ServerRemedy.h"
#include "ui/setup/Measures.h"
#include "ui/setup/ProblemPanel.h"
#include "ui/setup/ServerTest.h"
#include "ui/setup/ServerTestView.h"
#include "ui/setup/SessionPassword.h"
#include "ui/setup/SetupWords.h"

#include <QLabel>
#include <QVBoxLayout>

#include <utility>

namespace pennypost {

AccountTestPart::AccountTestPart(const SetupServices &services, QWidget *parent)
    : QWidget(parent),
      m_services(services),
      m_test(new ServerTest(services.submitter, this)),
      m_verdict(new QLabel(this)),
      m_view(new ServerTestView(this)),
      m_problem(new ProblemPanel(this)),
      m_password(new SessionPassword(this))
{
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    QFont bold = m_verdict->font();
    bold.setWeight(QFont::DemiBold);
    m_verdict->setFont(bold);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measures::Gap);
    layout->addWidget(m_verdict);
    layout->addWidget(m_view);
    layout->addSpacing(Measures::Gap);
    layout->addWidget(m_problem);
    layout->addWidget(m_password);

    connect(m_test, &ServerTest::changed, this, [this] { m_view->setSteps(m_test->steps()); });
    connect(m_test, &ServerTest::succeeded, this, &AccountTestPart::succeeded);
    connect(m_test, &ServerTest::failed, this, &AccountTestPart::failed);
    connect(m_problem, &ProblemPanel::remedyChosen, this, &AccountTestPart::take);
    connect(m_password, &SessionPassword::given, this, [this](const Secret &password) {
        m_typed = password.clone();
        run();
    });
}

AccountTestPart::~AccountTestPart() = default;

void AccountTestPart::begin(const Account &account)
{
    stop();
    m_account = account;
    m_changed.reset();
    run();
}

void AccountTestPart::stop()
{
    halt();
    m_typed.reset();
}

void AccountTestPart::halt()
{
    m_test->stop();
    m_waiting.reset();
    m_password->end();
}

void AccountTestPart::runWith(const ServerSettings &changed)
{
    m_changed = changed;
    run();
}

void AccountTestPart::run()
{
    halt();
    m_problem->clear();
    m_error.reset();
    m_verdict->setText(Bidi::lines(tr("Testing %1").arg(Bidi::value(m_account.mailbox().addrSpec()))));
    // What was typed stands in for the stored password; the others are where they are.
    Account asked = m_account;
    if (m_typed)
        asked.secretPlace = SecretPlace::None;
    const auto start = [this](Access access) {
        const ServerSettings server = m_changed.value_or(access.server);
        if (m_typed)
            access.credential = {Credential::Kind::Password, server.userName, m_typed->clone()};
        m_test->start({server}, std::move(access.credential), std::move(access.secrets));
    };
    if (m_typed && !asked.uses(SecretPlace::Keychain) && !asked.uses(SecretPlace::Session)) {
        start({m_account.server, {}, {}});
        return;
    }
    m_view->setSteps({{TestStep::State::Running, tr("Get the password")}});
    m_waiting = std::make_unique<QObject>();
    m_services.credentials.access(asked, m_waiting.get(),
                                  [this, start](Result<Access, SubmissionError> access) {
                                      if (access)
                                          start(std::move(*access));
                                      else
                                          accessFailed(access.error());
                                  });
}

void AccountTestPart::accessFailed(const SubmissionError &error)
{
    m_verdict->setText(Bidi::lines(tr("%1 does not work").arg(Bidi::value(m_account.mailbox().addrSpec()))));
    m_view->setSteps({{TestStep::State::Failed, tr("Get the password")}});
    m_problem->showProblem(ProblemWords::of(error, {.server = m_account.server}));
}

void AccountTestPart::succeeded()
{
    m_verdict->setText(Bidi::lines(tr("%1 works").arg(Bidi::value(m_account.mailbox().addrSpec()))));
    keepServer();
    keepPassword();
}

void AccountTestPart::keepPassword()
{
    if (!m_typed)
        return;
    m_waiting = std::make_unique<QObject>();
    m_services.session.write(
        secretKey(m_account), *m_typed, m_waiting.get(), [this](const Result<void, SecretError> &written) {
            if (!written) {
                m_problem->showProblem(ProblemWords::of(written.error(), currentDesktop(), SecretUse::Write));
                return;
            }
            m_typed.reset();
            m_verdict->setText(Bidi::lines(tr("%1 works. Its password is kept until Pennypost ends.")
                                               .arg(Bidi::value(m_account.mailbox().addrSpec()))));
        });
}

void AccountTestPart::keepServer()
{
    // A practice account's server is another one each time and never stored.
    if (m_account.practice || m_test->server() == m_account.server)
        return;
    Account changed = m_account;
    changed.server = m_test->server();
    if (const auto stored = m_services.accounts.update(changed); !stored)
        m_problem->showProblem(SetupWords::of(stored.error()));
    else
        m_account = changed;
}

void AccountTestPart::failed(const SubmissionError &error)
{
    m_error = error;
    if (!m_typed && refusesSecret(error))
        m_services.credentials.refused(m_account);
    const ServerSettings server = m_test->server();
    const QString address = m_account.mailbox().addrSpec();
    m_verdict->setText(Bidi::lines(tr("%1 does not work").arg(Bidi::value(address))));
    m_problem->showProblem(
        ProblemWords::of(error, {.server = server,
                                 .provider = m_services.providers.providerForHost(server.host),
                                 .sender = address,
                                 .passwordTyped = m_typed.has_value(),
                                 .nearestHost = m_services.providers.nearestHost(server.host)}),
        error.certificate);
}

void AccountTestPart::take(Remedy remedy)
{
    if (remedy == Remedy::TryAgain) {
        run();
    } else if (remedy == Remedy::PinCertificate && m_error && m_error->certificate) {
        ServerSettings server = m_test->server();
        server.pinnedSha256 = m_error->certificate->sha256;
        runWith(server);
    } else if (const auto server = serverBy(remedy, m_test->server())) {
        runWith(*server);
    } else if (remedy == Remedy::KeepForSession || (remedy == Remedy::EditPassword && m_typed)) {
        m_problem->clear();
        m_password->ask(m_account.mailbox().addrSpec());
    } else {
        Q_EMIT wantsEdit(m_account.id);
    }
}

} // namespace pennypost
