// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/submission/PoolRig.h"

#include <QTest>

#include <algorithm>

using namespace pennypost;
using namespace std::chrono_literals;
using Kind = TransportError::Kind;
using Purpose = SubmissionWorker::Purpose;
using PartialRefusal = Transaction::PartialRefusal;

namespace {

const QByteArray body = WorkerRig::smallLetter().replace("\r\n.", "\r\n..").chopped(2); // on the wire

QByteArray commandsTo(const QByteArray &name)
{
    return "MAIL FROM:<alice@example.org>\r\nRCPT TO:<" + name + "@example.org>\r\nDATA\r\n";
}

QByteArray storedFor(const QByteArray &name)
{
    return "RCPT TO:<" + name + "@example.org>\n" + body;
}

} // namespace

/// Letters that share a session: who gets which, and that none is lost or sent twice, whatever the link does.
class TestSessionReuse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAfterTheOther();
    void keys_data();
    void keys();
    void proxyKeys_data();
    void proxyKeys();
    void sameHost();
    void idleIsUsed();
    void prepared();
    void preparedMeanwhile();
    void preparedTwice();
    void preparedInVain();
    void refusedWarmUp();
    void deadWhileIdle_data();
    void deadWhileIdle();
    void idleEnds();
    void quitsAtOnce();
    void programEnds();
    void refusedBefore();
    void wrongPasswordIsTriedOnce();
    void cancelledOpener();
    void followerGoes_data();
    void followerGoes();
    void cutAnywhere();
    void deafAnywhere_data();
    void deafAnywhere();
    void refusedDotBefore_data();
    void refusedDotBefore();
    void patience();
    void noFurtherSession_data();
    void noFurtherSession();
    void noFurtherSessionButAnIdleOne();
    void oneLetterASession();
    void secretsStayMasked();
    void asked_data();
    void asked();
    void answerComesTooLate();
    void lostBetweenParts();
    void partsInEightBits();
    void goneWhileAsked_data();
    void goneWhileAsked();
    void followerOfParts_data();
    void followerOfParts();
    void tooLargeBehindARefusal();
    void saysMoreThanItWasAsked();
};

void TestSessionReuse::oneAfterTheOther()
{
    PoolRig rig;
    const QByteArrayList names{"ann", "bob", "carol", "dave"};
    for (const QByteArray &name : names)
        rig.postTo(QString::fromLatin1(name + "@example.org"));
    rig.settle();
    QCOMPARE(rig.links.size(), size_t(1));
    QCOMPARE(rig.letters.size(), names.size());
    for (qsizetype i = 0; i < names.size(); ++i) {
        const Posted &each = *rig.posted.at(size_t(i));
        QVERIFY(each.receipt);
        QCOMPARE(each.ends, 1);
        QCOMPARE(each.receipt->accepted, QStringList{QString::fromLatin1(names[i] + "@example.org")});
        QCOMPARE(each.receipt->address, QStringLiteral("192.0.2.25"));
        QCOMPARE(each.receipt->mechanism, QByteArray("PLAIN"));
        QCOMPARE(each.receipt->serverName, QStringLiteral("mx.example.org"));
        QVERIFY(!each.receipt->tls.isNull());
        QCOMPARE(rig.letters[i], storedFor(names[i]));
        QVERIFY(each.log->text.contains(QByteArray("RCPT TO:<" + names[i])));
        QCOMPARE(each.log->text.count("RCPT TO:<"), 1);
    }
    // The end of a letter, its dot and the next one's commands are one write.
    const QByteArrayList &writes = rig.links.front()->writes;
    QCOMPARE(writes.size(), 7); // EHLO, AUTH, commands, then a letter each
    QCOMPARE(writes[3], body + "\r\n.\r\n" + commandsTo("bob"));
    QCOMPARE(writes[6], body + "\r\n.\r\n");
}

void TestSessionReuse::keys_data()
{
    QTest::addColumn<ServerSettings>("other");
    QTest::addColumn<QByteArray>("password");
    const auto row = [](const char *name, auto change) {
        ServerSettings other = PoolRig::usualServer();
        change(other);
        QTest::newRow(name) << other << QByteArray("wonderland-4711");
    };
    row("host", [](ServerSettings &s) { s.host = QStringLiteral("mail.example.net"); });
    row("port", [](ServerSettings &s) { s.port = 10465; });
    row("user", [](ServerSettings &s) { s.userName = QStringLiteral("bob"); });
    row("mechanism", [](ServerSettings &s) { s.mechanism = "PLAIN"; });
    row("pin", [](ServerSettings &s) { s.pinnedSha256 = QByteArray(32, 'c'); });
    using Way = ProxySettings::Kind;
    const QString proxy = QStringLiteral("proxy.example.org");
    row("no proxy", [](ServerSettings &s) { s.proxy.kind = Way::None; });
    row("SOCKS", [&](ServerSettings &s) { s.proxy = {Way::Socks5, proxy, 1080, {}}; });
    row("HTTP", [&](ServerSettings &s) { s.proxy = {Way::HttpConnect, proxy, 1080, {}}; });
    row("authorities", [](ServerSettings &s) { s.caFile = QStringLiteral("/ca.pem"); });
    QTest::newRow("password") << PoolRig::usualServer() << QByteArray("looking-glass");
}

