// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/setup/AccountsDialogTest.h"

#include "ui/setup/AccountListModel.h"

#include <QListView>
#include <QTest>

#include <algorithm>

namespace pennypost {

void AccountsDialogTest::init()
{
    m_harness = std::make_unique<SetupHarness>();
}

void AccountsDialogTest::cleanup()
{
    delete m_window;
    m_harness.reset();
}

void AccountsDialogTest::click(const char *name)
{
    QTest::mouseClick(part(name), Qt::LeftButton);
}

void AccountsDialogTest::select(const QString &id)
{
    auto *list = part<QListView>("accounts");
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (index.data(AccountListModel::IdRole).toString() == id)
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
    }
}

QString AccountsDialogTest::selected() const
{
    return part<QListView>("accounts")->currentIndex().data(AccountListModel::IdRole).toString();
}

QWidget *AccountsDialogTest::visible(const char *name) const
{
    const auto all = m_window->findChildren<QWidget *>(QLatin1StringView(name));
    const auto shown = std::find_if(all.begin(), all.end(), [](const QWidget *w) { return w->isVisible(); });
    return shown == all.end() ? nullptr : *shown;
}

void AccountsDialogTest::open(int accounts)
{
    const QStringList ids{QStringLiteral("alice"), QStringLiteral("bob")};
    for (const QString &id : ids.first(accounts)) {
        QVERIFY(m_harness->accounts.add(
            SetupHarness::account(id, id.toUpper(), id + QStringLiteral("@example.org"))));
        m_harness->keychain.put(QStringLiteral("account/") + id, "secret of " + id.toLatin1());
    }
    m_window = new AccountsDialog(m_harness->services);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
}

QStringList AccountsDialogTest::titles() const
{
    QStringList titles;
    const auto *model = part<QListView>("accounts")->model();
    for (int row = 0; row < model->rowCount(); ++row)
        titles.append(model->index(row, 0).data(Qt::AccessibleTextRole).toString());
    return titles;
}

QStringList AccountsDialogTest::ids() const
{
    QStringList ids;
    for (const Account &account : m_harness->accounts.accounts())
        ids.append(account.id);
    return ids;
}

} // namespace pennypost
