// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/SetupServices.h"

#include <QWizard>

namespace pennypost {

/// Sets an account up: choose (own account or practice), enter, test for real, done. Not modal; deletes
/// itself when closed; nothing is stored before Finish. With `edit` it changes that account instead. GUI
/// thread.
class AccountAssistant : public QWizard
{
    Q_OBJECT

public:
    explicit AccountAssistant(const SetupServices &services, QWidget *parent = nullptr);
    ~AccountAssistant() override;
    AccountAssistant(const SetupServices &services, const Account &edit, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Stored, secret included.
    void accountReady(const pennypost::Account &account);
};

} // namespace pennypost