void TestSessionReuse::keys()
{
    QFETCH(const ServerSettings, other);
    QFETCH(const QByteArray, password);
    PoolRig rig;
    rig.post();
    rig.settle();
    PoolRig::Setup setup;
    setup.server = other;
    setup.password = password;
    rig.post(setup);
    rig.settle();
    QCOMPARE(rig.links.size(), size_t(2));
    QCOMPARE(rig.letters.size(), 2);
}

void TestSessionReuse::proxyKeys_data()
{
    QTest::addColumn<ProxySettings>("proxy");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<bool>("shares");
    using Way = ProxySettings::Kind;
    const QString host = QStringLiteral("proxy.example.org"), user = QStringLiteral("hatter");
    const ProxySettings usual{Way::Socks5, host, 1080, user};
    QTest::newRow("the same") << usual << QByteArray("tea") << true;
    QTest::newRow("another kind") << ProxySettings{Way::HttpConnect, host, 1080, user} << QByteArray("tea")
                                  << false;
    QTest::newRow("another host") << ProxySettings{Way::Socks5, QStringLiteral("p.example.org"), 1080, user}
                                  << QByteArray("tea") << false;
    QTest::newRow("another port") << ProxySettings{Way::Socks5, host, 1081, user} << QByteArray("tea")
                                  << false;
    QTest::newRow("another user") << ProxySettings{Way::Socks5, host, 1080, QStringLiteral("hare")}
                                  << QByteArray("tea") << false;
    QTest::newRow("another password") << usual << QByteArray("coffee") << false;
    QTest::newRow("no password") << usual << QByteArray() << false;
}

void TestSessionReuse::proxyKeys()
{
    QFETCH(const ProxySettings, proxy);
    QFETCH(const QByteArray, password);
    QFETCH(const bool, shares);
    PoolRig rig;
    PoolRig::Setup setup;
    setup.server.proxy = {ProxySettings::Kind::Socks5, QStringLiteral("proxy.example.org"), 1080,
                          QStringLiteral("hatter")};
    setup.proxyPassword = "tea";
    rig.post(setup);
    rig.settle();
    setup.server.proxy = proxy;
    setup.proxyPassword = password;
    rig.post(setup);
    rig.settle();
    QCOMPARE(rig.links.size(), size_t(shares ? 1 : 2));
    QCOMPARE(rig.letters.size(), 2);
    // What the transport was told, and not only the key.
    const Proxy &used = rig.links.back()->wire->endpoint().proxy;
    QCOMPARE(used.host, proxy.host);
    QCOMPARE(used.user, proxy.user);
    QVERIFY(used.password->bytes() == password);
}

void TestSessionReuse::sameHost()
{
    PoolRig rig;
    rig.post();
    rig.settle();
    PoolRig::Setup setup;
    setup.server.host = QStringLiteral("Mail.Example.ORG");
    rig.post(setup);
    rig.settle();
    QCOMPARE(rig.links.size(), size_t(1));
    QCOMPARE(rig.letters.size(), 2);
}

void TestSessionReuse::idleIsUsed()
{
    PoolRig rig;
    rig.post();
    rig.settle();
    QVERIFY(!rig.links.front()->hasQuit);
    rig.clock.advance(40s);
    rig.links.front()->writes.clear();
    rig.postTo(QStringLiteral("carol@example.org"));
    rig.settle();
    QCOMPARE(rig.links.front()->writes, (QByteArrayList{commandsTo("carol"), body + "\r\n.\r\n"}));
    QCOMPARE(rig.letters.size(), 2);
    QVERIFY(rig.posted.back()->receipt);
}

void TestSessionReuse::prepared()
{
    PoolRig rig;
    rig.post({.purpose = Purpose::WarmUp});
    rig.settle();
    QVERIFY(rig.posted.front()->receipt);
    QCOMPARE(rig.links.front()->writes.size(), 2); // EHLO and AUTH
    QVERIFY(!rig.links.front()->hasQuit);
    rig.links.front()->writes.clear();
    rig.post();
    rig.settle();
    QCOMPARE(rig.links.front()->writes, (QByteArrayList{commandsTo("bob"), body + "\r\n.\r\n"}));
    QCOMPARE(rig.letters, QByteArrayList{storedFor("bob")});
}

void TestSessionReuse::preparedMeanwhile()
{
    PoolRig rig;
    rig.post({.purpose = Purpose::WarmUp});
    rig.post();
    rig.settle();
    QCOMPARE(rig.links.size(), size_t(1));
    QCOMPARE(rig.letters.size(), 1);
}

void TestSessionReuse::preparedTwice()
{
    PoolRig rig;
    for (int i = 0; i < 3; ++i) {
        rig.post({.purpose = Purpose::WarmUp});
        if (i > 0)
            rig.settle();
    }
    QCOMPARE(rig.links.size(), size_t(1));
    for (const auto &each : rig.posted)
        QCOMPARE(each->ends, 1);
}

void TestSessionReuse::preparedInVain()
{
    PoolRig rig;
    rig.answer = [](PoolLink &, const QByteArray &line) {
        return line.startsWith("AUTH") ? std::optional<QByteArray>("454 4.7.0 later") : std::nullopt;
    };
    rig.post({.purpose = Purpose::WarmUp});
    rig.settle();
    QVERIFY(rig.posted.front()->error);
    rig.answer = {};
    rig.post();
    rig.settle();
    QCOMPARE(rig.links.size(), size_t(2));
    QCOMPARE(rig.letters.size(), 1);
}

