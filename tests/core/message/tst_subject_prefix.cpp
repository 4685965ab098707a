// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/SubjectPrefix.h"

#include <QTest>

using namespace pennypost;

class TestSubjectPrefix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void languages_data();
    void languages();
    void forwards_data();
    void forwards();
    void settles();
};

void TestSubjectPrefix::answers_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char *tag, const QString &subject, const QString &answer) {
        QTest::newRow(tag) << subject << answer;
    };
    row("none", QStringLiteral("Tea"), QStringLiteral("Re: Tea"));
    row("one", QStringLiteral("Re: Tea"), QStringLiteral("Re: Tea"));
    row("small", QStringLiteral("re: Tea"), QStringLiteral("Re: Tea"));
    row("no blank", QStringLiteral("RE:Tea"), QStringLiteral("Re: Tea"));
    row("a blank before the colon", QStringLiteral("RE : Tea"), QStringLiteral("Re: Tea"));
    row("many", QStringLiteral("AW: Re: SV:  Re: Tea"), QStringLiteral("Re: Tea"));
    row("numbers", QStringLiteral("Re[2]: RE(3): Re^4: Re *5: Re [6]: Tea"), QStringLiteral("Re: Tea"));
    row("a wide colon", QStringLiteral("Re：Tea"), QStringLiteral("Re: Tea"));
    row("a full stop", QStringLiteral("Antw.: Rép. : Tea"), QStringLiteral("Re: Tea"));
    row("whole words", QStringLiteral("Svar: Respuesta: Tea"), QStringLiteral("Re: Tea"));
    row("passed on", QStringLiteral("Fwd: Tea"), QStringLiteral("Re: Fwd: Tea"));
    row("answered, passed on, answered", QStringLiteral("AW: WG: Re: Tea"),
        QStringLiteral("Re: WG: Re: Tea"));
    row("a list's name", QStringLiteral("[list] Re: Tea"), QStringLiteral("Re: [list] Tea"));
    row("a list's name between", QStringLiteral("Re: [list] AW: Re: Tea"), QStringLiteral("Re: [list] Tea"));
    row("a list's name alone", QStringLiteral("[list] Re:"), QStringLiteral("Re: [list]"));
    row("a list's name and no mark", QStringLiteral("[list]Tea"), QStringLiteral("Re: [list]Tea"));
    row("a bracket without an end", QStringLiteral("[list Re: Tea"), QStringLiteral("Re: [list Re: Tea"));
    row("a word that begins so", QStringLiteral("Report: Tea"), QStringLiteral("Re: Report: Tea"));
    row("a number without its mark", QStringLiteral("Re2: Tea"), QStringLiteral("Re: Re2: Tea"));
    row("another word", QStringLiteral("Tea: at five"), QStringLiteral("Re: Tea: at five"));
    row("a time", QStringLiteral("5:30"), QStringLiteral("Re: 5:30"));
    row("Italian's letter", QStringLiteral("R: Tea"), QStringLiteral("Re: Tea"));
    row("a small letter", QStringLiteral("r: Tea"), QStringLiteral("Re: r: Tea"));
    row("empty", {}, QStringLiteral("Re:"));
    row("nothing but a mark", QStringLiteral("Re: "), QStringLiteral("Re:"));
    row("a colon alone", QStringLiteral(": Tea"), QStringLiteral("Re: : Tea"));
    row("blanks", QStringLiteral("  Re:   Tea  "), QStringLiteral("Re: Tea"));
}

void TestSubjectPrefix::answers()
{
    QFETCH(const QString, subject);
    QTEST(answerSubject(subject), "answer");
}

