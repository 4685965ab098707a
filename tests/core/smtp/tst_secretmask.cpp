// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/SecretMask.h"

#include <QTest>

using namespace pennypost;

class TestSecretMask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masked_data();
    void masked();
    void besideTheUserName_data();
    void besideTheUserName();
    void nothingSentYet();
    void reply();
    void everyCutOfAQuotation();
    void aLongToken();
};

void TestSecretMask::masked_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    const QByteArray auth = "AUTH PLAIN AGFsaWNlAG9wZW4gc2VzYW1l\r\n"; // alice, open sesame
    const QByteArray secret = "open sesame";
    const auto row = [&](const char *name, const QByteArray &text, const QByteArray &shown) {
        QTest::newRow(name) << auth << secret << text << shown;
    };
    row("nothing of it", "5.7.8 Authentication failed for alice", "5.7.8 Authentication failed for alice");
    row("empty", "", "");
    row("the line", "Syntax error: \"AUTH PLAIN AGFsaWNlAG9wZW4gc2VzYW1l\"",
        "Syntax error: \"AUTH PLAIN ****\"");
    row("the token alone", "AGFsaWNlAG9wZW4gc2VzYW1l", "****");
    row("cut short", "bad AGFsaWNlAG9wZW4gc...", "bad ****...");
    row("its end", "bad ...bjEgc2VzYW1l, 4gc2VzYW1l", "bad ...****, ****");
    row("in capitals", "BAD AGFSAWNLAG9WZW4GC2VZYW1L!", "BAD ****!");
    row("folded", "AGFsaWNlAG9w ZW4gc2VzYW1l", "**** ****");
    row("padded by the server", "AGFsaWNlAG9wZW4gc2VzYW1l== is bad", "**** is bad");
    row("twice", "AGFsaWNlAG9wZW4gc2VzYW1l,AGFsaWNlAG9wZW4gc2VzYW1l", "****,****");
    row("the password", "no user alice with \"open sesame\"", "no user alice with \"****\"");
    row("the password within a word", "xopen sesamex", "x****x");
    row("decoded with NUL", QByteArray("\0alice\0open sesame", 18), QByteArray("\0alice\0****", 11));
    row("half a password", "open house, sesame", "open house, sesame");

    QTest::newRow("an answer") << QByteArray("b3BlbiBzZXNhbWU=\r\n") << secret
                               << QByteArray("501 bad: b3BlbiBzZXNhbWU=") << QByteArray("501 bad: ****");
    QTest::newRow("a short answer") << QByteArray("c2VzYQ==\r\n") << QByteArray("sesa")
                                    << QByteArray("bad: c2VzYQ==") << QByteArray("bad: ****==");
    QTest::newRow("UTF-8") << QByteArray("w7xtbGF1dA==\r\n") << QByteArray("ümlaut")
                           << QByteArray("bad: ümlaut") << QByteArray("bad: ****");
    // Masked wherever they stand, they would tell more than they hide.
    QTest::newRow("a password of one letter")
        << QByteArray("YQ==\r\n") << QByteArray("a") << QByteArray("a bad password: 'a', aa, ä")
        << QByteArray("a bad password: '****', aa, ä");
    const auto word = [](const char *name, const QByteArray &password, const QByteArray &text,
                         const QByteArray &shown) {
        QTest::newRow(name) << QByteArray("AUTH PLAIN " +
                                          QByteArray(QByteArray("\0alice\0", 7) + password).toBase64())
                            << password << text << shown;
    };
    word("a word of every sentence", "in", "5.7.8 Error in signing in", "5.7.8 Error in signing in");
    word("a word of many", "test", "This is a test: a test, test.", "This is a test: a test, test.");
    word("the word itself", "password", "Incorrect user name or password", "Incorrect user name or password");
    word("with a capital", "Authentication", "5.7.8 Authentication failed", "5.7.8 Authentication failed");
    word("in capitals", "AUTH", "5.5.1 AUTH not now", "5.5.1 AUTH not now");
    word("a number", "4711", "2.0.0 queued as 4711", "2.0.0 queued as 4711");
    word("an enhanced code", "5.7.8", "5.7.8 no", "5.7.8 no");
    word("a word, quoted", "test", "no alice with \"test\", 'test', `test' or <test>, is it a test",
         "no alice with \"****\", '****', `****' or <****>, is it a test");
    word("a word, decoded", "test", QByteArray("what is \0alice\0test", 19),
         QByteArray("what is \0alice\0****", 19));
    word("a word, and nothing else", "test", "5.7.8 test?", "5.7.8 ****?");
    word("a word in base64", "test", "test: dGVzdA==, AGFsaWNlAHRlc3Q=", "test: dGVzdA==, ****");
    QTest::newRow("an answer of a word")
        << QByteArray("dGVzdA==\r\n") << QByteArray("test") << QByteArray("a test of dGVzdA==")
        << QByteArray("a test of ****==");
    QTest::newRow("an answer of two letters")
        << QByteArray("aW4=\r\n") << QByteArray("in") << QByteArray("in aW4=, aW4in")
        << QByteArray("in ****=, aW4in");
    // As a program writes down what it decoded.
    word("a word, its NUL written out", "welcome", "bad b'\\x00alice\\x00welcome'",
         "bad b'\\x00alice\\x00****'");
    word("a word, its NUL in octal", "welcome", "bad \\000alice\\000welcome here",
         "bad \\000alice\\000**** here");
    word("a word, its NUL in one digit", "welcome", "bad \\0alice\\0welcome\\0", "bad \\0alice\\0****\\0");
    word("a word, its NUL in JSON", "welcome", "bad \\u0000alice\\u0000welcome",
         "bad \\u0000alice\\u0000****");
    word("a word, its NUL in a URL", "welcome", "bad %00alice%00welcome", "bad %00alice%00****");
    word("a word, its NUL with a caret", "welcome", "bad ^@alice^@welcome here", "bad ^@alice^@**** here");
    word("a word, its NUL made a question", "welcome", "bad ?alice?welcome here", "bad ?alice?**** here");
    word("a word, a NUL written out behind", "welcome", "bad welcome\\x00 here", "bad ****\\x00 here");
    word("a longer word behind a NUL", "test", "bad \\x00tester", "bad \\x00tester");
    word("a word behind a nought", "welcome", "bad 00welcome", "bad 00welcome");
    word("a word behind its user", "welcome", "bad eve:welcome here", "bad eve:**** here");
    word("a word as a field", "welcome", "bad password=welcome, sorry", "bad password=****, sorry");
    word("a word in brackets", "welcome", "a (welcome), a [welcome], a {welcome} here",
         "a (****), a [****], a {****} here");
    word("a word in a list", "welcome", "bad eve,welcome here", "bad eve,**** here");
    word("a word behind a colon and a blank", "Error", "5.7.8 no: Error", "5.7.8 no: Error");
    word("a word on a line of its own", "welcome", "you said\nwelcome\nto me, welcome",
         "you said\n****\nto me, welcome");
    word("a part of a word", "author", "5.7.8 authorization failed, author",
         "5.7.8 authorization failed, author");
    word("no word of replies", "correcthorse", "bad password correcthorse", "bad password ****");
    word("no word of replies, with a capital", "Hunter", "a Hunter here", "a **** here");
    word("no word of replies, in capitals", "DRAGON", "a DRAGON here", "a **** here");
    word("no word: a password made by a provider", "abcdefghijklmnop", "a abcdefghijklmnop here",
         "a **** here");
    word("no number: too long", "123456", "2.0.0 queued as 123456", "2.0.0 queued as ****");
    word("no number: a hyphen", "12-34", "2.0.0 queued as 12-34", "2.0.0 queued as ****");
    word("no word: a digit", "test1", "a test1 here", "a **** here");
    word("no word: a capital within", "teSt", "a teSt here", "a **** here");
    word("no word: too long", "correcthorsebattery", "a correcthorsebattery here", "a **** here");
    QTest::newRow("a password of three digits") << QByteArray("MjUw\r\n") << QByteArray("250")
                                                << QByteArray("250 2500 250") << QByteArray("**** 2500 ****");
    QTest::newRow("no answer") << QByteArray("=\r\n") << QByteArray() << QByteArray("a = b")
                               << QByteArray("a = b");
}