/// Nobody sees that it fails, and each try counts towards a locked account.
void TestSessionReuse::refusedWarmUp()
{
    PoolRig rig;
    rig.answer = [](PoolLink &, const QByteArray &line) {
        return line.startsWith("AUTH") ? std::optional<QByteArray>("535 5.7.8 no") : std::nullopt;
    };
    for (int i = 0; i < 5; ++i) {
        rig.post({.purpose = Purpose::WarmUp});
        rig.settle();
        rig.clock.advance(20s);
    }
    QCOMPARE(rig.links.size(), size_t(1));
    rig.post({.password = "another", .purpose = Purpose::WarmUp});
    rig.settle();
    QCOMPARE(rig.links.size(), size_t(2));
    rig.post(); // a letter is worth a try: a person sees how it ends
    rig.settle();
    QCOMPARE(rig.links.size(), size_t(3));
    QCOMPARE(rig.posted.back()->error->problem, Problem::WrongPassword);
    // And once it is let in, it may be prepared again.
    rig.answer = {};
    rig.post();
    rig.settle();
    QVERIFY(rig.posted.back()->receipt);
    rig.clock.advance(5min);
    rig.post({.purpose = Purpose::WarmUp});
    rig.settle();
    QCOMPARE(rig.links.size(), size_t(5));
}

