// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/CliError.h"
#include "app/cli/Invocation.h"

#include <QList>
#include <QStringList>

namespace pennypost {

struct OptionRow;

/// What follows `pennypost-cli sendmail`, read as sendmail(1) has it and as programs call it that hand a
/// letter over (git send-email, cron, mutt, PHP): -t, -i, -oi, -f and -r ADDRESS, -F NAME, -N, -R, -V, `--`,
/// recipients. What only tells a mail server how to run is taken and does nothing (-oem, -odb, -B8BITMIME);
/// what asks for another kind of server (-bs, -bp, -q) is refused. Our own --account ID goes along. `table`:
/// THE table of options. Pure.
Result<SendLetter, CliError> readSendmail(const QStringList &words, const QList<OptionRow> &table);

} // namespace pennypost
