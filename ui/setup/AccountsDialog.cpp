// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/AccountsDialog.h"

#include "ui/common/AccentButton.h"
#include "ui/common/WordButton.h"
#include "ui/setup/AccountAssistant.h"
#include "ui/setup/AccountDelegate.h"
#include "ui/setup/AccountListModel.h"
#include "ui/setup/AccountRemovalPart.h"
#include "ui/setup/AccountTestPart.h"
#include "ui/setup/FormParts.h"
#include "ui/setup/Measures.h"
#include "ui/setup/NoteLabel.h"
#include "ui/setup/SetupWords.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace pennypost {

AccountsDialog::AccountsDialog(const SetupServices &services, QWidget *parent)
    : QDialog(parent),
      m_services(services),
      m_model(new AccountListModel(services.accounts, this)),
      m_list(new QListView(this)),
      m_body(new QStackedWidget(this)),
      m_below(new QScrollArea(this)),
      m_removal(new AccountRemovalPart(services, this)),
      m_test(new AccountTestPart(services, this)),
      m_note(new NoteLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(tr("Accounts"));
    build();

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AccountsDialog::takeCurrent);
    connect(m_list, &QListView::activated, this, &AccountsDialog::editAccount);
    connect(m_model, &QAbstractItemModel::modelReset, this, &AccountsDialog::keepSelection);
    connect(m_removal, &AccountRemovalPart::workingChanged, this, &AccountsDialog::refresh);
    connect(m_removal, &AccountRemovalPart::finished, this, [this] {
        showBelow(nullptr);
        refresh();
        QWidget *first = m_model->rowCount() == 0 ? static_cast<QWidget *>(m_addFirst) : m_list;
        first->setFocus(Qt::OtherFocusReason);
    });
    connect(m_test, &AccountTestPart::wantsEdit, this, &AccountsDialog::edit);
    keepSelection();
}

AccountsDialog::~AccountsDialog()
{
    for (AccountAssistant *assistant : std::as_const(m_assistants))
        assistant->disconnect(this);
}

void AccountsDialog::build()
{
    m_body->addWidget(buildEmpty());
    m_body->addWidget(buildList());
    auto *close = new WordButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("close"));
    connect(close, &QPushButton::clicked, this, &AccountsDialog::reject);

    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Measures::Edge, Measures::Edge, Measures::Edge, Measures::Wide);
    layout->setSpacing(Measures::Wide);
    layout->addWidget(m_body, 1);
    layout->addLayout(foot);
    const int em = fontMetrics().height();
    resize(QSize(em * 38, em * 36).boundedTo(screen()->availableSize() * 9 / 10));
}

QWidget *AccountsDialog::buildEmpty()
{
    auto *empty = new QWidget(this);
    QLabel *title = FormParts::heading(empty);
    title->setText(tr("No account yet"));
    title->setAlignment(Qt::AlignCenter);
    auto *words = new NoteLabel(empty);
    words->setNote(
        tr("The accounts you write with will stand here. Setting one up takes less than a minute."));
    words->setAlignment(Qt::AlignCenter);
    m_addFirst = new AccentButton(tr("&Add an account"), empty);
    m_addFirst->setObjectName(QStringLiteral("addFirst"));
    m_addFirst->setDefault(true);
    connect(m_addFirst, &QPushButton::clicked, this, &AccountsDialog::addAccount);
    auto *layout = new QVBoxLayout(empty);
    layout->setSpacing(Measures::Wide);
    layout->addStretch();
    layout->addWidget(title);
    layout->addWidget(words);
    layout->addWidget(m_addFirst, 0, Qt::AlignHCenter);
    layout->addStretch();
    return empty;
}

QWidget *AccountsDialog::buildList()
{
    auto *page = new QWidget(this);
    m_list->setObjectName(QStringLiteral("accounts"));
    m_list->setAccessibleName(tr("Accounts"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new AccountDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setUniformItemSizes(true);
    auto *removeKey = new QShortcut(QKeySequence(QKeySequence::Delete), m_list);
    removeKey->setContext(Qt::WidgetShortcut);
    connect(removeKey, &QShortcut::activated, this, &AccountsDialog::askToRemove);

    auto *column = new QVBoxLayout;
    column->setSpacing(Measures::Gap);
    m_add = addAction(column, tr("&Add…"), "add", &AccountsDialog::addAccount);
    m_edit = addAction(column, tr("&Edit…"), "edit", &AccountsDialog::editAccount);
    m_testAgain = addAction(column, tr("Test a&gain"), "test", &AccountsDialog::test);
    m_default = addAction(column, tr("Make &default"), "default", &AccountsDialog::makeDefault);
    m_remove = addAction(column, tr("&Remove…"), "remove", &AccountsDialog::askToRemove);
    column->addStretch();

    auto *row = new QHBoxLayout;
    row->setSpacing(Measures::Wide);
    row->addWidget(m_list, 1);
    row->addLayout(column);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measures::Wide);
    layout->addLayout(row, 2);
    layout->addWidget(buildBelow(), 3);
    return page;
}

QPushButton *AccountsDialog::addAction(QVBoxLayout *column, const QString &text, const char *name,
                                       void (AccountsDialog::*slot)())
{
    auto *button = new WordButton(text, this);
    button->setObjectName(QLatin1StringView(name));
    connect(button, &QPushButton::clicked, this, slot);
    column->addWidget(button);
    return button;
}

QWidget *AccountsDialog::buildBelow()
{
    m_note->setObjectName(QStringLiteral("note"));
    auto *inner = new QWidget;
    auto *layout = new QVBoxLayout(inner);
    layout->setContentsMargins(0, 0, Measures::Gap, 0);
    layout->addWidget(m_removal);
    layout->addWidget(m_test);
    layout->addWidget(m_note);
    layout->addStretch();
    m_below->setFrameShape(QFrame::NoFrame);
    m_below->setWidgetResizable(true);
    m_below->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_below->setFocusPolicy(Qt::NoFocus);
    m_below->setWidget(inner);
    FormParts::followFocus(m_below);
    m_below->hide();
    return m_below;
}

const Account *AccountsDialog::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? m_services.accounts.find(index.data(AccountListModel::IdRole).toString())
                           : nullptr;
}