void TestSessionReuse::deadWhileIdle_data()
{
    QTest::addColumn<QByteArray>("said");   // while it lies idle
    QTest::addColumn<bool>("lost");         // while it lies idle
    QTest::addColumn<QByteArray>("toMail"); // of the next letter, on that connection
    QTest::newRow("closed") << QByteArray() << true << QByteArray();
    QTest::newRow("421") << QByteArray("421 4.4.2 idle for too long\r\n") << false << QByteArray();
    QTest::newRow("421 and closed") << QByteArray("421 4.4.2 idle\r\n") << true << QByteArray();
    QTest::newRow("a word that nobody asked for") << QByteArray("250 ok\r\n") << false << QByteArray();
    QTest::newRow("garbage") << QByteArray("\x16\x03\x01 HTTP/1.1 200\r\n") << false << QByteArray();
    QTest::newRow("a line without end") << QByteArray(100'000, 'x') << false << QByteArray();
    QTest::newRow("half a line, then 421") << QByteArray("421 4.4.2 id") << false << QByteArray("le");
    QTest::newRow("no answer any more") << QByteArray() << false << QByteArray("");
    QTest::newRow("421 to MAIL") << QByteArray() << false << QByteArray("421 4.7.0 enough letters");
    QTest::newRow("closed at MAIL") << QByteArray() << false << QByteArray("close");
}

void TestSessionReuse::deadWhileIdle()
{
    QFETCH(const QByteArray, said);
    QFETCH(const bool, lost);
    QFETCH(const QByteArray, toMail);
    PoolRig rig;
    rig.post();
    rig.settle();
    PoolLink &first = *rig.links.front();
    rig.answer = [&](PoolLink &link, const QByteArray &line) -> std::optional<QByteArray> {
        if (&link != &first || line == "QUIT")
            return std::nullopt;
        if (toMail == "close" && line.startsWith("MAIL"))
            QMetaObject::invokeMethod(
                first.wire, [&] { first.wire->fail(Kind::Lost); }, Qt::QueuedConnection);
        return line.startsWith("MAIL") && toMail != "close" ? toMail : QByteArray("");
    };
    if (!said.isEmpty())
        first.wire->receive(said);
    if (lost && first.wire)
        first.wire->fail(Kind::Lost);
    rig.settle();
    Posted &second = rig.postTo(QStringLiteral("carol@example.org"));
    rig.settle();
    if (!second.isOver())
        rig.clock.advance(16s); // the first reply on a session that lay idle is not waited for longer
    rig.settle();
    QVERIFY(second.receipt);
    QCOMPARE(second.ends, 1);
    QCOMPARE(rig.links.size(), size_t(2));
    QCOMPARE(rig.letters, (QByteArrayList{storedFor("bob"), storedFor("carol")}));
}

void TestSessionReuse::idleEnds()
{
    PoolRig rig;
    rig.post();
    rig.settle();
    rig.clock.advance(49s);
    QVERIFY(!rig.links.front()->hasQuit);
    rig.clock.advance(1s);
    QVERIFY(rig.links.front()->hasQuit);
    QCOMPARE(rig.links.front()->wire->state(), FakeTransport::State::Closed);
    QCOMPARE(rig.clock.pendingAlarms(), 0);
    rig.post();
    rig.settle();
    QCOMPARE(rig.links.size(), size_t(2));
}

void TestSessionReuse::quitsAtOnce()
{
    TimeLimits limits;
    limits.idle = {};
    PoolRig rig(limits);
    rig.post();
    rig.post();
    rig.settle();
    QCOMPARE(rig.links.size(), size_t(1)); // who waits already gets it all the same
    QVERIFY(rig.links.front()->hasQuit);
    QVERIFY(rig.posted.back()->log->text.endsWith("C: QUIT\n"));
    QCOMPARE(rig.clock.pendingAlarms(), 0);
}

void TestSessionReuse::programEnds()
{
    PoolRig rig;
    rig.post();
    rig.settle();
    rig.pool->quitAll();
    QVERIFY(rig.links.front()->hasQuit);
    QCOMPARE(rig.clock.pendingAlarms(), 0);
}

/// The refused recipients of one letter are not those of the next.
void TestSessionReuse::refusedBefore()
{
    PoolRig rig;
    rig.answer = [](PoolLink &, const QByteArray &line) {
        return line.contains("nobody") ? std::optional<QByteArray>("550 5.1.1 unknown") : std::nullopt;
    };
    Posted &first = rig.postTo(QStringLiteral("nobody@example.org"));
    rig.settle();
    QVERIFY(first.error);
    QCOMPARE(first.error->problem, Problem::RecipientsRefused);
    QCOMPARE(rig.links.front()->writes.last(), QByteArray("RSET\r\n"));
    Posted &second = rig.post();
    rig.settle();
    QVERIFY(second.receipt && second.receipt->refused.isEmpty());
    QCOMPARE(rig.links.size(), size_t(1));
    QCOMPARE(rig.letters, QByteArrayList{storedFor("bob")});
}

void TestSessionReuse::wrongPasswordIsTriedOnce()
{
    PoolRig rig;
    int tries = 0;
    rig.answer = [&tries](PoolLink &, const QByteArray &line) -> std::optional<QByteArray> {
        if (!line.startsWith("AUTH"))
            return std::nullopt;
        ++tries;
        return ""; // it takes its time
    };
    for (int i = 0; i < 5; ++i)
        rig.post();
    rig.settle();
    rig.clock.advance(1min); // whoever waits does not lose patience: nothing is known of the password yet
    rig.settle();
    QCOMPARE(rig.links.size(), size_t(1));
    rig.links.front()->wire->receive("535 5.7.8 no\r\n");
    rig.settle();
    QCOMPARE(tries, 1);
    for (const auto &each : rig.posted) {
        QVERIFY(each->error);
        QCOMPARE(each->error->problem, Problem::WrongPassword);
        QCOMPARE(each->ends, 1);
    }
}

void TestSessionReuse::cancelledOpener()
{
    PoolRig rig;
    Posted &first = rig.post();
    Posted &second = rig.postTo(QStringLiteral("carol@example.org"));
    first.worker->cancel();
    rig.settle();
    QCOMPARE(first.error->problem, Problem::Cancelled);
    QVERIFY(second.receipt);
    QCOMPARE(rig.letters, QByteArrayList{storedFor("carol")});
}

void TestSessionReuse::followerGoes_data()
{
    QTest::addColumn<bool>("destroyed");
    QTest::newRow("cancelled") << false;
    QTest::newRow("destroyed") << true;
}

/// Its commands are on their way behind the dot of the letter before.
void TestSessionReuse::followerGoes()
{
    QFETCH(const bool, destroyed);
    PoolRig rig;
    Posted &first = rig.postTo(QStringLiteral("ann@example.org"));
    Posted &second = rig.post();
    Posted &third = rig.postTo(QStringLiteral("carol@example.org"));
    rig.answer = [&](PoolLink &, const QByteArray &line) -> std::optional<QByteArray> {
        if (line == "." && !second.isOver() && second.worker) {
            QMetaObject::invokeMethod(
                first.worker.get(),
                [&] {
                    if (destroyed)
                        second.worker.reset();
                    else if (second.worker)
                        second.worker->cancel();
                },
                Qt::QueuedConnection);
        }
        return std::nullopt;
    };
    rig.settle();
    QVERIFY(first.receipt);
    QVERIFY(third.receipt);
    QVERIFY(!second.receipt);
    QCOMPARE(second.error.has_value(), !destroyed);
    QCOMPARE(rig.letters, (QByteArrayList{storedFor("ann"), storedFor("carol")}));
}

/// The link is cut after each octet that the server says. What a worker tells is what the server has.
void TestSessionReuse::cutAnywhere()
{
    qsizetype whole = 0;
    {
        PoolRig rig;
        rig.postTo(QStringLiteral("ann@example.org"));
        rig.post();
        rig.settle();
        whole = rig.links.front()->said;
    }
    QVERIFY(whole > 200);
    for (qsizetype cut = 0; cut < whole; ++cut) {
        PoolRig rig;
        rig.cutAfter = cut;
        const QByteArrayList names{"ann", "bob"};
        rig.postTo(QStringLiteral("ann@example.org"));
        rig.post();
        rig.settle();
        const QByteArray where = "cut after " + QByteArray::number(cut);
        for (size_t i = 0; i < 2; ++i) {
            const Posted &each = *rig.posted.at(i);
            QVERIFY2(each.ends == 1, where.constData());
            const qsizetype has = rig.letters.count(storedFor(names[qsizetype(i)]));
            if (each.receipt)
                QVERIFY2(has == 1, where.constData());
            else if (each.error->problem == Problem::MayHaveBeenSent)
                QVERIFY2(has == 1 && each.error->stage == Stage::FinalDot, where.constData());
            else
                QVERIFY2(has == 0 && retryOf(*each.error) == RetryAdvice::Later, where.constData());
        }
        // As soon as a session had stood nothing that befalls it befalls the second letter before its dot.
        const Posted &second = *rig.posted.back();
        QVERIFY2(second.receipt || second.error->problem == Problem::MayHaveBeenSent ||
                     second.error->stage < Stage::MailFrom,
                 where.constData());
    }
}

void TestSessionReuse::deafAnywhere_data()
{
    using Security = ServerSettings::Security;
    QTest::addColumn<Security>("security");
    QTest::addColumn<QByteArray>("offer");
    QTest::addColumn<bool>("bothWays");
    const QByteArray pipelining = "PIPELINING\r\n250 AUTH PLAIN";
    QTest::newRow("TLS") << Security::Tls << pipelining << false;
    QTest::newRow("TLS, both ways") << Security::Tls << pipelining << true;
    QTest::newRow("STARTTLS") << Security::StartTls << pipelining << false;
    QTest::newRow("STARTTLS, both ways") << Security::StartTls << pipelining << true;
    QTest::newRow("one command at a time") << Security::Tls << QByteArray("SIZE\r\n250 AUTH PLAIN") << false;
    QTest::newRow("one at a time, both ways")
        << Security::Tls << QByteArray("SIZE\r\n250 AUTH PLAIN") << true;
}

/// The server gets so many octets of two letters to two recipients each, and then the link dies: what is told
/// of each letter has to be true to what the server has.
void TestSessionReuse::deafAnywhere()
{
    QFETCH(const ServerSettings::Security, security);
    QFETCH(const QByteArray, offer);
    QFETCH(const bool, bothWays);
    const auto run = [&](PoolRig &rig) {
        rig.offer = offer;
        rig.cutBothWays = bothWays;
        PoolRig::Setup setup;
        setup.server.security = security;
        for (const char *names : {"ann@example.org amy@example.org", "bob@example.org ben@example.org"}) {
            setup.recipients = QString::fromLatin1(names).split(u' ');
            rig.post(setup);
        }
        rig.settle();
    };
    const QByteArrayList stored{"RCPT TO:<ann@example.org>\n" + storedFor("amy"),
                                "RCPT TO:<bob@example.org>\n" + storedFor("ben")};
    qsizetype whole = 0, flight = 0;
    {
        PoolRig rig;
        run(rig);
        QCOMPARE(rig.links.size(), size_t(1));
        QCOMPARE(rig.letters, stored);
        whole = rig.links.front()->heard;
        for (const QByteArray &each : rig.links.front()->writes)
            flight = std::max(flight, each.size());
    }
    QVERIFY(whole > 300);
    qsizetype doubts[2] = {0, 0};
    for (qsizetype octets = 0; octets < whole; ++octets) {
        PoolRig rig;
        rig.deafAfter = octets;
        run(rig);
        const QByteArray where = "deaf after " + QByteArray::number(octets);
        qsizetype taken = 0;
        for (size_t i = 0; i < 2; ++i) {
            const Posted &each = *rig.posted.at(i);
            QVERIFY2(each.ends == 1, where.constData());
            const qsizetype has = rig.letters.count(stored[qsizetype(i)]);
            taken += has;
            if (each.receipt) {
                QVERIFY2(has == 1 && each.receipt->accepted.size() == 2, where.constData());
            } else if (each.error->problem == Problem::MayHaveBeenSent) {
                QVERIFY2(has <= 1 && each.error->stage == Stage::FinalDot, where.constData());
                ++doubts[i];
            } else {
                QVERIFY2(has == 0 && retryOf(*each.error) == RetryAdvice::Later, where.constData());
            }
        }
        QVERIFY2(rig.letters.size() == taken, where.constData()); // no half letter and none to half of them
        // Nothing that befalls a session befalls the second letter before its dot.
        const Posted &second = *rig.posted.back();
        QVERIFY2(second.receipt || second.error->problem == Problem::MayHaveBeenSent ||
                     second.error->stage < Stage::MailFrom,
                 where.constData());
    }
    // Only where the flight with its own dot is cut, not wherever.
    for (const qsizetype each : doubts)
        QVERIFY2(each > 0 && each <= flight, QByteArray::number(each).constData());
}

void TestSessionReuse::refusedDotBefore_data()
{
    QTest::addColumn<QByteArray>("toDot");
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<size_t>("connections");
    QTest::newRow("no") << QByteArray("554 5.7.1 spam") << Problem::ContentRefused << size_t(1);
    QTest::newRow("later") << QByteArray("451 4.3.0 later") << Problem::Temporary << size_t(1);
    QTest::newRow("closing") << QByteArray("421 4.3.2 closing") << Problem::Temporary << size_t(2);
    QTest::newRow("neither") << QByteArray("354 what?") << Problem::MayHaveBeenSent << size_t(2);
}

/// The next letter's commands went with the dot that was not taken.
void TestSessionReuse::refusedDotBefore()
{
    QFETCH(const QByteArray, toDot);
    QFETCH(const Problem, problem);
    QFETCH(const size_t, connections);
    PoolRig rig;
    bool said = false;
    rig.answer = [&](PoolLink &, const QByteArray &line) -> std::optional<QByteArray> {
        if (line == "." && !std::exchange(said, true))
            return toDot;
        return std::nullopt;
    };
    Posted &first = rig.postTo(QStringLiteral("ann@example.org"));
    Posted &second = rig.post();
    rig.settle();
    QVERIFY(first.error);
    QCOMPARE(nameOf(first.error->problem), nameOf(problem));
    QVERIFY(second.receipt);
    QCOMPARE(rig.letters, QByteArrayList{storedFor("bob")});
    QCOMPARE(rig.links.size(), connections);
}

void TestSessionReuse::patience()
{
    PoolRig rig;
    rig.post();
    rig.settle(); // a session stood here
    rig.answer = [&rig](PoolLink &link, const QByteArray &line) -> std::optional<QByteArray> {
        return &link == rig.links.front().get() && line == "." ? std::optional<QByteArray>("") : std::nullopt;
    };
    Posted &slow = rig.postTo(QStringLiteral("slow@example.org"));
    rig.settle();
    QVERIFY(!slow.isOver());
    Posted &next = rig.postTo(QStringLiteral("carol@example.org"));
    rig.settle();
    QCOMPARE(rig.links.size(), size_t(1));
    rig.clock.advance(2s);
    rig.settle();
    QCOMPARE(rig.links.size(), size_t(2));
    QVERIFY(next.receipt);
    QVERIFY(!slow.isOver());
}

void TestSessionReuse::noFurtherSession_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("421, too many") << QByteArray("421 4.7.0 too many connections") << true;
    QTest::newRow("554") << QByteArray("554 5.7.1 one is enough") << true;
    QTest::newRow("421, and the first one is lost") << QByteArray("421 4.7.0 too many connections") << false;
}

