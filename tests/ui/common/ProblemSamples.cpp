// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/ProblemSamples.h"

#include "tests/ui/common/WordsCheck.h"

#include <QTest>

namespace pennypost {

SubmissionError someError(Problem problem, Stage stage)
{
    SubmissionError error;
    error.problem = problem;
    error.stage = stage;
    return error;
}

SubmissionError someError(Problem problem, const Reply &reply, Stage stage)
{
    SubmissionError error = someError(problem, stage);
    error.reply = reply;
    return error;
}

ProblemContext someContext()
{
    static const Provider provider = [] {
        Provider made;
        made.name = QStringLiteral("Example");
        made.appPasswordHelp = QUrl(QStringLiteral("https://example.net/app-passwords"));
        made.accessHelp = QUrl(QStringLiteral("https://example.net/access"));
        return made;
    }();
    ProblemContext context;
    context.server.host = QStringLiteral("smtp.example.net");
    context.server.userName = QStringLiteral("alice.login");
    context.provider = &provider;
    context.sender = QStringLiteral("alice@example.org");
    return context;
}

ProblemContext contextAt(ServerSettings::Security security, int port)
{
    ProblemContext context = someContext();
    context.server.security = security;
    context.server.port = quint16(port);
    return context;
}

PeerCertificate someCertificate()
{
    return {QStringLiteral("mx.example.net"),
            QStringLiteral("Example Antivirus Root"),
            {QStringLiteral("mx.example.net"), QStringLiteral("smtp.example.net")},
            QDateTime(QDate(2024, 1, 2), QTime(3, 4), Qt::UTC),
            QDateTime(QDate(2025, 1, 2), QTime(3, 4), Qt::UTC),
            QByteArray(32, '\xAB')};
}

void addRemedyColumns()
{
    QTest::addColumn<SubmissionError>("error");
    QTest::addColumn<ProblemContext>("around");
    QTest::addColumn<Remedy>("first");
    QTest::addColumn<Remedy>("second");
}

void addRemedyRow(const char *name, const SubmissionError &error, Remedy first, Remedy second,
                  const ProblemContext &around)
{
    QTest::newRow(name) << error << around << first << second;
}

void checkRemedies()
{
    QFETCH(SubmissionError, error);
    QFETCH(ProblemContext, around);
    QFETCH(Remedy, first);
    QFETCH(Remedy, second);
    const ProblemText words = ProblemWords::of(error, around);
    QCOMPARE(int(words.remedy), int(first));
    QCOMPARE(int(words.secondRemedy), int(second));
}

void addWordsColumns()
{
    QTest::addColumn<SubmissionError>("error");
    QTest::addColumn<ProblemContext>("around");
    QTest::addColumn<QStringList>("holds");
}

void addWordsRow(const char *name, const SubmissionError &error, const QStringList &holds,
                 const ProblemContext &around)
{
    QTest::newRow(name) << error << around << holds;
}

void checkHeldWords()
{
    QFETCH(SubmissionError, error);
    QFETCH(ProblemContext, around);
    QFETCH(QStringList, holds);
    const ProblemText words = ProblemWords::of(error, around);
    checkWords(words);
    for (const QString &part : holds)
        QVERIFY2(words.sentence.contains(part), qPrintable(words.sentence));
}

} // namespace pennypost
