// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/KeychainSecretStore.h"
#include "tests/core/secrets/RefusingPrompter.h"

#include <QTest>

#include <optional>

using namespace pennypost;
using Kind = SecretError::Kind;

/// KeychainSecretStore against a real gnome-keyring. PENNYPOST_KEYRING says which state the session is in:
/// unlocked, locked (with a person who cancels the unlock prompt) or none. Without it nothing is touched: the
/// keyring would be the person's own.
class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void roundTrip_data();
    void roundTrip();
    void overwrites();
    void removesAndForgives();
    void profilesAreApart();
    void nulIsRefusedAndLeavesNothing();
    void silentOnceTheContextIsGone();
    void lockedWaitsForThePerson();
    void lockedReading();
    void noneSaysSoAtOnce();
    void lockedMeanwhileIsNotMissing(); // last: it leaves the keyring locked

private:
    QByteArray m_state;
};

// A macro because QSKIP returns from the function it stands in.
#define ONLY_WHEN(state)                                                                                     \
    if (m_state != (state))                                                                                  \
    QSKIP("for another state of the keyring")

namespace {

constexpr int Patience = 20'000; // milliseconds; a real keyring answers in a few

std::optional<Result<Secret, SecretError>> read(SecretStore &store, const QString &key)
{
    std::optional<Result<Secret, SecretError>> answer;
    QObject context;
    store.read(key, &context, [&](Result<Secret, SecretError> got) { answer.emplace(std::move(got)); });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, Patience);
    return answer;
}

std::optional<Result<void, SecretError>> write(SecretStore &store, const QString &key,
                                               const QByteArray &bytes)
{
    std::optional<Result<void, SecretError>> answer;
    QObject context;
    store.write(key, Secret(QByteArray(bytes.constData(), bytes.size())), &context,
                [&](const Result<void, SecretError> &got) { answer = got; });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, Patience);
    return answer;
}

std::optional<Result<void, SecretError>> remove(SecretStore &store, const QString &key)
{
    std::optional<Result<void, SecretError>> answer;
    QObject context;
    store.remove(key, &context, [&](const Result<void, SecretError> &got) { answer = got; });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, Patience);
    return answer;
}

const QString Key = QStringLiteral("account/alice");

KeychainSecretStore store()
{
    return KeychainSecretStore(QStringLiteral("Pennypost test"));
}

} // namespace

void TestKeychain::initTestCase()
{
    m_state = qgetenv("PENNYPOST_KEYRING");
    if (m_state != "unlocked" && m_state != "locked" && m_state != "none")
        QSKIP("PENNYPOST_KEYRING does not say what to expect");
}

void TestKeychain::roundTrip_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("word") << QByteArray("wonderland");
    QTest::newRow("umlauts") << QByteArray("b0b-p\xc3\xa4ssw\xc3\xb6rd");
    QTest::newRow("emoji and blanks") << QByteArray(" \xf0\x9f\x94\x91 key ");
    QTest::newRow("quotes and line end") << QByteArray("a\"b'c\\d\ne");
    QTest::newRow("long as a token") << QByteArray(2'400, 'x');
}

void TestKeychain::roundTrip()
{
    ONLY_WHEN("unlocked");
    QFETCH(QByteArray, secret);
    KeychainSecretStore keychain = store();
    const auto written = write(keychain, Key, secret);
    QVERIFY(written);
    QVERIFY2(*written, written->hasValue() ? "" : qPrintable(written->error().detail));
    const auto got = read(keychain, Key);
    QVERIFY(got && *got);
    QVERIFY(got->value().bytes() == secret);
    QVERIFY(*remove(keychain, Key));
}

void TestKeychain::overwrites()
{
    ONLY_WHEN("unlocked");
    KeychainSecretStore keychain = store();
    QVERIFY(*write(keychain, Key, "first"));
    QVERIFY(*write(keychain, Key, "second"));
    QVERIFY((*read(keychain, Key))->bytes() == QByteArray("second"));
    QVERIFY(*remove(keychain, Key));
}

void TestKeychain::removesAndForgives()
{
    ONLY_WHEN("unlocked");
    KeychainSecretStore keychain = store();
    QVERIFY(*write(keychain, Key, "x"));
    QVERIFY(*remove(keychain, Key));
    QCOMPARE(read(keychain, Key)->error().kind, Kind::NotFound);
    QVERIFY(*remove(keychain, Key)); // nothing there any more: done all the same
}

