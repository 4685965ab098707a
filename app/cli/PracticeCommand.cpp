// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/PracticeCommand.h"

#include "app/cli/CauseText.h"

namespace pennypost {

PracticeCommand::PracticeCommand(const CommandContext &context, Practice options)
    : Command(context), m_options(options)
{
}

void PracticeCommand::start()
{
    auto &server = services().practice;
    if (auto started = server.start(m_options.port); !started) {
        return end(console().fail(practiceServerError(started.error())));
    }
    connect(&server, &PracticeServer::received, this,
            [this](const QString &file) { tell(file, {{QStringLiteral("received"), file}}); });

    const auto access = server.access();
    const QString password = QString::fromUtf8(access.password.bytes());
    const QString pin = QString::fromLatin1(access.server.pinnedSha256.toHex());
    const QString port = QString::number(access.server.port);
    tell(u"host " + access.server.host + u"\nport " + port + u"\nsecurity tls\nuser " +
             access.server.userName + u"\npassword " + password + u"\npin " + pin + u"\nfolder " +
             services().paths.practice,
         {{QStringLiteral("host"), access.server.host},
          {QStringLiteral("port"), access.server.port},
          {QStringLiteral("security"), QStringLiteral("tls")},
          {QStringLiteral("user"), access.server.userName},
          {QStringLiteral("password"), password},
          {QStringLiteral("pin"), pin},
          {QStringLiteral("folder"), services().paths.practice}});
}

void PracticeCommand::tell(const QString &lines, const QJsonObject &object)
{
    console().say(lines);
    console().say(object);
    if (console().isBroken())
        end(ExitCode::Ok); // nobody reads on: end() makes an error of it
}

/// The way it is meant to end.
void PracticeCommand::stop()
{
    end(ExitCode::Ok);
}

} // namespace pennypost
