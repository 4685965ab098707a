// SPDX-License-Identifier: GPL-3.0-or-later
// The practice server's dialogue without sockets: transcripts, each also in pieces of one octet, and what a
// hostile or broken client may send.
#include "core/practice/PracticeSession.h"

#include <QTest>

using namespace pennypost;

namespace {

/// Keeps letters in memory; the knobs make each of its calls fail.
class MemoryStore final : public PracticeLetterStore
{
public:
    qint64 room() const override { return octetsLeft; }
    bool begin(const PracticeEnvelope &envelope) override
    {
        current = envelope;
        letter.clear();
        return !failBegin;
    }
    bool append(QByteArrayView octets) override
    {
        letter.append(octets.data(), octets.size());
        return letter.size() <= octetsLeft;
    }
    std::optional<QByteArray> keep() override
    {
        if (failKeep)
            return std::nullopt;
        letters.append(letter);
        envelopes.append(current);
        return QByteArray("id") + QByteArray::number(letters.size());
    }
    void discard() override { letter.clear(); }

    qint64 octetsLeft = 1'000'000;
    bool failBegin = false;
    bool failKeep = false;
    PracticeEnvelope current;
    QByteArray letter;
    QList<QByteArray> letters;
    QList<PracticeEnvelope> envelopes;
};

/// The codes of the replies' last lines, in order: "250 535 221".
QByteArray codesOf(const QByteArray &replies)
{
    QByteArrayList codes;
    for (const auto &line : replies.split('\n')) {
        if (line.size() > 3 && line[3] == ' ')
            codes.append(line.left(3));
    }
    return codes.join(' ');
}

/// take() of what string concatenation gives.
QByteArray say(PracticeSession &session, const QByteArray &octets)
{
    return session.take(octets);
}

const QByteArray signIn = "EHLO x\r\nAUTH PLAIN " + QByteArray("\0me\0secret", 10).toBase64() + "\r\n";
const QByteArray envelope = signIn + "MAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\n";

} // namespace

class TestPracticeSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dialogue_data();
    void dialogue();
    void letter_data();
    void letter();
    void endOfDataOnlyByCrLf_data();
    void endOfDataOnlyByCrLf();
    void envelopeArrives();
    void storeFailures();
    void tooManyMistakes();
    void tooManyWrongPasswords();
    void endlessLineIsBounded();
    void thousandRecipients();

private:
    PracticeSecrets m_secrets{"me", Secret(QByteArray("secret"))};
};

