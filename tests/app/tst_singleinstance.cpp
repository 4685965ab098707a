// SPDX-License-Identifier: GPL-3.0-or-later
// One desktop program a profile; which letters were open; the options.
#include "app/gui/GuiOptions.h"
#include "app/gui/OpenLetters.h"
#include "app/gui/SingleInstance.h"

#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace pennypost;

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondRaisesFirst();
    void eachProfileItsOwn();
    void firstGone();
    void leftoversOfACrash();
    void openLetters();
    void damagedOpenLetters_data();
    void damagedOpenLetters();
    void options_data();
    void options();
};

void TestSingleInstance::secondRaisesFirst()
{
    QTemporaryDir profile;
    SingleInstance first(profile.path());
    SingleInstance second(profile.path());
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QSignalSpy answered(&second, &SingleInstance::answered);
    QVERIFY(first.claim());
    QVERIFY(!second.claim());
    second.raiseOther();
    QTRY_COMPARE(answered.size(), 1);
    QVERIFY(answered[0][0].toBool());
    QCOMPARE(raised.size(), 1);
}

void TestSingleInstance::eachProfileItsOwn()
{
    QTemporaryDir one;
    QTemporaryDir two;
    SingleInstance first(one.path());
    SingleInstance second(two.path());
    QVERIFY(first.claim());
    QVERIFY(second.claim());
}

void TestSingleInstance::firstGone()
{
    QTemporaryDir profile;
    {
        SingleInstance first(profile.path());
        QVERIFY(first.claim());
    }
    SingleInstance second(profile.path());
    QSignalSpy answered(&second, &SingleInstance::answered);
    second.raiseOther();
    QTRY_COMPARE(answered.size(), 1);
    QVERIFY(!answered[0][0].toBool());
    QVERIFY(second.claim());
}

void TestSingleInstance::leftoversOfACrash()
{
    QTemporaryDir profile;
    QFile lock(profile.filePath(QStringLiteral("pennypost.lock")));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    // As QLockFile writes it, of a process that is no more.
    lock.write("999999999\npennypost\n" + QSysInfo::machineHostName().toUtf8() + '\n' +
               QSysInfo::machineUniqueId() + '\n' + QSysInfo::bootUniqueId() + '\n');
    lock.close();
    SingleInstance next(profile.path());
    QVERIFY(next.claim());
}

void TestSingleInstance::openLetters()
{
    QTemporaryDir profile;
    const OpenLetters letters(profile.path());
    QCOMPARE(letters.read(), QStringList());
    QVERIFY(letters.write({QStringLiteral("b"), QStringLiteral("a")}));
    QCOMPARE(OpenLetters(profile.path()).read(), (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
    QVERIFY(letters.write({}));
    QVERIFY(!QFile::exists(profile.filePath(QStringLiteral("open-letters.json"))));
    QVERIFY(letters.write({}));
}

void TestSingleInstance::damagedOpenLetters_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<qsizetype>("letters");
    QTest::newRow("empty") << QByteArray() << qsizetype(0);
    QTest::newRow("no JSON") << QByteArray("\0\0\0", 3) << qsizetype(0);
    QTest::newRow("no array") << QByteArray("{}") << qsizetype(0);
    QTest::newRow("some no ids") << QByteArray("[1,\"\",null,\"a\"]") << qsizetype(1);
    QTest::newRow("too many") << "[" + QByteArray("\"a\",").repeated(1'000) + "\"a\"]" << qsizetype(50);
}

void TestSingleInstance::damagedOpenLetters()
{
    QFETCH(QByteArray, content);
    QFETCH(qsizetype, letters);
    QTemporaryDir profile;
    QFile file(profile.filePath(QStringLiteral("open-letters.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QCOMPARE(OpenLetters(profile.path()).read().size(), letters);
}

void TestSingleInstance::options_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QString>("profile");
    const QString program = QStringLiteral("pennypost");
    const QString option = QStringLiteral("--profile");
    QTest::newRow("none") << QStringList{program} << true << QString();
    QTest::newRow("profile") << QStringList{program, option, QStringLiteral("/x y")} << true
                             << QStringLiteral("/x y");
    QTest::newRow("profile without folder") << QStringList{program, option} << false << QString();
    QTest::newRow("unknown") << QStringList{program, QStringLiteral("--fly")} << false << QString();
    QTest::newRow("a word") << QStringList{program, QStringLiteral("word")} << false << QString();
}

void TestSingleInstance::options()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, valid);
    QFETCH(QString, profile);
    const auto options = GuiOptions::parse(arguments);
    QCOMPARE(bool(options), valid);
    if (valid)
        QCOMPARE(options->profile, profile);
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
