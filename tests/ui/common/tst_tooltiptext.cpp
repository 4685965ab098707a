// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ToolTipText.h"

#include <QTest>
#include <QTextDocument>

using namespace pennypost;

/// A tooltip shows a stranger's words as they are.
class TestToolTipText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysTheWords_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words : {"plain", "<b>bold</b>", "a < b & c > d", "&lt;b&gt;", "one\ntwo", "a  b",
                                  "<img src='https://example.org/x.png'>.txt"})
            QTest::newRow(QByteArray(words).replace('\n', ' ').constData()) << QString::fromLatin1(words);
    }
    void saysTheWords()
    {
        QFETCH(QString, words);
        QVERIFY(Qt::mightBeRichText(toolTipText(words))); // never guessed at
        QTextDocument shown;
        shown.setHtml(toolTipText(words));
        QCOMPARE(shown.toPlainText(), words);
    }

    void nothingToSay() { QCOMPARE(toolTipText({}), QString()); }
};

QTEST_MAIN(TestToolTipText)
#include "tst_tooltiptext.moc"
