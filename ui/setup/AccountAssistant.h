// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/SetupServices.h"

#include <QDialog>

#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace pennypost {

class AssistantPage;
class ChoicePage;
class DetailsPage;
class NoteLabel;
class TestPage;
class WindowHeight;

/// Sets an account up: choose (own account or practice), enter, test for real, done. Not modal; deletes
/// itself when closed; Escape closes it only as long as nothing was typed; nothing is stored before Finish.
/// With `edit` it changes that account instead. GUI thread.
class AccountAssistant : public QDialog
{
    Q_OBJECT

public:
    explicit AccountAssistant(const SetupServices &services, QWidget *parent = nullptr);
    ~AccountAssistant() override;
    AccountAssistant(const SetupServices &services, const Account &edit, QWidget *parent = nullptr);

    /// Goes on to one's own account where the choice is still open: it was made elsewhere.
    void chooseOwnAccount();

Q_SIGNALS:
    /// Stored, secret included.
    void accountReady(const pennypost::Account &account);

protected:
    void done(int result) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    AccountAssistant(const SetupServices &services, const std::optional<Account> &edit, QWidget *parent);
    void build();
    void add(AssistantPage *page);
    void showPage(AssistantPage *page);
    AssistantPage *current() const;
    void refresh();
    /// For the page that is shown, without scrolling.
    int neededHeight() const;
    void back();
    void next();
    void beginTest();
    void practise();
    void ready(const Account &account);

    SetupServices m_services;
    std::optional<Account> m_edit;
    ChoicePage *m_choice;
    DetailsPage *m_details;
    TestPage *m_test;
    QStackedWidget *m_pages;
    QLabel *m_title;
    NoteLabel *m_subtitle;
    NoteLabel *m_note; ///< a problem of the page as a whole
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_cancel;
    bool m_hadFailed = false; ///< the test, before it passed
    WindowHeight *m_height;
};

} // namespace pennypost
