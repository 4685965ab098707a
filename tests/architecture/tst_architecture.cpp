// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the whole house and holds it against its rules; and holds the reader itself against samples that
// break them.
#include "tests/architecture/HouseRules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

class TestArchitecture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theReaderSeesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("finding"); // part of the only one; empty for none

        const auto row = [](const char *name, const char *path, const char *text, const char *finding) {
            QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(text)
                                << QString::fromLatin1(finding);
        };
        row("own room", "core/smtp/A.cpp", "#include \"core/smtp/Reply.h\"\n", "");
        row("ground floor", "core/smtp/A.cpp", "#include \"core/base/Result.h\"\n", "");
        row("an edge", "core/smtp/A.cpp", "#include \"core/sasl/Credential.h\"\n", "");
        row("a single header", "core/smtp/A.cpp", "#include \"core/message/Envelope.h\"\n", "");
        row("another of its room", "core/smtp/A.cpp", "#include \"core/message/MailboxParser.h\"\n",
            "no edge from core/smtp");
        row("upwards", "core/message/A.cpp", "#include \"core/smtp/Reply.h\"\n", "no edge from core/message");
        row("core to ui", "core/smtp/A.cpp", "#include \"ui/common/Icons.h\"\n", "no edge from core/smtp");
        row("ui to app", "ui/setup/A.cpp", "#include \"app/Services.h\"\n", "nobody includes app/");
        row("spaces in it", "core/base/A.cpp", "  #  include   \"core/smtp/Reply.h\"\n",
            "no edge from core/base");
        row("app to all", "app/Services.cpp", "#include \"core/smtp/Reply.h\"\n#include \"ui/setup/X.h\"\n",
            "");
        row("commented out", "core/base/A.cpp",
            "// #include \"core/smtp/Reply.h\"\n/* #include \"ui/x/Y.h\" */\n", "");
        row("in a string", "core/base/A.cpp",
            "auto a = \"tr(x) // waitForConnected(\"; char b = '\"'; auto c = \"tr(\";\n", "");
        row("GUI by module", "core/net/A.h", "#pragma once\n#include <QtWidgets/QWidget>\n", "GUI header");
        row("GUI by name", "core/net/A.h", "#pragma once\n#include <QPixmap>\n", "GUI header");
        row("waiting", "core/net/A.cpp", "void f() { socket.waitForReadyRead(1); }\n", "never waits");
        row("events", "core/net/A.cpp", "void f() { app.processEvents(); }\n", "runs events");
        row("loop", "core/net/A.cpp", "void f() { QEventLoop loop; }\n", "event loop");
        row("words", "core/net/A.cpp", "auto s = tr(\"Hello\");\n", "only ui has words");
        row("not words", "core/net/A.cpp", "auto s = str(\"Hello\"); auto d = ptr (x);\n", "");
        row("after a digit separator", "core/net/A.cpp", "int i = 1'000; tr(x); int j = 1'0;\n",
            "only ui has words");
        row("without pragma", "core/net/A.h", "int a;\n", "#pragma once");
        row("raw words", "ui/setup/A.cpp", "label->setText(QStringLiteral(\"Hello\"));\n", "without tr()");
        row("raw u words", "ui/setup/A.cpp", "label->setToolTip(u\"Hello\"_qs);\n", "without tr()");
        row("tr words", "ui/setup/A.cpp", "label->setText(tr(\"Hello\"));\n", "");
        row("singleton", "ui/setup/A.cpp", "static A &instance() { return a; }\n", "no singletons");

        QTest::newRow("400 lines") << QStringLiteral("core/net/A.cpp")
                                   << QStringLiteral("int a;\n").repeated(400) << QString();
        QTest::newRow("401 lines") << QStringLiteral("core/net/A.cpp")
                                   << QStringLiteral("int a;\n").repeated(401)
                                   << QStringLiteral("over 400 lines");
    }
    void theReaderSeesWhatIsWrong()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(QString, finding);
        const auto found = rules::violations(path, text);
        if (finding.isEmpty()) {
            QCOMPARE(found, QStringList());
        } else {
            QVERIFY2(!found.isEmpty(), "nothing was found");
            QVERIFY2(found.first().contains(finding), qPrintable(found.first()));
        }
    }

    void cyclesAreSeen()
    {
        const auto a = QStringLiteral("a"), b = QStringLiteral("b"), c = QStringLiteral("c");
        QCOMPARE(rules::cycleIn({{a, {b}}, {b, {c}}, {c, {}}}), QString());
        QVERIFY(!rules::cycleIn({{a, {b}}, {b, {c}}, {c, {a}}}).isEmpty());
    }

    // Single headers count as edges here: a loop through one of them is a loop.
    void theEdgesFormNoCycle()
    {
        auto graph = rules::edges();
        for (auto room = rules::singleHeaders().begin(); room != rules::singleHeaders().end(); ++room) {
            for (const QString &header : room.value())
                graph[room.key()].append(rules::roomOf(header));
        }
        QCOMPARE(rules::cycleIn(graph), QString());
    }

    void everyRoomIsInTheTable()
    {
        for (const auto &floor : {QStringLiteral("core"), QStringLiteral("ui")}) {
            const QDir folder(QStringLiteral(PENNYPOST_SOURCE "/") + floor);
            const auto rooms = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
            QVERIFY(!rooms.isEmpty());
            for (const QString &room : rooms)
                QVERIFY2(rules::edges().contains(floor + u'/' + room), qPrintable(room));
        }
    }

    void theHouseKeepsItsRules()
    {
        const QDir root(QStringLiteral(PENNYPOST_SOURCE));
        QStringList found;
        int files = 0;
        for (const auto &top : {QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("ui")}) {
            QDirIterator walk(root.filePath(top),
                              {QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("*.mm")},
                              QDir::Files, QDirIterator::Subdirectories);
            while (walk.hasNext()) {
                QFile file(walk.next());
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
                found += rules::violations(root.relativeFilePath(file.fileName()),
                                           QString::fromUtf8(file.readAll()));
                ++files;
            }
        }
        QVERIFY(files > 50); // it has really read the house
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