void TestSecretMask::masked()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, secret);
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, shown);
    SecretMask mask;
    mask.hideLine(line);
    mask.hide(Secret(QByteArray(secret.constData(), secret.size())));
    QCOMPARE(mask.masked(text), shown);
    QCOMPARE(mask.masked(QString::fromUtf8(text)), QString::fromUtf8(shown));
    // Said again, as at a second try, it is the same.
    mask.hideLine(line);
    mask.hide(Secret(QByteArray(secret.constData(), secret.size())));
    QCOMPARE(mask.masked(text), shown);
}

void TestSecretMask::besideTheUserName_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *name, const char *user, const char *text, const char *shown) {
        QTest::newRow(name) << QString::fromUtf8(user) << QByteArray(text) << QByteArray(shown);
    };
    row("before it", "alice", "no alice with welcome here", "no alice with **** here");
    row("behind it", "alice", "not welcome, alice", "not ****, alice");
    row("in other letters", "Alice@Example.org", "no alice@example.ORG welcome", "no alice@example.ORG ****");
    row("beyond ASCII", "jörg", "no jörg with welcome", "no jörg with ****");
    row("the user unmasked", "alice", "no alice here", "no alice here");
    row("another line", "alice", "no alice\nis a welcome", "no alice\nis a welcome");
    row("within a word", "al", "also a welcome", "also a welcome");
    row("only within the password", "welcome", "a welcome here", "a welcome here");
    row("within the user's name", "welcome@example.org", "no welcome@example.org here",
        "no welcome@example.org here");
    row("nobody", "", "no alice with welcome here", "no alice with welcome here");
}

