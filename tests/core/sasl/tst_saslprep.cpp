// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/Saslprep.h"

#include <QTest>

using namespace pennypost;

class TestSaslprep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prepares_data();
    void prepares();
    void refuses_data();
    void refuses();
    void everyCodePoint();
};

void TestSaslprep::prepares_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("prepared");
    // RFC 4013 3
    QTest::newRow("soft hyphen") << QStringLiteral("I\u00ADX") << QStringLiteral("IX");
    QTest::newRow("nothing to do") << QStringLiteral("user") << QStringLiteral("user");
    QTest::newRow("case stays") << QStringLiteral("USER") << QStringLiteral("USER");
    QTest::newRow("feminine ordinal") << QStringLiteral("\u00AA") << QStringLiteral("a");
    QTest::newRow("Roman nine") << QStringLiteral("\u2168") << QStringLiteral("IX");

    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("blanks stay") << QStringLiteral(" a  b ") << QStringLiteral(" a  b ");
    QTest::newRow("no-break space") << QStringLiteral("a\u00A0b") << QStringLiteral("a b");
    QTest::newRow("ideographic space") << QStringLiteral("a\u3000b") << QStringLiteral("a b");
    QTest::newRow("zero width space, in two tables") << QStringLiteral("a\u200Bb") << QStringLiteral("a b");
    QTest::newRow("variation selector") << QStringLiteral("a\uFE0Fb") << QStringLiteral("ab");
    QTest::newRow("combining mark") << QStringLiteral("u\u0308") << QStringLiteral("\u00FC");
    QTest::newRow("full width") << QStringLiteral("\uFF21\uFF11") << QStringLiteral("A1");
    QTest::newRow("ligature") << QStringLiteral("\uFB01") << QStringLiteral("fi");
    QTest::newRow("Hangul") << QStringLiteral("\u1112\u1161\u11AB") << QStringLiteral("\uD55C");
    QTest::newRow("Hebrew") << QStringLiteral("\u05D0\u05D1") << QStringLiteral("\u05D0\u05D1");
    QTest::newRow("Hebrew around digits")
        << QStringLiteral("\u05D0 1 \u05D1") << QStringLiteral("\u05D0 1 \u05D1");
    QTest::newRow("beyond the first plane") << QStringLiteral("\U00010400") << QStringLiteral("\U00010400");
    // Unicode 3.2.0 itself; Corrigendum 4 gave it another decomposition.
    QTest::newRow("Unicode 3.2's own normal form")
        << QStringLiteral("\U0002F868") << QStringLiteral("\U0002136A");
    QTest::newRow("another one") << QStringLiteral("\U0002F874") << QStringLiteral("\u5F33");
}

void TestSaslprep::prepares()
{
    QFETCH(QString, text);
    QFETCH(QString, prepared);
    for (const SaslprepUse use : {SaslprepUse::Query, SaslprepUse::Stored}) {
        const auto result = saslprep(text, use);
        QVERIFY(result);
        QCOMPARE(*result, prepared);
        const auto again = saslprep(*result, use);
        QVERIFY(again);
        QCOMPARE(*again, prepared);
        const auto secret = saslprep(Secret(text), use);
        QVERIFY(secret);
        QCOMPARE(secret->bytes().toByteArray(), prepared.toUtf8());
    }
}

void TestSaslprep::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("goodAsQuery");
    const int prohibited = int(SaslprepError::ProhibitedCharacter);
    const int mixed = int(SaslprepError::MixedDirections);
    const int unassigned = int(SaslprepError::UnassignedCharacter);
    // RFC 4013 3
    QTest::newRow("BEL") << QStringLiteral("\u0007") << prohibited << false;
    QTest::newRow("right to left, a digit at the end") << QStringLiteral("\u06271") << mixed << false;

    QTest::newRow("NUL") << QString(QChar(u'\0')) << prohibited << false;
    QTest::newRow("DEL") << QStringLiteral("a\u007F") << prohibited << false;
    QTest::newRow("C1 control") << QStringLiteral("a\u0085") << prohibited << false;
    QTest::newRow("line separator") << QStringLiteral("a\u2028") << prohibited << false;
    QTest::newRow("private use") << QStringLiteral("a\uE000") << prohibited << false;
    QTest::newRow("noncharacter") << QStringLiteral("a\uFFFE") << prohibited << false;
    QTest::newRow("replacement character") << QStringLiteral("a\uFFFD") << prohibited << false;
    QTest::newRow("half a pair") << QString(QChar(0xD800)) << prohibited << false;
    QTest::newRow("right-to-left override") << QStringLiteral("a\u202E") << prohibited << false;
    QTest::newRow("language tag") << QStringLiteral("a\U000E0041") << prohibited << false;
    QTest::newRow("ideographic description") << QStringLiteral("\u2FF0") << prohibited << false;
    QTest::newRow("right to left, a letter at the end") << QStringLiteral("\u05D0a") << mixed << false;
    QTest::newRow("right to left, a letter in it") << QStringLiteral("\u05D0a\u05D1") << mixed << false;
    QTest::newRow("right to left, a digit in front") << QStringLiteral("1\u05D0") << mixed << false;
    QTest::newRow("emoji") << QStringLiteral("\U0001F600") << unassigned << true;
    QTest::newRow("younger than Unicode 3.2") << QStringLiteral("a\u0221") << unassigned << true;
}

void TestSaslprep::refuses()
{
    QFETCH(QString, text);
    QFETCH(int, error);
    QFETCH(bool, goodAsQuery);
    const auto stored = saslprep(text, SaslprepUse::Stored);
    QVERIFY(!stored);
    QCOMPARE(int(stored.error()), error);
    if (!text.contains(QChar(0xD800))) { // which no UTF-8 holds
        const auto secret = saslprep(Secret(text), SaslprepUse::Stored);
        QVERIFY(!secret);
        QCOMPARE(int(secret.error()), error);
    }
    const auto query = saslprep(text, SaslprepUse::Query);
    QCOMPARE(query.hasValue(), goodAsQuery);
    if (!query)
        QCOMPARE(int(query.error()), error);
}

/// What passes is in its normal form, and what of it is stored passes as a query too. Behind plane 2
/// Unicode 3.2 has nothing but tags and private use, of which a sample is enough.
void TestSaslprep::everyCodePoint()
{
    int passed = 0;
    for (char32_t code = 0; code <= 0x10FFFF; code += code < 0x30000 ? 1 : 97) {
        const QString text = QString::fromUcs4(&code, 1);
        const auto stored = saslprep(text, SaslprepUse::Stored);
        if (!stored)
            continue;
        ++passed;
        const auto again = saslprep(*stored, SaslprepUse::Query);
        QVERIFY2(again && *again == *stored, qPrintable(QString::number(uint(code), 16)));
    }
    QCOMPARE(passed, 94963); // as by Python's stringprep and unicodedata.ucd_3_2_0
}

QTEST_GUILESS_MAIN(TestSaslprep)
#include "tst_saslprep.moc"