void TestSubjectPrefix::languages_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("forward");
    const auto row = [](const char *tag, const QString &answer, const QString &forward) {
        QTest::newRow(tag) << answer << forward;
    };
    row("Arabic", QStringLiteral("رد"), QStringLiteral("إعادة توجيه"));
    row("Bahasa", QStringLiteral("BLS"), QStringLiteral("TRS"));
    row("Chinese, simplified", QStringLiteral("回复"), QStringLiteral("转发"));
    row("Chinese, traditional", QStringLiteral("回覆"), QStringLiteral("轉寄"));
    row("Czech", QStringLiteral("Odp"), QStringLiteral("FW"));
    row("Danish", QStringLiteral("SV"), QStringLiteral("VS"));
    row("Dutch", QStringLiteral("Antw"), QStringLiteral("Doorst"));
    row("English", QStringLiteral("RE"), QStringLiteral("FW"));
    row("Finnish", QStringLiteral("VS"), QStringLiteral("VL"));
    row("French", QStringLiteral("RÉ"), QStringLiteral("TR"));
    row("German", QStringLiteral("AW"), QStringLiteral("WG"));
    row("Greek", QStringLiteral("ΑΠ"), QStringLiteral("ΠΡΘ"));
    row("Hebrew", QStringLiteral("תשובה"), QStringLiteral("הועבר"));
    row("Hungarian", QStringLiteral("Vá"), QStringLiteral("Továbbítás"));
    row("Italian", QStringLiteral("RIF"), QStringLiteral("I"));
    row("Japanese", QStringLiteral("返信"), QStringLiteral("転送"));
    row("Korean", QStringLiteral("회신"), QStringLiteral("전달"));
    row("Latvian", QStringLiteral("Atb"), QStringLiteral("Pārs"));
    row("Norwegian", QStringLiteral("SV"), QStringLiteral("VS"));
    row("Polish", QStringLiteral("Odp"), QStringLiteral("PD"));
    row("Portuguese", QStringLiteral("RES"), QStringLiteral("ENC"));
    row("Russian", QStringLiteral("Отв"), QStringLiteral("Пересл"));
    row("Spanish", QStringLiteral("RE"), QStringLiteral("RV"));
    row("Swedish", QStringLiteral("SV"), QStringLiteral("VB"));
    row("Turkish", QStringLiteral("YNT"), QStringLiteral("İLT"));
    row("Ukrainian", QStringLiteral("Відп"), QStringLiteral("FW"));
    row("Vietnamese", QStringLiteral("Trả lời"), QStringLiteral("Chuyển tiếp"));
    row("Welsh", QStringLiteral("ATB"), QStringLiteral("YML"));
}

void TestSubjectPrefix::languages()
{
    QFETCH(const QString, answer);
    QFETCH(const QString, forward);
    QCOMPARE(answerSubject(answer + QStringLiteral(": Tea")), QStringLiteral("Re: Tea"));
    QCOMPARE(forwardSubject(forward + QStringLiteral(": Tea")), QStringLiteral("Fwd: Tea"));
}

void TestSubjectPrefix::forwards_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("forward");
    const auto row = [](const char *tag, const QString &subject, const QString &forward) {
        QTest::newRow(tag) << subject << forward;
    };
    row("none", QStringLiteral("Tea"), QStringLiteral("Fwd: Tea"));
    row("one", QStringLiteral("Fwd: Tea"), QStringLiteral("Fwd: Tea"));
    row("many", QStringLiteral("WG: FW: Fwd[3]: Tea"), QStringLiteral("Fwd: Tea"));
    row("an answer", QStringLiteral("Re: Tea"), QStringLiteral("Fwd: Re: Tea"));
    row("empty", {}, QStringLiteral("Fwd:"));
}

void TestSubjectPrefix::forwards()
{
    QFETCH(const QString, subject);
    QTEST(forwardSubject(subject), "forward");
}

/// However often one answers, the subject stays what it is.
void TestSubjectPrefix::settles()
{
    for (const QString &subject :
         {QStringLiteral("Tea"), QStringLiteral("WG: AW: Tea"), QStringLiteral("Re: "), QString()}) {
        const QString once = answerSubject(subject);
        QCOMPARE(answerSubject(once), once);
        const QString on = forwardSubject(subject);
        QCOMPARE(forwardSubject(on), on);
    }
    QCOMPARE(answerSubject(QStringLiteral("Re: ").repeated(50'000) + u'x'), QStringLiteral("Re: x"));
}

QTEST_GUILESS_MAIN(TestSubjectPrefix)
#include "tst_subject_prefix.moc"
