// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/AccountStore.h"
#include "core/account/ServerSettingsCheck.h"
#include "ui/common/ProblemText.h"
#include "ui/setup/Leftover.h"

#include <QCoreApplication>
#include <QString>

namespace pennypost {

/// Words for what only the setup windows speak of; everything else is ProblemWords'. GUI thread.
class SetupWords
{
    Q_DECLARE_TR_FUNCTIONS(SetupWords)

public:
    static QString of(ServerSettingsProblem problem); ///< one sentence for the line below the field
    static ProblemText of(const AccountStoreError &error);
    /// For what `account` was to become: what the failed change left behind besides, and what to do about it.
    static ProblemText with(ProblemText problem, Leftover left, const Account &account);
    /// For an account that is removed, its password perhaps not.
    static ProblemText ofPasswordLeft(const SecretError &error, const Account &account);
    /// For a start that could not read the accounts of `file`: there is no later try, and what was set aside
    /// is named. The button shows the folder.
    static ProblemText ofStart(const AccountStoreError &error, const QString &file, bool anyRead);
    static QString of(ServerSettings::Security security); ///< "TLS"
    static QString practiceName();                        ///< whose letters the practice account writes
    /// "smtp.example.org, port 465, TLS"
    static QString summary(const ServerSettings &server);
};

} // namespace pennypost