/// A server that lets nobody have a second session at once: the letter waits for the first one.
void TestSessionReuse::noFurtherSession()
{
    QFETCH(const QByteArray, greeting);
    QFETCH(const bool, goesOn);
    PoolRig rig;
    rig.answer = [&rig](PoolLink &link, const QByteArray &line) -> std::optional<QByteArray> {
        return &link == rig.links.front().get() && line == "." ? std::optional<QByteArray>("") : std::nullopt;
    };
    Posted &slow = rig.postTo(QStringLiteral("slow@example.org"));
    rig.settle();
    Posted &next = rig.postTo(QStringLiteral("carol@example.org"));
    rig.settle();
    rig.greeting = greeting;
    for (int i = 0; i < 3; ++i) {
        rig.clock.advance(2s);
        rig.settle();
    }
    QCOMPARE(rig.links.size(), size_t(2)); // tried once
    QVERIFY(!next.isOver());
    QVERIFY(!slow.isOver());
    QVERIFY(next.log->text.contains("waits for one in use"));

    rig.greeting = "220 mx ESMTP";
    rig.answer = {};
    if (goesOn)
        rig.links.front()->wire->receive("250 2.0.0 queued\r\n");
    else
        rig.links.front()->wire->fail(Kind::Lost);
    rig.settle();
    QCOMPARE(slow.receipt.has_value(), goesOn);
    QVERIFY(next.receipt);
    QCOMPARE(rig.links.size(), size_t(goesOn ? 2 : 3));
    QCOMPARE(rig.letters.count(storedFor("carol")), 1);
}

