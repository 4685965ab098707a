// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/setup/SetupTour.h"
#include "ui/common/LegiblePalette.h"

#include <QApplication>
#include <QDir>
#include <QPalette>
#include <QPixmap>
#include <QStyleFactory>
#include <QTest>
#include <QTranslator>

using namespace pennypost;

namespace {

/// Every text half as long again, with umlauts: what German does to a layout.
class LongWords final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        QString text = QString::fromUtf8(source);
        if (text.size() < 3 || text.contains(u"%1, "))
            return text;
        QString longer = text;
        const qsizetype more = qMax<qsizetype>(4, text.size() * 2 / 5);
        longer +=
            u' ' +
            QStringLiteral("überfälligenkontenverwaltungseinstellungen ").repeated(8).left(more).trimmed();
        return longer;
    }
};

QPalette dark()
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(0x2b, 0x2b, 0x2e));
    palette.setColor(QPalette::WindowText, Qt::white);
    palette.setColor(QPalette::Base, QColor(0x1e, 0x1e, 0x20));
    palette.setColor(QPalette::AlternateBase, QColor(0x33, 0x33, 0x36));
    palette.setColor(QPalette::Text, Qt::white);
    palette.setColor(QPalette::Button, QColor(0x3a, 0x3a, 0x3d));
    palette.setColor(QPalette::ButtonText, Qt::white);
    palette.setColor(QPalette::Highlight, QColor(0x3d, 0xae, 0xe9));
    palette.setColor(QPalette::HighlightedText, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x80, 0x80, 0x84));
    return palette;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QStringList words = QApplication::arguments();
    if (words.size() < 2) {
        qWarning("setup_gallery FOLDER [dark] [rtl] [long] [FILE.qm]");
        return 64;
    }
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    if (words.contains(u"dark"))
        QApplication::setPalette(dark());
    if (words.contains(u"rtl"))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    const LegiblePalette legible;
    QTranslator translation; // a built translation, as translations/*.qm in the build folder
    for (const QString &word : words) {
        if (word.endsWith(u".qm") && translation.load(word)) {
            QCoreApplication::installTranslator(&translation);
            QLocale::setDefault(QLocale(translation.language()));
        }
    }
    LongWords translator;
    if (words.contains(u"long"))
        QCoreApplication::installTranslator(&translator);
    const QString folder = words.at(1);
    QDir().mkpath(folder);
    SetupTour tour([&folder](QWidget &window, const QString &state) {
        QTest::qWait(50);
        if (!window.grab().save(folder + u'/' + state + QStringLiteral(".png")))
            qFatal("cannot write %s", qPrintable(state));
    });
    tour.assistant();
    tour.dialog();
    return 0;
}
