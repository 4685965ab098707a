// SPDX-License-Identifier: GPL-3.0-or-later
// One desktop program a profile; which letters were open; the options.
#include "app/gui/GuiOptions.h"
#include "app/gui/OpenLetters.h"
#include "app/gui/SingleInstance.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace pennypost;

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondRaisesFirst();
    void secondHandsOver();
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

/// What the second one was given to open goes to the first, whatever is in it and however long.
void TestSingleInstance::secondHandsOver()
{
    QTemporaryDir profile;
    SingleInstance first(profile.path());
    SingleInstance second(profile.path());
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QSignalSpy answered(&second, &SingleInstance::answered);
    QVERIFY(first.claim());
    const QStringList letters{QStringLiteral("mailto:a@b.example?body=\"1\n2\""),
                              QStringLiteral("/home/jürgen/a b.eml"),
                              QStringLiteral("mailto:?body=") + QString(200'000, u'x')};
    second.raiseOther(letters);
    QTRY_COMPARE(answered.size(), 1);
    QVERIFY(answered[0][0].toBool());
    QCOMPARE(raised.size(), 1);
    QCOMPARE(raised[0][0].toStringList(), letters);
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
    QCOMPARE(answered.size(), 0); // nobody turns yet
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
    QTest::addColumn<QStringList>("letters");
    const QStringList nothing;
    const QString program = QStringLiteral("pennypost");
    const QString option = QStringLiteral("--profile");
    QTest::newRow("none") << QStringList{program} << true << QString() << nothing;
    QTest::newRow("profile") << QStringList{program, option, QStringLiteral("/x y")} << true
                             << QStringLiteral("/x y") << nothing;
    QTest::newRow("profile without folder") << QStringList{program, option} << false << QString() << nothing;
    QTest::newRow("unknown") << QStringList{program, QStringLiteral("--fly")} << false << QString()
                             << nothing;
    const QString url = QStringLiteral("MailTo:ann@there.example?subject=a%20b&body=c");
    QTest::newRow("a link") << QStringList{program, url} << true << QString() << QStringList{url};
    const QString here = QDir::currentPath() + u"/a b.eml";
    QTest::newRow("a file") << QStringList{program, QStringLiteral("a b.eml")} << true << QString()
                            << QStringList{here};
    QTest::newRow("a file's address")
        << QStringList{program, QUrl::fromLocalFile(here).toString(QUrl::FullyEncoded)} << true << QString()
        << QStringList{here};
    QTest::newRow("several") << QStringList{program, option, QStringLiteral("/x"), url, here} << true
                             << QStringLiteral("/x") << QStringList{url, here};
}

void TestSingleInstance::options()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, valid);
    QFETCH(QString, profile);
    QFETCH(QStringList, letters);
    const auto options = GuiOptions::parse(arguments);
    QCOMPARE(bool(options), valid);
    if (valid) {
        QCOMPARE(options->profile, profile);
        QCOMPARE(options->letters, letters);
    }
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