/// The first one is done and lies idle by the time the second one is refused.
void TestSessionReuse::noFurtherSessionButAnIdleOne()
{
    PoolRig rig;
    rig.answer = [&rig](PoolLink &link, const QByteArray &line) -> std::optional<QByteArray> {
        return line == "." && rig.letters.isEmpty() && &link == rig.links.front().get()
                   ? std::optional<QByteArray>("")
                   : std::nullopt;
    };
    Posted &slow = rig.postTo(QStringLiteral("slow@example.org"));
    rig.settle();
    Posted &next = rig.postTo(QStringLiteral("carol@example.org"));
    rig.settle();
    rig.greeting = {};
    rig.clock.advance(2s);
    rig.settle();
    QCOMPARE(rig.links.size(), size_t(2));
    rig.answer = {};
    rig.links.front()->wire->receive("250 2.0.0 queued\r\n");
    rig.settle();
    QVERIFY(slow.receipt);
    QVERIFY(!next.isOver());
    rig.links.back()->wire->receive("421 4.7.0 too many connections\r\n");
    rig.settle();
    QVERIFY(next.receipt);
    QCOMPARE(rig.links.size(), size_t(2));
    QVERIFY(rig.letters.last().contains("carol"));
}

void TestSessionReuse::oneLetterASession()
{
    PoolRig rig;
    rig.offer = "PIPELINING\r\n250-LIMITS MAILMAX=1\r\n250 AUTH PLAIN";
    for (int i = 0; i < 3; ++i)
        rig.post();
    rig.settle();
    QCOMPARE(rig.links.size(), size_t(3));
    QCOMPARE(rig.letters.size(), 3);
    for (const auto &link : rig.links)
        QVERIFY(link->hasQuit);
}

/// What was sent for an earlier letter is masked in the log of a later one.
void TestSessionReuse::secretsStayMasked()
{
    PoolRig rig;
    rig.post();
    rig.settle();
    rig.answer = [](PoolLink &, const QByteArray &line) {
        return line == "." ? std::optional<QByteArray>("250 ok \"" + password() + "\"") : std::nullopt;
    };
    Posted &second = rig.post();
    rig.settle();
    QVERIFY(second.receipt);
    QVERIFY(second.log->text.contains("S: 250 ok \"****\""));
    for (const auto &each : rig.posted) {
        QVERIFY(!each->log->text.contains(password()));
        QVERIFY(!each->log->text.contains(plainResponse()));
    }
    QVERIFY(!second.receipt->finalReply.text().contains(QString::fromLatin1(password())));
}

