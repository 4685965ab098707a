// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/StandardInput.h"
#include "core/base/Result.h"

#include <QFile>
#include <QLockFile>
#include <QString>

#include <memory>

namespace pennypost {

/// A letter from standard input, which can be read once, kept in a file of the profile for as long as this
/// object lives: `input-NAME.eml`, for its owner alone, held up by `input-NAME.lock`. A process that is
/// killed leaves both; its lock falls with it, and so the next start knows what to remove. (An unlinked file
/// would need no such care, but it has no path, and Windows has none.) The CLI's only thread.
class InputSpool
{
public:
    /// The error is the system's about the file; empty where standard input can't be read, or was stopped:
    /// StandardInput::wasStopped().
    /// `dotEnds`: nothing counts from a line with a dot alone on, as sendmail(1) has it without -i.
    static Result<std::unique_ptr<InputSpool>, QString> fill(const QString &folder, StandardInput &input,
                                                             bool dotEnds = false);
    ~InputSpool();
    InputSpool(const InputSpool &) = delete;
    InputSpool &operator=(const InputSpool &) = delete;

    QString path() const { return m_file.fileName(); }

    /// Removes what processes that are gone have left in the profile.
    static void removeStale(const QString &folder);

private:
    explicit InputSpool(const QString &base);

    QLockFile m_lock;
    QFile m_file;
};

} // namespace pennypost
