// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Console.h"

#include "app/cli/ResultJson.h"
#include "app/cli/ShownText.h"

#include <QJsonDocument>

#include <cstdio>

namespace pennypost {

void Console::say(const QString &line)
{
    if (m_json)
        return;
    for (const auto &each : line.toUtf8().split('\n'))
        write(QByteArray(shownText(each) + '\n'));
}

void Console::say(const QJsonObject &object)
{
    if (m_json)
        write(QByteArray(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n'));
}

bool Console::write(QByteArrayView bytes)
{
    const auto size = static_cast<size_t>(bytes.size());
    // Flushed each time: a script may read line by line from the practice server.
    m_broken = m_broken || std::fwrite(bytes.data(), 1, size, stdout) != size || std::fflush(stdout) != 0;
    return !m_broken;
}

void Console::warn(const QString &line)
{
    for (const auto &each : line.trimmed().toUtf8().split('\n')) {
        const QByteArray bytes = "pennypost-cli: " + shownText(each.trimmed()) + '\n';
        std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    }
}

ExitCode Console::fail(const CliError &error, const QJsonObject &result)
{
    // One line, whatever was typed: it may quote an argument with line ends in it.
    QString cause = error.cause;
    cause.replace(u'\r', u' ').replace(u'\n', u' ');
    warn(cause);
    if (!error.detail.isEmpty())
        warn(error.detail);
    QJsonObject object = notSentJson({});
    for (auto member = result.begin(); member != result.end(); ++member)
        object[member.key()] = member.value();
    object[u"problem"] = error.problem;
    object[u"cause"] = cause;
    object[u"text"] = error.detail;
    object[u"exitCode"] = int(error.code);
    say(object);
    return ended(error.code);
}

ExitCode Console::ended(ExitCode code)
{
    // What the server did counts more than who could read of it.
    if (!m_broken || code != ExitCode::Ok)
        return code;
    warn(QStringLiteral("standard output can't be written to"));
    return ExitCode::IoError;
}

} // namespace pennypost