void TestSessionReuse::asked_data()
{
    QTest::addColumn<bool>("rest");
    QTest::newRow("the rest gets it") << true;
    QTest::newRow("nobody gets it") << false;
}

void TestSessionReuse::asked()
{
    QFETCH(const bool, rest);
    PoolRig rig;
    rig.answer = [](PoolLink &, const QByteArray &line) {
        return line.contains("nobody") ? std::optional<QByteArray>("550 5.1.1 unknown") : std::nullopt;
    };
    Posted &each =
        rig.post({.recipients = {QStringLiteral("bob@example.org"), QStringLiteral("nobody@example.org")},
                  .partialRefusal = PartialRefusal::Ask});
    rig.settle();
    QVERIFY(!each.isOver());
    QCOMPARE(each.asked.size(), 1);
    QCOMPARE(each.asked.first().path, QStringLiteral("nobody@example.org"));
    QVERIFY(rig.letters.isEmpty());
    each.worker->decide(rest);
    each.worker->decide(!rest); // too late
    rig.settle();
    QCOMPARE(each.ends, 1);
    QCOMPARE(each.receipt.has_value(), rest);
    QCOMPARE(rig.letters.size(), rest ? 1 : 0);
    if (!rest)
        QCOMPARE(each.error->problem, Problem::RecipientsRefused);
}

void TestSessionReuse::answerComesTooLate()
{
    PoolRig rig;
    rig.answer = [](PoolLink &, const QByteArray &line) {
        return line.contains("nobody") ? std::optional<QByteArray>("550 5.1.1 unknown") : std::nullopt;
    };
    Posted &each =
        rig.post({.recipients = {QStringLiteral("bob@example.org"), QStringLiteral("nobody@example.org")},
                  .partialRefusal = PartialRefusal::Ask});
    rig.settle();
    rig.clock.advance(4min);
    rig.settle();
    QVERIFY(each.error);
    QCOMPARE(each.error->problem, Problem::RecipientsRefused);
    each.worker->decide(true);
    rig.settle();
    QCOMPARE(each.ends, 1);
    QVERIFY(rig.letters.isEmpty());
}

/// Nobody gets it twice, and nobody is forgotten.
void TestSessionReuse::lostBetweenParts()
{
    PoolRig rig;
    int recipients = 0;
    rig.answer = [&](PoolLink &link, const QByteArray &line) -> std::optional<QByteArray> {
        if (line.startsWith("MAIL"))
            recipients = 0;
        if (line.startsWith("RCPT") && ++recipients > 100)
            return "452 4.5.3 too many recipients";
        if (line.startsWith("MAIL") && rig.letters.size() == 1 && &link == rig.links.front().get())
            return "421 4.3.2 closing";
        return std::nullopt;
    };
    QStringList everybody;
    for (int i = 0; i < 250; ++i)
        everybody.append(QStringLiteral("r%1@example.org").arg(i));
    Posted &each = rig.post({.recipients = everybody, .partialRefusal = PartialRefusal::DeliverToRest});
    rig.settle();
    QVERIFY(each.receipt);
    QCOMPARE(each.receipt->accepted, everybody);
    QVERIFY(each.receipt->refused.isEmpty());
    QCOMPARE(rig.letters.size(), 3);
    QCOMPARE(rig.links.size(), size_t(2));
    const QByteArray all = rig.letters.join();
    for (int i = 0; i < 250; ++i)
        QCOMPARE(all.count(QByteArray("RCPT TO:<r" + QByteArray::number(i) + "@")), 1);
}

/// The rest is lost for good: the receipt tells which form of the letter the first ones got.
void TestSessionReuse::partsInEightBits()
{
    PoolRig rig;
    rig.offer = "PIPELINING\r\n250-8BITMIME\r\n250 AUTH PLAIN";
    rig.answer = [&rig](PoolLink &, const QByteArray &line) -> std::optional<QByteArray> {
        if (line.contains("bob@") && rig.letters.isEmpty())
            return "452 4.5.3 too many recipients";
        return line.startsWith("MAIL") && !rig.letters.isEmpty()
                   ? std::optional<QByteArray>("421 4.3.2 closing")
                   : std::nullopt;
    };
    Posted &each =
        rig.post({.recipients = {QStringLiteral("ann@example.org"), QStringLiteral("bob@example.org")},
                  .partialRefusal = PartialRefusal::DeliverToRest,
                  .hasEightBitForm = true});
    rig.settle();
    rig.clock.advance(3s);
    rig.settle();
    QVERIFY(each.receipt);
    QCOMPARE(each.receipt->accepted, QStringList{QStringLiteral("ann@example.org")});
    QVERIFY(each.receipt->eightBitBody);
    QVERIFY(each.log->text.contains("BODY=8BITMIME"));
}

void TestSessionReuse::goneWhileAsked_data()
{
    QTest::addColumn<bool>("lent");
    QTest::addColumn<bool>("lost");
    for (const bool lent : {false, true}) {
        QTest::addRow("421%s", lent ? ", lent" : "") << lent << false;
        QTest::addRow("lost%s", lent ? ", lent" : "") << lent << true;
    }
}

