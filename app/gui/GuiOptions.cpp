// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/GuiOptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <string_view>

namespace pennypost {

namespace {

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QCoreApplication::translate("GuiOptions", "Write a letter and be sure that it went out."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({QStringLiteral("profile"),
                      QCoreApplication::translate("GuiOptions", "Keep everything in <folder>."),
                      QCoreApplication::translate("GuiOptions", "folder")});
}

} // namespace

Result<GuiOptions, QString> GuiOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return Failure{parser.errorText()};
    if (!parser.positionalArguments().isEmpty())
        return Failure{QCoreApplication::translate("GuiOptions", "Unexpected argument: %1")
                           .arg(parser.positionalArguments().first())};
    return GuiOptions{parser.value(QStringLiteral("profile"))};
}

std::optional<int> answerWithoutWindows(int argc, char *argv[])
{
    const auto asks = [](std::string_view argument) {
        return argument == "--help" || argument == "-h" || argument == "--version" || argument == "-v";
    };
    if (std::none_of(argv + 1, argv + argc, asks))
        return std::nullopt;
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    addOptions(parser);
    parser.parse(QCoreApplication::arguments());
    const QString text = parser.isSet(QStringLiteral("version"))
                             ? QString(u"Pennypost " + QCoreApplication::applicationVersion() + u'\n')
                             : parser.helpText();
    std::fputs(text.toLocal8Bit().constData(), stdout);
    return 0;
}

} // namespace pennypost
