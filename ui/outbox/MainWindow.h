// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/AccountStore.h"
#include "core/base/Clock.h"
#include "core/outbox/Outbox.h"
#include "core/store/StoreThread.h"

#include <QMainWindow>

namespace pennypost {

/// What the main window stands on; all of it outlives the window.
struct MainServices
{
    AccountStore &accounts;
    Outbox &outbox;
    StoreThread &store;
    const Clock &clock;
    QString practiceFolder; ///< where PracticeServer stores what it receives
};

/// The small main window: drafts, what needs a decision, sent and practice letters in one list with a search
/// field. Opens a receipt or a received letter itself; for everything else it asks (app/gui/main.cpp
/// connects). GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const MainServices &services);
    ~MainWindow() override;

    /// Reads the lists again (drafts were saved, a practice letter came in).
    void refresh();
    void showSent(const pennypost::SentLetter &letter);
    void showReceived(const QString &emlFile);

Q_SIGNALS:
    void newLetterRequested();
    void draftOpenRequested(const QString &draftId);
    void accountsRequested();
    void setupRequested();
    void practiceRequested();
};

} // namespace pennypost