void AccountsDialog::takeCurrent(const QModelIndex &now)
{
    if (!now.isValid())
        return; // between two states of the model
    m_selectedId = now.data(AccountListModel::IdRole).toString();
    if (m_selectedId != m_aboutId)
        showBelow(nullptr);
    refresh();
}

void AccountsDialog::keepSelection()
{
    QModelIndex wanted = m_model->indexOf(m_selectedId);
    if (!wanted.isValid() && m_services.accounts.defaultAccount())
        wanted = m_model->indexOf(m_services.accounts.defaultAccount()->id);
    m_list->setCurrentIndex(wanted);
    refresh();
}

void AccountsDialog::refresh()
{
    const Account *account = current();
    const Account *defaultAccount = m_services.accounts.defaultAccount();
    const bool nothingToShow =
        m_model->rowCount() == 0 && !(m_removal->tellsOfPasswordLeft() && !m_removal->isHidden());
    m_body->setCurrentIndex(nothingToShow ? 0 : 1);
    // The keychain's answer about one account must not meet the question about another.
    const bool free = !m_removal->isWorking();
    m_list->setEnabled(free);
    m_add->setEnabled(free);
    m_edit->setEnabled(free && account && !account->practice); // the practice account has nothing to edit
    m_testAgain->setEnabled(free && account);
    m_remove->setEnabled(free && account);
    m_default->setEnabled(free && account && defaultAccount && account->id != defaultAccount->id);
}

void AccountsDialog::showBelow(QWidget *part)
{
    if (m_removal->isWorking())
        return;
    if (part != m_test)
        m_test->stop();
    m_aboutId = part ? m_selectedId : QString();
    m_removal->setVisible(part == m_removal);
    m_test->setVisible(part == m_test);
    m_note->setVisible(part == m_note);
    m_below->setVisible(part != nullptr);
}

void AccountsDialog::addAccount()
{
    openAssistant(nullptr);
}

void AccountsDialog::edit(const QString &id)
{
    const QModelIndex index = m_model->indexOf(id);
    if (!index.isValid() || m_removal->isWorking())
        return;
    m_list->setCurrentIndex(index);
    editAccount();
}

void AccountsDialog::editAccount()
{
    const Account *account = current();
    if (account && !account->practice)
        openAssistant(account);
}

void AccountsDialog::openAssistant(const Account *edit)
{
    const QString id = edit ? edit->id : QString();
    if (auto *open = m_assistants.value(id)) {
        open->setWindowState(open->windowState() & ~Qt::WindowMinimized);
        open->raise();
        open->activateWindow();
        return;
    }
    auto *assistant =
        edit ? new AccountAssistant(m_services, *edit, this) : new AccountAssistant(m_services, this);
    m_assistants.insert(id, assistant);
    connect(assistant, &QDialog::finished, this, [this, id] {
        m_assistants.remove(id);
        if (!isVisible() && m_assistants.isEmpty())
            deleteLater();
    });
    connect(assistant, &AccountAssistant::accountReady, this, [this](const Account &account) {
        if (m_removal->isWorking())
            return; // its account stays the chosen one
        showBelow(nullptr);
        m_selectedId = account.id;
        keepSelection();
    });
    assistant->show();
}

void AccountsDialog::done(int result)
{
    setAttribute(Qt::WA_DeleteOnClose, m_assistants.isEmpty());
    QDialog::done(result);
}

void AccountsDialog::askToRemove()
{
    const Account *account = current();
    if (!account)
        return;
    showBelow(m_removal);
    m_removal->ask(*account);
}

void AccountsDialog::makeDefault()
{
    const Account *account = current();
    if (!account)
        return;
    const QString id = account->id;
    if (const auto done = m_services.accounts.setDefault(id); !done) {
        const ProblemText problem = SetupWords::of(done.error());
        m_note->setProblem(problem.inOneLine());
        showBelow(m_note);
    }
}

void AccountsDialog::test()
{
    const Account *account = current();
    if (!account)
        return;
    showBelow(m_test);
    m_test->begin(*account);
}

} // namespace pennypost