/// The answer is about a session that is no more.
void TestSessionReuse::goneWhileAsked()
{
    QFETCH(const bool, lent);
    QFETCH(const bool, lost);
    PoolRig rig;
    if (lent) {
        rig.post();
        rig.settle();
    }
    rig.answer = [](PoolLink &, const QByteArray &line) {
        return line.contains("nobody") ? std::optional<QByteArray>("550 5.1.1 unknown") : std::nullopt;
    };
    Posted &each =
        rig.post({.recipients = {QStringLiteral("bob@example.org"), QStringLiteral("nobody@example.org")},
                  .partialRefusal = PartialRefusal::Ask});
    rig.settle();
    QCOMPARE(each.asked.size(), 1);
    if (lost)
        rig.links.front()->wire->fail(Kind::Lost);
    else
        rig.links.front()->wire->receive("421 4.4.2 waited too long\r\n");
    each.worker->decide(true);
    rig.settle();
    rig.clock.advance(5min);
    each.worker->decide(true);
    rig.settle();
    QVERIFY(each.error);
    QCOMPARE(each.ends, 1);
    QCOMPARE(each.error->problem, lost ? Problem::ConnectionLost : Problem::Temporary);
    QCOMPARE(rig.letters.size(), lent ? 1 : 0);
}

void TestSessionReuse::followerOfParts_data()
{
    QTest::addColumn<QByteArray>("toSecondDot");
    QTest::addColumn<bool>("reached"); // the leader's second recipient
    QTest::newRow("taken") << QByteArray("250 ok") << true;
    QTest::newRow("closing") << QByteArray("421 4.3.2 closing") << true; // over another session
    QTest::newRow("refused") << QByteArray("554 5.7.1 no") << false;
}

/// A letter behind one that takes two transactions.
void TestSessionReuse::followerOfParts()
{
    QFETCH(const QByteArray, toSecondDot);
    QFETCH(const bool, reached);
    PoolRig rig;
    int dots = 0;
    rig.answer = [&](PoolLink &, const QByteArray &line) -> std::optional<QByteArray> {
        if (line.contains("bob@") && dots == 0)
            return "452 4.5.3 too many recipients";
        if (line == "." && ++dots == 2)
            return toSecondDot;
        return std::nullopt;
    };
    Posted &leader =
        rig.post({.recipients = {QStringLiteral("ann@example.org"), QStringLiteral("bob@example.org")},
                  .partialRefusal = PartialRefusal::DeliverToRest});
    Posted &follower = rig.postTo(QStringLiteral("carol@example.org"));
    rig.settle();
    rig.clock.advance(3s);
    rig.settle();
    QVERIFY(leader.receipt);
    QVERIFY(follower.receipt);
    QCOMPARE(leader.receipt->accepted.contains(QStringLiteral("bob@example.org")), reached);
    QCOMPARE(leader.receipt->refused.size(), reached ? 0 : 1);
    if (!reached)
        QCOMPARE(leader.receipt->refused.first().path, QStringLiteral("bob@example.org"));
    QCOMPARE(rig.letters.count(storedFor("ann")), 1);
    QCOMPARE(rig.letters.count(storedFor("bob")), reached ? 1 : 0);
    QCOMPARE(rig.letters.count(storedFor("carol")), 1);
}

/// RSET's reply is still to come when the next letter turns out not to fit: the one behind it must not take
/// it for its own.
void TestSessionReuse::tooLargeBehindARefusal()
{
    PoolRig rig;
    rig.offer = "PIPELINING\r\n250-SIZE 1000\r\n250 AUTH PLAIN";
    rig.answer = [](PoolLink &, const QByteArray &line) {
        return line.contains("nobody") ? std::optional<QByteArray>("550 5.1.1 unknown") : std::nullopt;
    };
    Posted &refused = rig.postTo(QStringLiteral("nobody@example.org"));
    Posted &large = rig.post({.size = 2000});
    Posted &fine = rig.postTo(QStringLiteral("carol@example.org"));
    rig.settle();
    QCOMPARE(refused.error->problem, Problem::RecipientsRefused);
    QCOMPARE(large.error->problem, Problem::LetterTooLarge);
    QVERIFY(fine.receipt);
    QCOMPARE(fine.receipt->finalReply.lines, QList<QByteArray>{"2.0.0 queued"});
    QCOMPARE(rig.letters, QByteArrayList{storedFor("carol")});
    QCOMPARE(rig.links.size(), size_t(1));
}

/// A word more than was asked for, in one segment with the last answer: no session for another letter.
void TestSessionReuse::saysMoreThanItWasAsked()
{
    PoolRig rig;
    bool said = false;
    rig.answer = [&said](PoolLink &, const QByteArray &line) -> std::optional<QByteArray> {
        return line == "." && !std::exchange(said, true)
                   ? std::optional<QByteArray>("250 2.0.0 queued\r\n421 4.3.2 closing")
                   : std::nullopt;
    };
    rig.post();
    rig.settle();
    Posted &next = rig.postTo(QStringLiteral("carol@example.org"));
    rig.settle();
    QVERIFY(next.receipt);
    QCOMPARE(rig.links.size(), size_t(2));
    QCOMPARE(rig.letters, (QByteArrayList{storedFor("bob"), storedFor("carol")}));
}

QTEST_GUILESS_MAIN(TestSessionReuse)
#include "tst_sessionreuse.moc"
