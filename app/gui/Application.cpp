// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Application.h"

#include "app/gui/OpenLetters.h"
#include "core/account/PracticeAccount.h"
#include "core/drafts/DraftStore.h"
#include "core/outbox/OutboxStore.h"
#include "ui/common/ProblemBox.h"
#include "ui/common/ProblemText.h"
#include "ui/compose/ComposeCommands.h"
#include "ui/compose/ComposeWindow.h"
#include "ui/outbox/MainCommands.h"
#include "ui/outbox/ReceivedCommands.h"
#include "ui/setup/AccountAssistant.h"
#include "ui/setup/AccountsDialog.h"
#include "ui/setup/SetupWords.h"
#include "ui/shortcuts/ShortcutsDialog.h"

#include <QApplication>
#include <QDir>
#include <QFileOpenEvent>
#include <QSslSocket>

#include <algorithm>
#include <chrono>
#include <utility>

namespace pennypost {

namespace {

using namespace std::chrono_literals;
/// When a start is long over and nobody waits for the disk.
constexpr auto quietTime = 60s;

SetupServices setupServices(Services &services)
{
    return {services.accounts, services.providers, services.submitter,
            services.keychain, services.session,   services.credentials};
}

void bringForward(QWidget *window)
{
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace

Application::Application(Services &services)
    : m_services(services),
      m_watch(services.accounts, services.paths.accounts),
      m_habits(services.store, QDir(services.paths.profile).filePath(QStringLiteral("writing.json"))),
      m_shortcuts(services.store, QDir(services.paths.profile).filePath(QStringLiteral("shortcuts.json"))),
      m_main({services.accounts, services.outbox, services.store, services.clock, m_shortcuts,
              services.dialogues, services.paths.practice}),
      m_opener(services, m_habits)
{
    // The last window may close while a letter is under way: endIfDone() decides.
    QApplication::setQuitOnLastWindowClosed(false);
    connect(qApp, &QGuiApplication::lastWindowClosed, this, &Application::endIfDone);
    connect(&m_ending, &QTimer::timeout, this, &Application::endIfDone);
    connect(&services.practice, &PracticeServer::received, this, &Application::showPractice);
    qApp->installEventFilter(this);
    connectMainWindow();
    connectOpener();
}

Application::~Application()
{
    // Before the services they stand on. A letter that is still under way here was given up by the person who
    // ends the session: the Outbox writes down how far it got.
    const auto letters = std::exchange(m_letters, {});
    for (const auto &window : letters) {
        if (window)
            window->disconnect(this);
        delete window;
    }
    delete m_assistant;
    delete m_accounts;
    delete m_keys;
}

void Application::connectMainWindow()
{
    connect(&m_main, &MainWindow::newLetterRequested, this, [this] { newLetter(); });
    connect(&m_main, &MainWindow::draftOpenRequested, this, [this](const QString &id) { openDraft(id); });
    connect(&m_main, &MainWindow::accountsRequested, this, [this] { showAccounts(); });
    connect(&m_main, &MainWindow::shortcutsRequested, this, &Application::showShortcuts);
    connect(&m_main, &MainWindow::setupRequested, this, &Application::setUp);
    connect(&m_main, &MainWindow::ownAccountRequested, this, [this] {
        setUp();
        m_assistant->chooseOwnAccount();
    });
    connect(&m_main, &MainWindow::practiceRequested, this, &Application::practise);
}

void Application::start()
{
    const auto loaded = m_services.accounts.load();
    m_main.show();
    if (!loaded)
        tell(SetupWords::ofStart(loaded.error(), m_services.paths.accounts,
                                 !m_services.accounts.accounts().isEmpty()));
    if (!QSslSocket::supportsSsl()) {
        ProblemText problem;
        problem.title = tr("No encryption");
        problem.sentence =
            tr("This computer's TLS library can't be used, so no letter can be sent. Install OpenSSL 3.");
        problem.serverWords = QSslSocket::sslLibraryBuildVersionString();
        tell(problem);
    }
    recover();
    if (loaded && m_services.accounts.accounts().isEmpty())
        setUp();
    QTimer::singleShot(quietTime, this, &Application::sweepBlobs);
}

void Application::raise()
{
    callOffTheEnd();
    bringForward(&m_main);
}

/// What the last run left: letters it could not finish, windows it could not close.
void Application::recover()
{
    struct Found
    {
        std::optional<StoreError> problem;
        QStringList open;
    };
    m_services.store.run(
        this,
        [profile = m_services.paths.profile, &clock = m_services.clock](Database &database) {
            Found found{database.openError(), OpenLetters(profile).read()};
            if (const auto recovered = OutboxStore(database, clock).recover(); !recovered && !found.problem)
                found.problem = recovered.error();
            return found;
        },
        [this](const Found &found) {
            if (found.problem)
                tell(ProblemWords::of(*found.problem));
            m_main.refresh();
            reopen(found.open);
        });
}

void Application::reopen(const QStringList &draftIds)
{
    for (const auto &id : draftIds)
        openDraft(id, true);
}

/// Attachments that no draft and no letter holds on to.
void Application::sweepBlobs()
{
    m_services.store.run(
        this,
        [blobs = m_services.blobs, &clock = m_services.clock](Database &database) -> qint64 {
            const auto inUse = OutboxStore(database, clock).blobsInUse();
            return inUse ? blobs.sweep(*inUse) : 0;
        },
        [](qint64) {});
}

void Application::newLetter(const QString &accountId, const QString &to)
{
    if (m_services.accounts.accounts().isEmpty())
        return setUp();
    Draft draft;
    draft.id = QString::fromLatin1(m_services.ids.next());
    const auto *account =
        accountId.isEmpty() ? m_services.accounts.defaultAccount() : m_services.accounts.find(accountId);
    if (account) {
        draft.accountId = account->id;
        draft.message.from = account->mailbox();
    }
    if (!to.isEmpty()) {
        draft.typedTo = to;
        if (const auto parsed = parseMailbox(to); parsed.mailbox)
            draft.message.to = {*parsed.mailbox};
    }
    openWindow(draft, false);
}

void Application::openDraft(const QString &draftId, bool recovered)
{
    if (const auto window = m_letters.value(draftId))
        return bringForward(window);
    using Loaded = Result<std::pair<Draft, bool>, StoreError>;
    m_services.store.run(
        this,
        [draftId, &clock = m_services.clock](Database &database) -> Loaded {
            const DraftStore drafts(database, clock);
            auto draft = drafts.load(draftId);
            const auto all = drafts.list();
            if (!draft)
                return Failure{draft.error()};
            if (!all)
                return Failure{all.error()};
            const bool inDoubt = std::any_of(all->begin(), all->end(), [&](const DraftSummary &summary) {
                return summary.id == draftId && summary.mayHaveBeenSent;
            });
            return std::pair(std::move(*draft), inDoubt);
        },
        [this, draftId, recovered](const Loaded &loaded) {
            if (const auto window = m_letters.value(draftId)) // asked for twice
                return bringForward(window);
            if (loaded) {
                openWindow(loaded->first, loaded->second);
                if (recovered)
                    m_letters.value(draftId)->tellRecovered();
                return;
            }
            m_main.draftCloses(draftId); // it did not open
            // A window that was open at a crash before its first word was saved: there is nothing to say.
            if (loaded.error().kind != StoreError::Kind::NotFound)
                tell(ProblemWords::of(loaded.error()));
            noteOpenLetters();
        });
}

void Application::openWindow(const Draft &draft, bool mayHaveBeenSent)
{
    callOffTheEnd();
    const ComposeServices compose{m_services.accounts, m_services.providers, m_services.outbox,
                                  m_services.store,    m_services.blobs,     m_services.clock,
                                  m_services.clock,    m_services.ids,       m_habits,
                                  m_services.session,  m_shortcuts};
    auto *window = new ComposeWindow(compose, draft, mayHaveBeenSent);
    m_letters.insert(draft.id, window);
    m_main.draftOpens(draft.id);
    connect(window, &ComposeWindow::sent, this, &Application::letterSent);
    connect(window, &ComposeWindow::keptAsDraft, &m_main, &MainWindow::showKeptDraft);
    connect(window, &ComposeWindow::draftsChanged, &m_main, &MainWindow::refresh);
    connect(window, &ComposeWindow::newLetterRequested, this, [this] { newLetter(); });
    connect(window, &ComposeWindow::accountsRequested, this, &Application::showAccounts);
    connect(window, &ComposeWindow::shortcutsRequested, this, &Application::showShortcuts);
    connect(window, &QObject::destroyed, this, [this, id = draft.id] {
        m_letters.remove(id);
        m_main.draftCloses(id);
        m_main.refresh(); // closing saved it, and the window did not live to hear that it was stored
        noteOpenLetters();
        // One that was out of sight is no last window to close.
        QMetaObject::invokeMethod(this, &Application::endIfDone, Qt::QueuedConnection);
    });
    noteOpenLetters();
    window->show();
}

void Application::letterSent(const SentLetter &letter)
{
    m_main.refresh();
    const auto *account = m_services.accounts.find(letter.accountId);
    if (!account || !account->practice) // that one is shown as it was received
        m_main.showSent(letter);
}

void Application::noteOpenLetters()
{
    m_services.store.run(
        this,
        [profile = m_services.paths.profile, ids = QStringList(m_letters.keyBegin(), m_letters.keyEnd())](
            Database &) { return OpenLetters(profile).write(ids); },
        [](bool) {});
}

void Application::setUp()
{
    callOffTheEnd();
    if (m_assistant)
        return bringForward(m_assistant);
    m_assistant = new AccountAssistant(setupServices(m_services));
    connect(m_assistant, &AccountAssistant::accountReady, this, &Application::accountReady);
    m_assistant->show();
}

void Application::showAccounts(const QString &toEdit)
{
    callOffTheEnd();
    if (!m_accounts)
        m_accounts = new AccountsDialog(setupServices(m_services));
    bringForward(m_accounts);
    m_accounts->edit(toEdit);
}

void Application::showShortcuts()
{
    callOffTheEnd();
    if (!m_keys)
        m_keys = new ShortcutsDialog(m_shortcuts, {ComposeCommands::letter(), ComposeCommands::attachments(),
                                                   MainCommands::area(), ReceivedCommands::area()});
    bringForward(m_keys);
}

/// The practice account, made if there is none, and a letter to oneself.
void Application::practise()
{
    const auto account = storedPracticeAccount(m_services.accounts, SetupWords::practiceName());
    if (!account)
        return tell(SetupWords::of(account.error()));
    accountReady(*account);
}

void Application::accountReady(const Account &account)
{
    if (!openWaiting(account))
        newLetter(account.id, account.practice ? account.mailbox().addrSpec() : QString());
}

void Application::showPractice(const QString &file)
{
    m_main.refresh();
    const bool ending = std::any_of(m_letters.begin(), m_letters.end(),
                                    [](const auto &letter) { return letter && letter->endsProgram(); });
    if (!ending) // else the program would stay for it
        m_main.showReceived(file);
}

void Application::tell(const ProblemText &problem)
{
    openProblemBox(problem, m_main.isVisible() ? &m_main : nullptr);
}

/// Quitting asks nothing: every window saves its draft as it closes, and one whose letter is under way stays
/// until that is settled, for everyone to see why the program has not ended yet.
bool Application::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::Quit) {
        closeAll();
        return true;
    }
    if (watched == qApp && event->type() == QEvent::FileOpen) {
        takeOpenEvent(static_cast<const QFileOpenEvent &>(*event));
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void Application::closeAll()
{
    const auto letters = m_letters.values(); // saving and closing changes them
    for (const auto &letter : letters) {
        if (letter && letter->isUnderWay())
            letter->stayUntilOut();
    }
    const auto windows = QApplication::topLevelWidgets();
    for (auto *window : windows) {
        const auto *letter = qobject_cast<const ComposeWindow *>(window);
        if (window->isVisible() && !(letter && letter->isUnderWay()))
            window->close();
    }
    endIfDone();
}

/// Somebody goes on working.
void Application::callOffTheEnd()
{
    for (const auto &letter : std::as_const(m_letters)) {
        if (letter)
            letter->callOffTheEnd();
    }
}

void Application::endIfDone()
{
    const auto windows = QApplication::topLevelWidgets();
    const bool anyOpen = std::any_of(windows.begin(), windows.end(),
                                     [](const QWidget *window) { return window->isVisible(); });
    // One that waits for its attachments is no letter of the outbox yet.
    const bool anyUnderWay = std::any_of(m_letters.begin(), m_letters.end(),
                                         [](const auto &window) { return window && window->isUnderWay(); });
    if (anyOpen) {
        m_ending.stop();
        return;
    }
    if (anyUnderWay || m_services.outbox.underWay() > 0) {
        m_ending.start(200ms);
        return;
    }
    // Saved drafts are the store's to finish: its destructor does.
    QCoreApplication::exit(0);
}

} // namespace pennypost
