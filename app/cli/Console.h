// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/CliError.h"
#include "core/smtp/SubmissionError.h"

#include <QByteArrayView>
#include <QJsonObject>
#include <QString>

namespace pennypost {

/// Standard output and error of one run: text or, with --json, objects on output. Remembers whether output
/// could be written, so that a closed pipe ends in IoError and not in silence. The only thread.
class Console
{
public:
    explicit Console(bool json) : m_json(json) {}
    Console(const Console &) = delete;
    Console &operator=(const Console &) = delete;

    bool json() const { return m_json; }
    /// A line for a person, or more; nothing with --json. As shownText() has it, and so is warn().
    void say(const QString &line);
    /// An object on one line; nothing without --json.
    void say(const QJsonObject &object);
    /// Bytes as they are (build). False if they can't be written.
    bool write(QByteArrayView bytes);
    /// Something that was said did not get out, and nothing will.
    bool isBroken() const { return m_broken; }
    /// A line on standard error, or as many as `line` has, in either form.
    void warn(const QString &line);

    /// Tells a failure in the form that was asked for and returns its code. The object has every member of a
    /// letter that was not sent, whatever command failed, so that a script need not ask which; `result` is
    /// what it knows beside.
    ExitCode fail(const CliError &error, const QJsonObject &result = {});
    /// `code`, or IoError if something that was said did not get out.
    ExitCode ended(ExitCode code);

private:
    bool m_json;
    bool m_broken = false;
};

} // namespace pennypost
