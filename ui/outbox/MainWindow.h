// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/AccountStore.h"
#include "core/base/Clock.h"
#include "core/drafts/LetterReuse.h"
#include "core/outbox/Outbox.h"
#include "core/store/StoreThread.h"
#include "ui/outbox/NoticeStrip.h"
#include "ui/shortcuts/ShortcutArea.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>
#include <QSet>

class QFileDialog;
class QLineEdit;
class QListView;
class QMenu;
class QStackedLayout;

namespace pennypost {

class EmptyState;
class OutboxDesk;
class OutboxModel;
class RecentDialogues;
class Shortcuts;
struct OutboxRow;

/// What the main window stands on; all of it outlives the window.
struct MainServices
{
    AccountStore &accounts;
    Outbox &outbox;
    StoreThread &store;
    const Clock &clock;
    Shortcuts &shortcuts;
    const RecentDialogues &dialogues;
    QString practiceFolder; ///< where PracticeServer stores what it receives
};

/// The small main window: drafts, what needs a decision, sent and practice letters in one list with a search
/// field. Opens a receipt or a received letter itself; for everything else it asks (app/gui/main.cpp
/// connects). GUI thread; the lists are read on the store's.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const MainServices &services);
    ~MainWindow() override;

    /// Reads the lists again (drafts were saved, a practice letter came in).
    void refresh();
    /// Says that it went out, in the strip, with a button for its receipt.
    void showSent(const pennypost::SentLetter &letter);
    /// A letter's window was closed: says where the letter is now, with a way to throw it away; after what
    /// the strip must not lose, if it holds such.
    void showKeptDraft(const QString &draftId, const QString &subject);
    /// A draft is open in a window again: nothing offers to throw it away any more, and a deletion that could
    /// be undone is. Until draftCloses() it is not deleted.
    void draftOpens(const QString &draftId);
    void draftCloses(const QString &draftId);
    /// Opens the receipt's window, or raises it.
    void showReceipt(const pennypost::SentLetter &letter);
    void showReceived(const QString &emlFile);
    /// One that somebody opened.
    void showLetterFile(const QString &emlFile);

Q_SIGNALS:
    void newLetterRequested();
    void draftOpenRequested(const QString &draftId);
    void accountsRequested();
    void shortcutsRequested();
    void setupRequested();
    /// One's own, chosen on the welcome page already.
    void ownAccountRequested();
    void practiceRequested();
    /// Files that somebody chose or dropped here.
    void letterFilesChosen(const QStringList &files);
    void reuseRequested(const QString &emlFile, pennypost::Reuse as);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Actions
    {
        QAction *open = nullptr;
        QAction *arrived = nullptr;
        QAction *sendAgain = nullptr;
        QAction *forget = nullptr; ///< the strip has it in sendAgain's place for what came as a file
        QAction *remove = nullptr;
    };

    struct KeptDraft
    {
        QString id;
        QString subject;
    };

    QWidget *makeHeader();
    QWidget *makeList();
    QAction *makeAction(QMenu *menu, const QString &icon, const QString &id);
    void makeActions(); ///< with the menu bar, in MainWindowActions.cpp
    void connectDesk();

    void listsRead();
    void currentChanged();
    void focusList();
    void moveToArea(int direction);
    void chooseSomeRow();
    void openCurrent();
    void removeCurrent();
    void remove(const OutboxRow &row);
    void askForDecision(const OutboxRow &row);
    void answered(const QString &itemId);
    void sendAgain(const QString &itemId);
    void tell(const Notice &notice);
    void showWaiting();
    void showWaitingDraft();
    void forgetWaitingDraft(const QString &draftId);
    void showContextMenu(const QPoint &at);
    void tellFailure(const StoreError &error, const QString &itemId);
    void chooseLetterFiles();
    void showLetter(const QString &emlFile, bool received);
    void saveLog();
    void writeLog(const QString &file);
    void about();
    const OutboxRow *currentRow() const;
    QString accountName(const QString &accountId) const;
    void showWindow(const QString &key, QWidget *window);

    MainServices m_services;
    const ShortcutArea m_commands;
    OutboxModel *m_model;
    OutboxDesk *m_desk;
    QLineEdit *m_search = nullptr;
    QListView *m_list = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedLayout *m_stack = nullptr;
    NoticeStrip *m_strip = nullptr;
    QPointer<QFileDialog> m_logDialog;
    QPointer<QFileDialog> m_letterDialog;
    Actions m_actions;
    QString m_current;              ///< the selected row's id, kept over a refresh
    QSet<QString> m_open;           ///< drafts that have a window
    QString m_removing;             ///< the row whose deletion the strip can undo
    QString m_kept;                 ///< the draft that the strip offers to discard
    QList<KeptDraft> m_keptWaiting; ///< what it has to say of others when nothing else is to be said
    QList<Notice> m_waiting;        ///< what it has to say when it holds nothing any more
    QString m_decision;             ///< the item that the strip asks about
    QString m_asking;               ///< the draft whose window asks in the strip's place
    QString m_answered;             ///< the item that the store settles at the moment, or whose letter asks
    QHash<QString, QPointer<QWidget>> m_windows; ///< open receipts and received letters, one of each
};

} // namespace pennypost
