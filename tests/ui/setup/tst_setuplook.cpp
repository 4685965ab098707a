// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/setup/SetupTour.h"

#include <QApplication>
#include <QPushButton>
#include <QStyleFactory>
#include <QTest>

using namespace pennypost;

/// What every state of the setup windows has in common to the eye.
class TestSetupLook : public QObject
{
    Q_OBJECT

private:
    /// Other languages are longer than ours: a least width that the style gives short words hides nothing.
    static int leastDistance(QPushButton &button)
    {
        const QString words = button.text();
        const QString longer = QStringLiteral("Donaudampfschifffahrtsgesellschaft ") + words;
        button.setText(longer);
        const int distance = (button.sizeHint().width() -
                              button.fontMetrics().horizontalAdvance(QString(longer).remove(u'&'))) /
                             2;
        button.setText(words);
        return distance;
    }

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion"))); }

    void wordsKeepTheirDistance()
    {
        int looked = 0;
        QStringList found;
        SetupTour tour([&](const QWidget &window, const QString &state) {
            for (QPushButton *button : window.findChildren<QPushButton *>()) {
                if (!button->isVisible())
                    continue;
                ++looked;
                if (leastDistance(*button) < 10)
                    found.append(state + u": " + button->objectName());
            }
        });
        tour.assistant();
        tour.dialog();
        found.removeDuplicates();
        QVERIFY(looked >= 50);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
};

QTEST_MAIN(TestSetupLook)
#include "tst_setuplook.moc"
