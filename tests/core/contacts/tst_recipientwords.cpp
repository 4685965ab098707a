// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contacts/RecipientWords.h"

#include <QTest>

using namespace pennypost;

class TestRecipientWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data()
    {
        QTest::addColumn<Mailbox>("mailbox");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *tag, const QString &name, const QString &local, const QString &domain,
                            const char *words) {
            QTest::newRow(tag) << Mailbox{name, local, domain}
                               << QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts);
        };
        row("name and address", QStringLiteral("Ann Lee"), QStringLiteral("ann.lee"),
            QStringLiteral("mail.example.org"), "ann lee mail example");
        row("accents and case", QStringLiteral("JÜRGEN Weiß"), QStringLiteral("JW"),
            QStringLiteral("bücher.example"), "jurgen weiss jw bucher");
        row("signs", QStringLiteral("O'Brien (Sales), \"Jo\""), QStringLiteral("jo+news_letter"),
            QStringLiteral("x.org"), "o brien sales jo news letter x");
        row("another script", QStringLiteral("中村 健"), QStringLiteral("ken"), QStringLiteral("x.jp"),
            "中村 健 ken x");
        row("beyond the first plane", QStringLiteral("𠮷野"), QStringLiteral("y"), QStringLiteral("z.jp"),
            "𠮷野 y z");
        row("a literal", {}, QStringLiteral("a"), QStringLiteral("[192.0.2.1]"), "a 192 0 2");
        row("a domain of one label", {}, QStringLiteral("root"), QStringLiteral("localhost"), "root");
    }
    void words()
    {
        QFETCH(Mailbox, mailbox);
        QTEST(recipientWords(mailbox), "words");
    }

    void typed()
    {
        QCOMPARE(typedWords(QStringLiteral("  Lee, AN")),
                 (QStringList{QStringLiteral("lee"), QStringLiteral("an")}));
        QCOMPARE(typedWords(QStringLiteral("ann@ex")),
                 (QStringList{QStringLiteral("ann"), QStringLiteral("ex")}));
        QVERIFY(typedWords(QStringLiteral(" ,<\"")).isEmpty());
        QCOMPARE(typedWords(QString(1000, u'x')), QStringList{QString(64, u'x')});
    }
};

QTEST_APPLESS_MAIN(TestRecipientWords)
#include "tst_recipientwords.moc"