void TestSecretMask::besideTheUserName()
{
    QFETCH(const QString, user);
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, shown);
    SecretMask mask;
    mask.hide(Secret(QByteArray("welcome")), user);
    QCOMPARE(mask.masked(text), shown);
}

void TestSecretMask::nothingSentYet()
{
    const SecretMask mask;
    QCOMPARE(mask.masked(QByteArray("AGFsaWNlAG9wZW4gc2VzYW1l")), QByteArray("AGFsaWNlAG9wZW4gc2VzYW1l"));
}

void TestSecretMask::reply()
{
    SecretMask mask;
    mask.hideLine("AUTH PLAIN AGFsaWNlAHNlY3JldA==");
    mask.hide(Secret(QByteArray("secret")));
    const Reply said{501, EnhancedStatus{5, 5, 2}, {"5.5.2 what is", "AGFsaWNlAHNlY3JldA==", "secret?"}};
    QCOMPARE(mask.masked(said), (Reply{501, said.enhanced, {"5.5.2 what is", "****", "****?"}}));
}

/// However much of it a server quotes, no eight characters of it are left.
void TestSecretMask::everyCutOfAQuotation()
{
    const QByteArray token = QByteArray("\0alice@example.org\0correct horse battery", 41).toBase64();
    SecretMask mask;
    mask.hideLine(QByteArray("AUTH PLAIN " + token + "\r\n"));
    for (qsizetype from = 0; from < token.size(); ++from) {
        for (qsizetype length = 8; from + length <= token.size(); ++length) {
            const QByteArray quoted = token.mid(from, length);
            if (quoted.endsWith("="))
                continue; // seven and a blank end are let go
            QCOMPARE(mask.masked("a \"" + quoted + "\" b"), QByteArray("a \"****\" b"));
        }
    }
}

void TestSecretMask::aLongToken()
{
    const QByteArray token = QByteArray(9000, 'x').replace(100, 4, "last").toBase64();
    SecretMask mask;
    mask.hideLine(token);
    QCOMPARE(mask.masked("a " + token + " b"), QByteArray("a **** b"));
    QCOMPARE(mask.masked(QByteArray(64 * 1024, 'y')), QByteArray(64 * 1024, 'y'));
}

QTEST_GUILESS_MAIN(TestSecretMask)
#include "tst_secretmask.moc"
