// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/SetupServices.h"

#include <QDialog>

namespace pennypost {

/// Lists the accounts; adds, edits, removes (with the secret), sets the default, tests again. Not modal;
/// deletes itself when closed. GUI thread.
class AccountsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AccountsDialog(const SetupServices &services, QWidget *parent = nullptr);
    ~AccountsDialog() override;
};

} // namespace pennypost