void TestKeychain::profilesAreApart()
{
    ONLY_WHEN("unlocked");
    KeychainSecretStore ours = store();
    KeychainSecretStore theirs(QStringLiteral("Pennypost test 0123"));
    QVERIFY(*write(ours, Key, "ours"));
    QCOMPARE(read(theirs, Key)->error().kind, Kind::NotFound);
    QVERIFY(*write(theirs, Key, "theirs"));
    QVERIFY((*read(ours, Key))->bytes() == QByteArray("ours"));
    QVERIFY(*remove(theirs, Key));
    QVERIFY((*read(ours, Key))->bytes() == QByteArray("ours"));
    QVERIFY(*remove(ours, Key));
}

void TestKeychain::nulIsRefusedAndLeavesNothing()
{
    ONLY_WHEN("unlocked");
    // libsecret ends text at a NUL: what comes back is not what was written, and must not stay.
    KeychainSecretStore keychain = store();
    const auto written = write(keychain, Key, QByteArray("half\0other half", 15));
    QVERIFY(written);
    QVERIFY(!*written);
    QCOMPARE(written->error().kind, Kind::TooLong);
    QCOMPARE(read(keychain, Key)->error().kind, Kind::NotFound);
}

void TestKeychain::silentOnceTheContextIsGone()
{
    ONLY_WHEN("unlocked");
    KeychainSecretStore keychain = store();
    QVERIFY(*write(keychain, Key, "x"));
    bool answered = false;
    {
        QObject context;
        keychain.read(Key, &context, [&](const auto &) { answered = true; });
    }
    QVERIFY(*remove(keychain, Key)); // queued behind the read
    QVERIFY(!answered);
}

void TestKeychain::lockedWaitsForThePerson()
{
    ONLY_WHEN("locked");
    RefusingPrompter prompter;
    QVERIFY(prompter.listen());
    KeychainSecretStore keychain = store();
    std::optional<Result<void, SecretError>> answer;
    keychain.write(Key, Secret(QByteArray("never stored")), this,
                   [&](const Result<void, SecretError> &got) { answer = got; });
    // The prompt is up, nothing is answered, and the event loop goes on meanwhile.
    QTRY_VERIFY_WITH_TIMEOUT(prompter.isAsked(), Patience);
    QVERIFY(!answer);
    prompter.cancelAll();
    QTRY_VERIFY_WITH_TIMEOUT(answer, Patience);
    QVERIFY(!*answer);
    QVERIFY2(answer->error().kind == Kind::Locked, qPrintable(answer->error().detail));
}

void TestKeychain::lockedReading()
{
    ONLY_WHEN("locked");
    RefusingPrompter prompter;
    QVERIFY(prompter.listen());
    KeychainSecretStore keychain = store();
    // Nothing is stored under this key, and the names of what is stored can be read without unlocking.
    const auto got = read(keychain, QStringLiteral("account/nobody"));
    QVERIFY(got && !*got);
    QCOMPARE(got->error().kind, Kind::NotFound);
    QVERIFY(!prompter.isAsked());
}

void TestKeychain::noneSaysSoAtOnce()
{
    ONLY_WHEN("none");
    KeychainSecretStore keychain = store();
    for (const auto &error : {write(keychain, Key, "never stored")->error(), read(keychain, Key)->error(),
                              remove(keychain, Key)->error()})
        QVERIFY2(error.kind == Kind::NoKeychain, qPrintable(error.detail));
}

void TestKeychain::lockedMeanwhileIsNotMissing()
{
    ONLY_WHEN("unlocked");
    KeychainSecretStore keychain = store();
    QVERIFY(*write(keychain, Key, "there"));
    RefusingPrompter prompter;
    QVERIFY(prompter.listen());
    QDBusMessage lock = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"));
    lock << QVariant::fromValue(
        QList{QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/collection/login"))});
    QCOMPARE(QDBusConnection::sessionBus().call(lock).type(), QDBusMessage::ReplyMessage);

    std::optional<Result<Secret, SecretError>> answer;
    keychain.read(Key, this, [&](Result<Secret, SecretError> got) { answer.emplace(std::move(got)); });
    QTRY_VERIFY_WITH_TIMEOUT(prompter.isAsked(), Patience);
    prompter.cancelAll();
    QTRY_VERIFY_WITH_TIMEOUT(answer, Patience);
    QVERIFY(!*answer);
    QVERIFY2(answer->error().kind == Kind::Locked, qPrintable(answer->error().detail));
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
