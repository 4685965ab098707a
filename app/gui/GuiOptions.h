// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace pennypost {

/// What the desktop program takes on its command line, beside Qt's own options.
struct GuiOptions
{
    QString profile;     ///< empty: the usual one
    QStringList letters; ///< to open: "mailto:..." as it is, files by their absolute paths

    /// `arguments` with the program's name first, Qt's options taken out. The error is one line.
    static Result<GuiOptions, QString> parse(const QStringList &arguments);
};

/// --help and --version, which need no display: prints and gives the exit code; nothing if the program is to
/// start. Before any Q*Application.
std::optional<int> answerWithoutWindows(int argc, char *argv[]);

} // namespace pennypost
