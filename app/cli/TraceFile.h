// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/CliError.h"
#include "core/submission/WireLog.h"

#include <QFile>
#include <QStringList>

#include <atomic>
#include <memory>

namespace pennypost {

/// --trace: the dialogue line by line, "C: " sent, "S: " received, "-- " notes, in a file that its owner
/// alone may read. Secrets are masked before they get here; control characters of the server's are written
/// as \xNN (shownText()). Each line is in the file when the call returns, so that a crash leaves the truth.
/// One thread at a time.
class TraceFile final : public WireLog
{
public:
    /// Replaces what was there, but none of `kept`, by whatever name it goes: what is still to be read, and
    /// the profile's own.
    static Result<std::shared_ptr<TraceFile>, CliError> create(const QString &path, const QStringList &kept);

    void sent(QByteArrayView line) override;
    void received(QByteArrayView line) override;
    void note(const QString &text) override;
    /// Could everything be written so far? Any thread.
    bool isWhole() const { return m_isWhole; }

private:
    explicit TraceFile(const QString &path) : m_file(path) {}
    void write(QByteArrayView mark, QByteArrayView line);

    QFile m_file;
    std::atomic_bool m_isWhole = true;
};

} // namespace pennypost
