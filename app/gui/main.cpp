// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Names.h"
#include "app/Services.h"
#include "app/StopSignals.h"
#include "app/gui/Application.h"
#include "app/gui/Display.h"
#include "app/gui/GuiOptions.h"
#include "app/gui/JoinedScriptStyle.h"
#include "app/gui/SingleInstance.h"
#include "app/gui/Translations.h"
#include "ui/common/Icons.h"
#include "ui/common/LegiblePalette.h"

#include <QApplication>
#include <QMessageBox>
#include <QSslSocket>

#include <cstdio>

using namespace pennypost;

namespace {

int raiseOther(SingleInstance &instance, const QStringList &letters)
{
    QObject::connect(&instance, &SingleInstance::answered, &instance, [](bool raised) {
        if (!raised)
            qWarning("Pennypost runs already with this profile, but does not answer");
        QCoreApplication::exit(raised ? 0 : 1);
    });
    instance.raiseOther(letters);
    return QApplication::exec();
}

int run(const GuiOptions &options)
{
    const auto paths = Paths::open(options.profile);
    if (!paths) {
        QMessageBox::critical(
            nullptr, QStringLiteral("Pennypost"),
            QApplication::translate("main", "The profile's folder can't be used: %1").arg(paths.error()));
        return 1;
    }
    SingleInstance instance(paths->profile);
    if (!instance.claim())
        return raiseOther(instance, options.letters);

    Services services(*paths);
    Application application(services);
    QObject::connect(&instance, &SingleInstance::raiseRequested, &application,
                     [&application](const QStringList &letters) {
                         application.raise();
                         application.open(letters);
                     });
    // The end of a session, a kill: as if the person had quit, drafts saved.
    const StopSignals stopSignals;
    QObject::connect(&stopSignals, &StopSignals::stop, &application, &Application::closeAll);
    application.start();
    application.open(options.letters);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    setApplicationNames();
    if (const auto answered = answerWithoutWindows(argc, argv))
        return *answered;
    if (isDisplayMissing(argc, argv)) {
        std::fputs("pennypost: there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set).\n"
                   "Start it from a desktop; pennypost-cli sends letters without one.\n",
                   stderr);
        return 69; // EX_UNAVAILABLE
    }
    const QApplication application(argc, argv);
    // The one TLS library with TLS 1.3 on every system; it is shipped where it is not the default.
    if (QSslSocket::availableBackends().contains(u"openssl"))
        QSslSocket::setActiveBackend(QStringLiteral("openssl"));
    QApplication::setApplicationDisplayName(QStringLiteral("Pennypost"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.pennypost.Pennypost"));
    QApplication::setWindowIcon(applicationIcon());
    const LegiblePalette legible;
    Translations translations;
    translations.install();
    JoinedScriptStyle::installIfNeeded();

    const auto options = GuiOptions::parse(QCoreApplication::arguments());
    if (!options) {
        qCritical("pennypost: %ls", qUtf16Printable(options.error()));
        return 64;
    }
    return run(*options);
}
