// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/StageText.h"

namespace pennypost {

QString doneText(Stage stage)
{
    switch (stage) {
    case Stage::Preparing:
        return QStringLiteral("Ready");
    case Stage::Lookup:
        return QStringLiteral("Found");
    case Stage::Connect:
        return QStringLiteral("Connected");
    case Stage::Encrypt:
        return QStringLiteral("Encrypted");
    case Stage::Greeting:
        return QStringLiteral("Greeted");
    case Stage::Hello:
        return QStringLiteral("Introduced");
    case Stage::Authenticate:
        return QStringLiteral("Signed in");
    case Stage::MailFrom:
        return QStringLiteral("Sender taken");
    case Stage::Recipients:
        return QStringLiteral("Recipients told");
    case Stage::Data:
        return QStringLiteral("Ready for the letter");
    case Stage::Body:
        return QStringLiteral("Letter sent");
    case Stage::FinalDot:
        return QStringLiteral("Letter taken");
    case Stage::Done:
        return QStringLiteral("Done");
    }
    return {};
}

QString waitText(Stage stage)
{
    switch (stage) {
    case Stage::Greeting:
        return QStringLiteral("still waiting for the server's greeting; some let everybody wait");
    case Stage::FinalDot:
        return QStringLiteral("the server is still checking the letter, for which it may take ten minutes");
    default:
        return QStringLiteral("still waiting for the server");
    }
}

} // namespace pennypost
