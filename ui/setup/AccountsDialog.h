// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/SetupServices.h"

#include <QDialog>
#include <QHash>

class QListView;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace pennypost {

class AccountAssistant;
class AccountListModel;
class AccountRemovalPart;
class AccountTestPart;
class NoteLabel;

/// Lists the accounts; adds, edits, removes (with the secret), sets the default, tests again. Not modal;
/// deletes itself when closed, and the last of its assistants with it: what is half typed in one stays. GUI
/// thread.
class AccountsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AccountsDialog(const SetupServices &services, QWidget *parent = nullptr);
    ~AccountsDialog() override;

    /// Selects this account and opens its fields; one that is not there, or has none, is left alone.
    void edit(const QString &id);

protected:
    void done(int result) override;

private:
    void build();
    QWidget *buildEmpty();
    QWidget *buildList();
    QWidget *buildBelow();
    QPushButton *addAction(QVBoxLayout *column, const QString &text, const char *name,
                           void (AccountsDialog::*slot)());
    const Account *current() const;
    void takeCurrent(const QModelIndex &now);
    void keepSelection();
    void refresh();
    /// Puts it below the list; nullptr folds that away. A removal under way keeps its place.
    void showBelow(QWidget *part);

    void addAccount();
    void editAccount();
    void askToRemove();
    void makeDefault();
    void test();
    /// Brings the one that is open for it to the front, else opens it; nullptr: for a new account.
    void openAssistant(const Account *edit);

    SetupServices m_services;
    AccountListModel *m_model;
    QListView *m_list;
    QStackedWidget *m_body;
    QPushButton *m_addFirst = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_default = nullptr;
    QPushButton *m_testAgain = nullptr;
    QScrollArea *m_below;
    AccountRemovalPart *m_removal;
    AccountTestPart *m_test;
    NoteLabel *m_note;
    QHash<QString, AccountAssistant *> m_assistants; ///< the open ones by whom they change, "" for a new one
    QString m_selectedId;
    QString m_aboutId; ///< whom the part below is about
};

} // namespace pennypost
