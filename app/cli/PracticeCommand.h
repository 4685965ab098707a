// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/Invocation.h"

namespace pennypost {

/// `practice`: runs the practice server until Ctrl+C or SIGTERM. Tells once how to reach it, its password
/// included (it is good for this run and this computer alone), then each letter's file.
class PracticeCommand final : public Command
{
    Q_OBJECT

public:
    PracticeCommand(const CommandContext &context, Practice options);
    void start() override;
    void stop() override;

private:
    /// In the form that was asked for.
    void tell(const QString &lines, const QJsonObject &object);

    Practice m_options;
};

} // namespace pennypost