void TestPracticeSession::dialogue_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("codes");
    const auto b64 = [](const char *text) -> QByteArray { return QByteArray(text).toBase64() + "\r\n"; };

    QTest::newRow("hello") << QByteArray("EHLO x\r\n") << QByteArray("250");
    QTest::newRow("old hello") << QByteArray("HELO x\r\n") << QByteArray("250");
    QTest::newRow("lower case, bare LF") << QByteArray("ehlo x\nnoop\nquit\n") << QByteArray("250 250 221");
    QTest::newRow("hello to nobody") << QByteArray("EHLO\r\nEHLO a b\r\n") << QByteArray("501 501");
    QTest::newRow("plain at once") << signIn << QByteArray("250 235");
    QTest::newRow("plain later") << "EHLO x\r\nAUTH PLAIN\r\n" + QByteArray("\0me\0secret", 10).toBase64() +
                                        "\r\n"
                                 << QByteArray("250 334 235");
    QTest::newRow("plain as oneself")
        << "EHLO x\r\nauth plain " + QByteArray("me\0me\0secret", 12).toBase64() + "\r\n"
        << QByteArray("250 235");
    QTest::newRow("plain as somebody else")
        << "EHLO x\r\nAUTH PLAIN " + QByteArray("root\0me\0secret", 14).toBase64() + "\r\n"
        << QByteArray("250 535");
    QTest::newRow("plain, wrong password")
        << "EHLO x\r\nAUTH PLAIN " + QByteArray("\0me\0secres", 10).toBase64() + "\r\n"
        << QByteArray("250 535");
    QTest::newRow("plain, empty password")
        << "EHLO x\r\nAUTH PLAIN " + QByteArray("\0me\0", 4).toBase64() + "\r\n"
        << QByteArray("250 535");
    QTest::newRow("plain, password twice over")
        << "EHLO x\r\nAUTH PLAIN " + QByteArray("\0me\0secretsecret", 16).toBase64() + "\r\n"
        << QByteArray("250 535");
    QTest::newRow("plain, one NUL too many")
        << "EHLO x\r\nAUTH PLAIN " + QByteArray("\0me\0secret\0", 11).toBase64() + "\r\n"
        << QByteArray("250 501");
    QTest::newRow("plain, empty") << QByteArray("EHLO x\r\nAUTH PLAIN =\r\n") << QByteArray("250 501");
    QTest::newRow("plain, no base64") << QByteArray("EHLO x\r\nAUTH PLAIN !!!\r\n") << QByteArray("250 501");
    QTest::newRow("login") << "EHLO x\r\nAUTH LOGIN\r\n" + b64("me") + b64("secret")
                           << QByteArray("250 334 334 235");
    QTest::newRow("login with name") << "EHLO x\r\nAUTH LOGIN " + b64("me") + b64("secret")
                                     << QByteArray("250 334 235");
    QTest::newRow("login, wrong") << "EHLO x\r\nAUTH LOGIN " + b64("me") + b64("x")
                                  << QByteArray("250 334 535");
    QTest::newRow("login, other name")
        << "EHLO x\r\nAUTH LOGIN " + b64("he") + b64("secret") << QByteArray("250 334 535");
    QTest::newRow("cancelled, then right")
        << "EHLO x\r\nAUTH LOGIN\r\n*\r\nAUTH LOGIN " + b64("me") + b64("secret")
        << QByteArray("250 334 501 334 235");
    QTest::newRow("unknown mechanism") << QByteArray("EHLO x\r\nAUTH CRAM-MD5\r\n") << QByteArray("250 504");
    QTest::newRow("twice signed in") << signIn + "AUTH PLAIN x\r\n" << QByteArray("250 235 503");
    QTest::newRow("auth before hello") << QByteArray("AUTH PLAIN\r\n") << QByteArray("503");
    QTest::newRow("mail without sign-in")
        << QByteArray("EHLO x\r\nMAIL FROM:<a@b>\r\n") << QByteArray("250 530");
    QTest::newRow("rcpt before mail") << signIn + "RCPT TO:<a@b>\r\nDATA\r\n"
                                      << QByteArray("250 235 503 503");
    QTest::newRow("no recipients") << signIn + "MAIL FROM:<a@b>\r\nDATA\r\n" << QByteArray("250 235 250 554");
    QTest::newRow("null reverse-path") << signIn + "MAIL FROM:<>\r\n" << QByteArray("250 235 250");
    QTest::newRow("null forward-path") << signIn + "MAIL FROM:<>\r\nRCPT TO:<>\r\n"
                                       << QByteArray("250 235 250 501");
    QTest::newRow("parameters") << signIn + "mail from:<a@b> SIZE=10 body=8BITMIME SMTPUTF8\r\n"
                                << QByteArray("250 235 250");
    QTest::newRow("unknown parameter") << signIn + "MAIL FROM:<a@b> RET=HDRS\r\n"
                                       << QByteArray("250 235 555");
    QTest::newRow("parameter for a recipient") << signIn + "MAIL FROM:<a@b>\r\nRCPT TO:<c@d> NOTIFY=NEVER\r\n"
                                               << QByteArray("250 235 250 555");
    QTest::newRow("size is no number") << signIn + "MAIL FROM:<a@b> SIZE=1e9\r\n"
                                       << QByteArray("250 235 501");
    QTest::newRow("size below zero") << signIn + "MAIL FROM:<a@b> SIZE=-1\r\n" << QByteArray("250 235 501");
    QTest::newRow("size over the disk") << signIn + "MAIL FROM:<a@b> SIZE=1000001\r\n"
                                        << QByteArray("250 235 452");
    QTest::newRow("body of another kind") << signIn + "MAIL FROM:<a@b> BODY=BINARYMIME\r\n"
                                          << QByteArray("250 235 501");
    QTest::newRow("utf-8 undeclared") << signIn + "MAIL FROM:<ä@b>\r\n" << QByteArray("250 235 553");
    QTest::newRow("utf-8 declared") << signIn + "MAIL FROM:<ä@b> SMTPUTF8\r\nRCPT TO:<ö@d>\r\n"
                                    << QByteArray("250 235 250 250");
    QTest::newRow("not utf-8") << signIn + "MAIL FROM:<\xff@b> SMTPUTF8\r\n" << QByteArray("250 235 553");
    QTest::newRow("quoted local part") << signIn + "MAIL FROM:<\"a b>\\\"\"@c>\r\nRCPT TO:<\" \"@d>\r\n"
                                       << QByteArray("250 235 250 250");
    QTest::newRow("blank after the colon") << signIn + "MAIL FROM: <a@b>\r\n" << QByteArray("250 235 250");
    QTest::newRow("no brackets") << signIn + "MAIL FROM:a@b\r\n" << QByteArray("250 235 501");
    QTest::newRow("no end bracket") << signIn + "MAIL FROM:<a@b\r\n" << QByteArray("250 235 501");
    QTest::newRow("two addresses") << signIn + "MAIL FROM:<a@b><c@d>\r\n" << QByteArray("250 235 501");
    QTest::newRow("no domain") << signIn + "MAIL FROM:<a>\r\n" << QByteArray("250 235 501");
    QTest::newRow("path too long") << signIn + "MAIL FROM:<" + QByteArray(260, 'a') + "@b>\r\n"
                                   << QByteArray("250 235 501");
    QTest::newRow("rset forgets") << signIn + "MAIL FROM:<a@b>\r\nRSET\r\nRCPT TO:<c@d>\r\n"
                                  << QByteArray("250 235 250 250 503");
    QTest::newRow("starttls inside tls") << QByteArray("EHLO x\r\nSTARTTLS\r\n") << QByteArray("250 503");
    QTest::newRow("small talk") << QByteArray("NOOP\r\nVRFY a\r\nHELP\r\n") << QByteArray("250 252 214");
    QTest::newRow("nonsense") << QByteArray("\r\nGET / HTTP/1.1\r\n\x01\x02\r\nNUL\0NUL\r\n", 31)
                              << QByteArray("500 500 500 500");
    QTest::newRow("nothing after quit") << QByteArray("QUIT\r\nNOOP\r\n") << QByteArray("221");
    QTest::newRow("two letters")
        << envelope + "x\r\n.\r\nMAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\ny\r\n.\r\nQUIT\r\n"
        << QByteArray("250 235 250 250 354 250 250 250 354 250 221");
}

