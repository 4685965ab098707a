// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// The desktop program where there is no desktop: a sentence, and no core dump.
class TestWithoutDisplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ends_data();
    void ends();
};

void TestWithoutDisplay::ends_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("started") << QStringList() << 69 << QStringLiteral("pennypost-cli");
    QTest::newRow("asked for help") << QStringList(QStringLiteral("--help")) << 0
                                    << QStringLiteral("--profile");
    QTest::newRow("asked which it is")
        << QStringList(QStringLiteral("--version")) << 0 << QStringLiteral("Pennypost ");
}

void TestWithoutDisplay::ends()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    QSKIP("there is always a display here");
#endif
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, said);
    const QTemporaryDir home;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    environment.insert(QStringLiteral("HOME"), home.path());
    QProcess program;
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(QStringLiteral(PENNYPOST_PROGRAM), arguments);
    QVERIFY(program.waitForFinished());
    const QString output = QString::fromLocal8Bit(program.readAll());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QVERIFY2(output.contains(said), qPrintable(output));
    QCOMPARE(program.exitCode(), code);
    QVERIFY(QDir(home.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

QTEST_GUILESS_MAIN(TestWithoutDisplay)
#include "tst_withoutdisplay.moc"
