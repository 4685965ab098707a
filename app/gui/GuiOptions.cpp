// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/GuiOptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

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
    parser.addPositionalArgument(
        QStringLiteral("letters"),
        QCoreApplication::translate("GuiOptions", "Links (mailto:...) and files with letters, to open."),
        QStringLiteral("[mailto:...|file.eml]..."));
}

/// The program that is running already has another working folder.
QString toOpen(const QString &letter)
{
    if (letter.startsWith(QLatin1StringView("mailto:"), Qt::CaseInsensitive))
        return letter;
    const QUrl url(letter);
    return QFileInfo(url.isLocalFile() ? url.toLocalFile() : letter).absoluteFilePath();
}

} // namespace

Result<GuiOptions, QString> GuiOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return Failure{parser.errorText()};
    GuiOptions options{parser.value(QStringLiteral("profile")), {}};
    const QStringList letters = parser.positionalArguments();
    for (const QString &letter : letters)
        options.letters.append(toOpen(letter));
    return options;
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
