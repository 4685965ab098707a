// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/setup/SetupHarness.h"
#include "ui/setup/AccountsDialog.h"

#include <QPointer>

#include <memory>

namespace pennypost {

/// What every test of the accounts dialog begins with: a harness of its own for each row, and a person's ways
/// through the window.
class AccountsDialogTest : public QObject
{
    Q_OBJECT

protected:
    template<class Widget = QWidget>
    Widget *part(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1StringView(name));
    }
    void click(const char *name);
    void select(const QString &id);
    /// Who is selected in the list.
    QString selected() const;
    /// The part of this name that can be seen, of the several there are; nullptr: none.
    QWidget *visible(const char *name) const;
    /// With alice (the default) and bob, or the first of them; their passwords are in the keychain.
    void open(int accounts = 2);
    /// Each row as a screen reader tells it.
    QStringList titles() const;
    QStringList ids() const;

    std::unique_ptr<SetupHarness> m_harness;
    QPointer<AccountsDialog> m_window;

private Q_SLOTS:
    void init();
    void cleanup();
};

} // namespace pennypost