void TestPracticeSession::dialogue()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, codes);

    MemoryStore store;
    PracticeSession whole(m_secrets, store);
    QCOMPARE(codesOf(whole.take(sent)), codes);

    PracticeSession pieces(m_secrets, store);
    QByteArray replies;
    for (const char octet : sent)
        replies += pieces.take(QByteArrayView(&octet, 1));
    QCOMPARE(codesOf(replies), codes);
}

void TestPracticeSession::letter_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QByteArray>("stored");
    QTest::newRow("empty") << QByteArray(".\r\n") << QByteArray();
    QTest::newRow("one line") << QByteArray("a\r\n.\r\n") << QByteArray("a\r\n");
    QTest::newRow("a dot on the first line") << QByteArray("..\r\n.\r\n") << QByteArray(".\r\n");
    QTest::newRow("dots") << QByteArray("..a\r\n...\r\na.\r\n.\r\n") << QByteArray(".a\r\n..\r\na.\r\n");
    QTest::newRow("an unstuffed dot") << QByteArray(".a\r\n.\r\n") << QByteArray("a\r\n");
    QTest::newRow("eight bits and NUL")
        << QByteArray("\xff\0\x80\r\n.\r\n", 8) << QByteArray("\xff\0\x80\r\n", 5);
    QTest::newRow("no line ends") << QByteArray(100'000, 'x') + "\r\n.\r\n"
                                  << QByteArray(100'000, 'x') + "\r\n";
}

void TestPracticeSession::letter()
{
    QFETCH(QByteArray, wire);
    QFETCH(QByteArray, stored);
    for (const qsizetype piece : {qsizetype(1), qsizetype(2), qsizetype(3), qsizetype(7), wire.size()}) {
        MemoryStore store;
        PracticeSession session(m_secrets, store);
        session.take(envelope);
        QByteArray replies;
        for (qsizetype at = 0; at < wire.size(); at += piece)
            replies += session.take(QByteArrayView(wire).sliced(at, qMin(piece, wire.size() - at)));
        QCOMPARE(replies, QByteArray("250 2.0.0 Stored as id1\r\n"));
        QCOMPARE(store.letters, QList<QByteArray>{stored});
    }
}

void TestPracticeSession::endOfDataOnlyByCrLf_data()
{
    QTest::addColumn<QByteArray>("wire");
    for (const char *end :
         {"\n.\n", "\n.\r\n", "\r\n.\n", "\r.\r\n", "\r\n.\r", "\r.\r", "\n.\r", "\r\r\n.\r\r\n"})
        QTest::newRow(QByteArray(end).toHex(' ')) << QByteArray(end);
}

void TestPracticeSession::endOfDataOnlyByCrLf()
{
    QFETCH(QByteArray, wire);
    MemoryStore store;
    PracticeSession session(m_secrets, store);
    say(session, envelope);
    // What is smuggled must stay text of the first letter, and that letter is refused as a whole.
    const QByteArray smuggled = "MAIL FROM:<x@y>\r\nRCPT TO:<z@y>\r\nDATA\r\nsmuggled";
    const auto replies = say(session, "first" + wire + smuggled + "\r\n.\r\nNOOP\r\n");
    QCOMPARE(codesOf(replies), QByteArray("550 250"));
    QVERIFY(store.letters.isEmpty());
}

void TestPracticeSession::envelopeArrives()
{
    MemoryStore store;
    PracticeSession session(m_secrets, store);
    say(session,
        signIn + "MAIL FROM:<ä@b> SMTPUTF8\r\nRCPT TO:<c@d>\r\nRCPT TO:<@relay:\"e f\"@g>\r\nDATA\r\n.\r\n");
    QCOMPARE(store.envelopes.size(), 1);
    QCOMPARE(store.envelopes[0].helloName, QByteArray("x"));
    QCOMPARE(store.envelopes[0].reversePath, QByteArray("ä@b"));
    QCOMPARE(store.envelopes[0].forwardPaths, (QList<QByteArray>{"c@d", "\"e f\"@g"}));
    QVERIFY(store.envelopes[0].smtpUtf8);
    say(session, "MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\n.\r\n");
    QCOMPARE(store.envelopes.size(), 2);
    QVERIFY(!store.envelopes[1].smtpUtf8);
}

void TestPracticeSession::storeFailures()
{
    MemoryStore store;
    PracticeSession session(m_secrets, store);
    const QByteArray again = "MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\n";
    store.failBegin = true;
    QCOMPARE(codesOf(say(session, envelope)), QByteArray("250 235 250 250 452"));
    store.failBegin = false;
    store.failKeep = true;
    QCOMPARE(codesOf(say(session, again + "x\r\n.\r\n")), QByteArray("250 250 354 452"));
    store.failKeep = false;
    store.octetsLeft = 10;
    QCOMPARE(codesOf(say(session, again + QByteArray(100, 'x') + "\r\n.\r\n")),
             QByteArray("250 250 354 452"));
    store.octetsLeft = 1'000;
    QCOMPARE(codesOf(say(session, again + "x\r\n.\r\n")), QByteArray("250 250 354 250"));
    QCOMPARE(store.letters, QList<QByteArray>{"x\r\n"});
}

void TestPracticeSession::tooManyMistakes()
{
    MemoryStore store;
    PracticeSession session(m_secrets, store);
    QByteArray replies;
    for (int i = 0; i < 100; ++i)
        replies += say(session, "BLAH\r\n");
    QCOMPARE(replies.count("500 5.5.1"), 19);
    QCOMPARE(replies.count("421 4.7.0"), 1);
    QVERIFY(session.isOver());
}

void TestPracticeSession::tooManyWrongPasswords()
{
    MemoryStore store;
    PracticeSession session(m_secrets, store);
    say(session, "EHLO x\r\n");
    QByteArray replies;
    for (int i = 0; i < 10; ++i)
        replies += say(session, "AUTH PLAIN " + QByteArray("\0me\0guess", 9).toBase64() + "\r\n");
    QCOMPARE(codesOf(replies), QByteArray("535 535 535 535 421"));
    QVERIFY(session.isOver());
}

void TestPracticeSession::endlessLineIsBounded()
{
    MemoryStore store;
    PracticeSession session(m_secrets, store);
    const QByteArray piece(64 * 1024, 'A');
    for (int i = 0; i < 1'000; ++i)
        QVERIFY(session.take(piece).isEmpty());
    QCOMPARE(codesOf(say(session, "\r\nNOOP\r\n")), QByteArray("500 250"));
}

void TestPracticeSession::thousandRecipients()
{
    MemoryStore store;
    PracticeSession session(m_secrets, store);
    say(session, signIn + "MAIL FROM:<a@b>\r\n");
    QByteArray burst;
    for (int i = 0; i < 1'001; ++i)
        burst += "RCPT TO:<r" + QByteArray::number(i) + "@d>\r\n";
    const auto codes = codesOf(say(session, burst)).split(' ');
    QCOMPARE(codes.count("250"), 1'000);
    QCOMPARE(codes.last(), QByteArray("452"));
}

QTEST_APPLESS_MAIN(TestPracticeSession)
#include "tst_practicesession.moc"
