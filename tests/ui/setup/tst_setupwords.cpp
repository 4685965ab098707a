// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/SetupWords.h"

#include <QTest>

using namespace pennypost;
using Kind = AccountStoreError::Kind;

/// What is said of accounts that can't be read or stored: above all where they are now.
class TestSetupWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void atTheStart_data()
    {
        QTest::addColumn<AccountStoreError>("error");
        QTest::addColumn<QStringList>("says");
        QTest::addColumn<QString>("theSystemSays");
        const auto row = [](const char *name, Kind kind, const char *aside, const QStringList &says,
                            const char *system) {
            QTest::newRow(name) << AccountStoreError{kind, QStringLiteral("why"), QString::fromLatin1(aside)}
                                << says << QString::fromLatin1(system);
        };
        const QString file = QStringLiteral("accounts.json");
        const QString aside = QStringLiteral("“accounts.json.damaged-1”");
        row("damaged", Kind::Damaged, "accounts.json.damaged-1", {file, aside}, "why");
        row("damaged, and the disk is full", Kind::CannotWrite, "accounts.json.damaged-1",
            {file, aside, QStringLiteral("No new file could be written")}, "why");
        row("can't even be set aside", Kind::CannotWrite, "", {file, QStringLiteral("could not be opened")},
            "why");
        row("can't be read", Kind::CannotRead, "", {file, QStringLiteral("could not be opened")}, "why");
        row("a later version's", Kind::TooNew, "", {file, QStringLiteral("later version")}, "");
    }
    void atTheStart()
    {
        QFETCH(AccountStoreError, error);
        QFETCH(QStringList, says);
        QFETCH(QString, theSystemSays);
        for (const bool anyRead : {false, true}) {
            const ProblemText words =
                SetupWords::ofStart(error, QStringLiteral("/profile/accounts.json"), anyRead);
            for (const QString &part : says)
                QVERIFY2(words.sentence.contains(part), qPrintable(words.sentence));
            QCOMPARE(words.serverWords, theSystemSays);
            QVERIFY(!words.sentence.contains(u'%'));
        }
    }

    void atAChange_data()
    {
        QTest::addColumn<AccountStoreError>("error");
        QTest::addColumn<bool>("namesAside");
        QTest::addColumn<QString>("theSystemSays");
        const QString why = QStringLiteral("why");
        const QString aside = QStringLiteral("accounts.json.damaged-1");
        QTest::newRow("damaged") << AccountStoreError{Kind::Damaged, why, aside} << true << why;
        QTest::newRow("damaged, left alone") << AccountStoreError{Kind::Damaged, why} << false << why;
        QTest::newRow("damaged, and the disk is full")
            << AccountStoreError{Kind::CannotWrite, why, aside} << true << why;
        QTest::newRow("the disk is full") << AccountStoreError{Kind::CannotWrite, why} << false << why;
        QTest::newRow("in use") << AccountStoreError{Kind::Busy, {}} << false << QString();
        QTest::newRow("a later version's") << AccountStoreError{Kind::TooNew, why} << false << QString();
    }
    void atAChange()
    {
        QFETCH(AccountStoreError, error);
        QFETCH(bool, namesAside);
        QFETCH(QString, theSystemSays);
        const ProblemText words = SetupWords::of(error);
        // Something was changed where a file was set aside.
        QCOMPARE(words.sentence.contains(QStringLiteral("“%1”").arg(error.aside)), namesAside);
        QVERIFY(!namesAside || !words.sentence.contains(u"Nothing was changed"));
        QCOMPARE(words.sentence.contains(u"Another program"), error.kind == Kind::Busy);
        QCOMPARE(words.serverWords, theSystemSays);
    }

    /// What a failed change left behind is told beside why it failed.
    void leftBehind_data()
    {
        QTest::addColumn<Leftover>("left");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << Leftover::Nothing << QString();
        QTest::newRow("the old one for the session") << Leftover::OldForSession << QStringLiteral("“Edit…”");
        QTest::newRow("a password") << Leftover::Password << QStringLiteral("“account/alice”");
    }
    void leftBehind()
    {
        QFETCH(const Leftover, left);
        QFETCH(const QString, says);
        Account account;
        account.id = QStringLiteral("alice");
        const ProblemText before = SetupWords::of(AccountStoreError{Kind::Busy, {}});
        const ProblemText words = SetupWords::with(before, left, account);
        QCOMPARE(words.title, before.title);
        QCOMPARE(words.remedy, before.remedy);
        QVERIFY(words.sentence.startsWith(before.sentence));
        QCOMPARE(words.sentence == before.sentence, left == Leftover::Nothing);
        QVERIFY2(words.sentence.contains(says), qPrintable(words.sentence));
        QVERIFY(!words.sentence.contains(u'%'));
    }
};

QTEST_MAIN(TestSetupWords)
#include "tst_setupwords.moc"
