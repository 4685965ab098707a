// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Services.h"
#include "app/gui/AccountsWatch.h"
#include "app/gui/LetterOpener.h"
#include "core/drafts/Draft.h"
#include "ui/compose/WritingHabits.h"
#include "ui/outbox/MainWindow.h"
#include "ui/shortcuts/Shortcuts.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QFileOpenEvent;

namespace pennypost {

class AccountAssistant;
class AccountsDialog;
class ComposeWindow;
class ShortcutsDialog;
struct ProblemText;

/// The desktop program: owns the main window, opens the others, and knows what follows from what (an account
/// is ready: a letter; a practice letter came in: show it; the last window is closed: end, but not before the
/// letters under way are settled). Holds no letter and does no work of its own. GUI thread.
class Application : public QObject
{
    Q_OBJECT

public:
    explicit Application(Services &services);
    ~Application() override;

    /// Shows the main window, then, from the event loop, does what a start brings: interrupted letters are
    /// recovered, windows of a run that crashed open again, the assistant where there is no account.
    void start();
    /// To the front, as a second start asks.
    void raise();
    /// What was given to the program to open: "mailto:..." or files' paths.
    void open(const QStringList &letters);
    /// As Quit does: every window saves and closes; then, with no letter under way, the program ends.
    void closeAll();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectMainWindow();
    void connectOpener(); ///< with what it leads to in ApplicationOpening.cpp
    void recover();
    void reopen(const QStringList &draftIds);
    void sweepBlobs();

    void newLetter(const QString &accountId = {}, const QString &to = {});
    void openDraft(const QString &draftId, bool recovered = false);
    void openWindow(const Draft &draft, bool mayHaveBeenSent);
    /// A letter that was made for somebody to write on; without an account it waits for one.
    void writeOn(const Draft &letter, const QList<MailtoFinding> &findings = {});
    bool openWaiting(const Account &account);
    void takeOpenEvent(const QFileOpenEvent &event);
    void letterSent(const SentLetter &letter);
    void noteOpenLetters();

    void setUp();
    /// With this one's fields open; empty: with none.
    void showAccounts(const QString &toEdit = {});
    void showShortcuts();
    void practise();
    void accountReady(const Account &account);
    void showPractice(const QString &file);

    void tell(const ProblemText &problem);
    void callOffTheEnd();
    void endIfDone();

    struct WaitingLetter
    {
        Draft draft;
        QList<MailtoFinding> findings;
    };

    Services &m_services;
    AccountsWatch m_watch;
    WritingHabits m_habits;
    Shortcuts m_shortcuts;
    MainWindow m_main;
    LetterOpener m_opener;
    QList<WaitingLetter> m_waiting;                    ///< for an account
    QHash<QString, QPointer<ComposeWindow>> m_letters; ///< by draft
    QPointer<AccountAssistant> m_assistant;
    QPointer<AccountsDialog> m_accounts;
    QPointer<ShortcutsDialog> m_keys;
    QTimer m_ending; ///< runs while no window is open and letters are still under way
};

} // namespace pennypost
