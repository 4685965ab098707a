// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ActionWords.h"

#include <QTest>

using namespace pennypost;

/// What an action is called beside its menu.
class TestActionWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plain_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << QStringLiteral("Send") << QStringLiteral("Send");
        QTest::newRow("first") << QStringLiteral("&Send") << QStringLiteral("Send");
        QTest::newRow("within") << QStringLiteral("Attac&h…") << QStringLiteral("Attach…");
        QTest::newRow("behind") << QStringLiteral("送信(&S)") << QStringLiteral("送信(S)");
        QTest::newRow("itself") << QStringLiteral("&Questions && answers")
                                << QStringLiteral("Questions & answers");
        QTest::newRow("at the end") << QStringLiteral("Send&") << QStringLiteral("Send");
        QTest::newRow("empty") << QString() << QString();
    }
    void plain()
    {
        QFETCH(QString, text);
        QTEST(ActionWords::plain(text), "words");
    }

    void withKeys()
    {
        const QString words = QStringLiteral("100%2 &");
        QCOMPARE(ActionWords::withKeys(words, {}), words);
        const QKeySequence keys(Qt::CTRL | Qt::Key_K);
        QCOMPARE(ActionWords::withKeys(words, keys),
                 QString(words + u" (" + keys.toString(QKeySequence::NativeText) + u')'));
    }
};

QTEST_MAIN(TestActionWords)
#include "tst_actionwords.moc"
