// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/CredentialSource.h"
#include "core/secrets/KeychainError.h"
#include "core/secrets/SessionSecretStore.h"
#include "tests/fakes/FakeSecretStore.h"

#include <QTest>

#include <optional>

using namespace pennypost;
using Kind = SecretError::Kind;

class TestSecretStores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sessionKeepsReadsAndRemoves();
    void sessionAnswersFromTheEventLoop();
    void sessionAnswersWhatWasThereAtTheCall();
    void sessionIsSilentOnceTheContextIsGone();
    void credentialFrom_data();
    void credentialFrom();
    void credentialPassesTheErrorOn();
    void refusedSecretIsForgotten_data();
    void refusedSecretIsForgotten();
    void credentialWithoutSignIn_data();
    void credentialWithoutSignIn();
    void keychainErrors_data();
    void keychainErrors();
};

namespace {

using ReadAnswer = std::optional<Result<Secret, SecretError>>;

ReadAnswer read(SecretStore &store, const QString &key)
{
    ReadAnswer answer;
    QObject context;
    store.read(key, &context, [&](Result<Secret, SecretError> got) { answer.emplace(std::move(got)); });
    (void)QTest::qWaitFor([&] { return answer.has_value(); });
    return answer;
}

bool write(SecretStore &store, const QString &key, const QByteArray &bytes)
{
    bool done = false;
    QObject context;
    store.write(key, Secret(bytes), &context,
                [&](const Result<void, SecretError> &got) { done = got.hasValue(); });
    return QTest::qWaitFor([&] { return done; });
}

bool remove(SecretStore &store, const QString &key)
{
    bool done = false;
    QObject context;
    store.remove(key, &context, [&](const Result<void, SecretError> &got) { done = got.hasValue(); });
    return QTest::qWaitFor([&] { return done; });
}

Account account(SecretPlace place)
{
    Account account;
    account.id = QStringLiteral("alice");
    account.identities = {{{{}, QStringLiteral("alice"), QStringLiteral("example.org")}}};
    account.server.host = QStringLiteral("smtp.example.org");
    account.server.userName = QStringLiteral("alice@example.org");
    account.secretPlace = place;
    return account;
}

} // namespace

void TestSecretStores::sessionKeepsReadsAndRemoves()
{
    SessionSecretStore store;
    const QString key = QStringLiteral("account/a");
    QCOMPARE(read(store, key)->error().kind, Kind::NotFound);
    QVERIFY(remove(store, key)); // what is not there
    const QByteArray secret("p\xc3\xa4ss\0word ", 11);
    QVERIFY(write(store, key, secret));
    QVERIFY((*read(store, key))->bytes() == secret);
    QVERIFY((*read(store, key))->bytes() == secret); // reading takes nothing away
    QVERIFY(write(store, key, "other"));
    QVERIFY((*read(store, key))->bytes() == QByteArray("other"));
    QVERIFY(write(store, QStringLiteral("account/b"), "b"));
    QVERIFY(remove(store, key));
    QCOMPARE(read(store, key)->error().kind, Kind::NotFound);
    QVERIFY((*read(store, QStringLiteral("account/b")))->bytes() == QByteArray("b"));
}

void TestSecretStores::sessionAnswersFromTheEventLoop()
{
    SessionSecretStore store;
    QObject context;
    int answers = 0;
    store.write(QStringLiteral("k"), Secret(QByteArray("s")), &context, [&](const auto &) { ++answers; });
    store.read(QStringLiteral("k"), &context, [&](const auto &) { ++answers; });
    store.remove(QStringLiteral("k"), &context, [&](const auto &) { ++answers; });
    QCOMPARE(answers, 0);
    QCoreApplication::processEvents();
    QCOMPARE(answers, 3);
}

void TestSecretStores::sessionAnswersWhatWasThereAtTheCall()
{
    SessionSecretStore store;
    QVERIFY(write(store, QStringLiteral("k"), "first"));
    QObject context;
    QByteArray got;
    store.read(QStringLiteral("k"), &context, [&](const Result<Secret, SecretError> &answer) {
        got = answer ? answer.value().bytes().toByteArray() : QByteArray("none");
    });
    store.remove(QStringLiteral("k"), &context, [](const auto &) {});
    QCoreApplication::processEvents();
    QCOMPARE(got, QByteArray("first"));
}

void TestSecretStores::sessionIsSilentOnceTheContextIsGone()
{
    SessionSecretStore store;
    bool answered = false;
    {
        QObject context;
        store.write(QStringLiteral("k"), Secret(QByteArray("s")), &context,
                    [&](const auto &) { answered = true; });
        store.read(QStringLiteral("k"), &context, [&](const auto &) { answered = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!answered);
    QVERIFY(read(store, QStringLiteral("k"))->hasValue()); // it was written all the same
}

void TestSecretStores::credentialFrom_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<bool>("kept");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("keychain") << int(SecretPlace::Keychain) << false << QByteArray("from the keychain");
    QTest::newRow("keychain, but one is kept for this session")
        << int(SecretPlace::Keychain) << true << QByteArray("from memory");
    QTest::newRow("session") << int(SecretPlace::Session) << true << QByteArray("from memory");
}

void TestSecretStores::credentialFrom()
{
    QFETCH(int, place);
    QFETCH(bool, kept);
    QFETCH(QByteArray, secret);
    FakeSecretStore keychain;
    SessionSecretStore session;
    const Account wanted = account(SecretPlace(place));
    QCOMPARE(secretKey(wanted), QStringLiteral("account/alice"));
    keychain.put(secretKey(wanted), "from the keychain");
    if (kept)
        QVERIFY(write(session, secretKey(wanted), "from memory"));

    StoredCredentialSource source(keychain, session);
    std::optional<Result<Access, SubmissionError>> answer;
    source.access(wanted, this, [&](Result<Access, SubmissionError> got) { answer.emplace(std::move(got)); });
    QVERIFY(!answer);
    QTRY_VERIFY(answer);
    QVERIFY(*answer);
    QCOMPARE(answer->value().server, wanted.server);
    QCOMPARE(answer->value().credential.kind, Credential::Kind::Password);
    QCOMPARE(answer->value().credential.userName, wanted.server.userName);
    QVERIFY(answer->value().credential.secret.bytes() == secret);
}

void TestSecretStores::credentialPassesTheErrorOn()
{
    FakeSecretStore keychain;
    keychain.readError = SecretError{Kind::Locked, QStringLiteral("locked collection")};
    SessionSecretStore session;
    StoredCredentialSource source(keychain, session);
    std::optional<Result<Access, SubmissionError>> answer;
    const auto keep = [&](Result<Access, SubmissionError> got) { answer.emplace(std::move(got)); };
    source.access(account(SecretPlace::Keychain), this, keep);
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error().problem, Problem::SecretUnavailable);
    QCOMPARE(answer->error().stage, Stage::Preparing);
    QCOMPARE(answer->error().secret, Kind::Locked);
    QCOMPARE(answer->error().detail, QStringLiteral("locked collection"));
    // An account of the session never looks into the keychain.
    answer.reset();
    source.access(account(SecretPlace::Session), this, keep);
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error().secret, Kind::NotFound);
}

void TestSecretStores::refusedSecretIsForgotten_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<bool>("forgotten");
    QTest::newRow("typed in the keychain's stead") << int(SecretPlace::Keychain) << true;
    QTest::newRow("has no other place") << int(SecretPlace::Session) << false;
    QTest::newRow("no secret") << int(SecretPlace::None) << false;
}

void TestSecretStores::refusedSecretIsForgotten()
{
    QFETCH(int, place);
    QFETCH(bool, forgotten);
    FakeSecretStore keychain;
    SessionSecretStore session;
    const Account wanted = account(SecretPlace(place));
    Account other = wanted;
    other.id = QStringLiteral("bob");
    keychain.put(secretKey(wanted), "from the keychain");
    QVERIFY(write(session, secretKey(wanted), "mistyped"));
    QVERIFY(write(session, secretKey(other), "another's"));

    StoredCredentialSource source(keychain, session);
    CredentialSource &any = source;
    any.refused(wanted);
    QCOMPARE(!read(session, secretKey(wanted))->hasValue(), forgotten);
    QVERIFY(read(session, secretKey(other))->hasValue());
    QCOMPARE(keychain.bytes(secretKey(wanted)), QByteArray("from the keychain"));
}

void TestSecretStores::credentialWithoutSignIn_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<QString>("userName");
    QTest::newRow("no secret") << int(SecretPlace::None) << QStringLiteral("alice");
    QTest::newRow("no user name") << int(SecretPlace::Keychain) << QString();
}

void TestSecretStores::credentialWithoutSignIn()
{
    QFETCH(int, place);
    QFETCH(QString, userName);
    FakeSecretStore keychain;
    FakeSecretStore session;
    Account wanted = account(SecretPlace(place));
    wanted.server.userName = userName;
    keychain.put(secretKey(wanted), "never read");
    StoredCredentialSource source(keychain, session);
    std::optional<Result<Access, SubmissionError>> answer;
    source.access(wanted, this, [&](Result<Access, SubmissionError> got) { answer.emplace(std::move(got)); });
    QVERIFY(!answer);
    QTRY_VERIFY(answer);
    QVERIFY(*answer);
    QCOMPARE(answer->value().credential.kind, Credential::Kind::None);
    QVERIFY(answer->value().credential.secret.isEmpty());
}

void TestSecretStores::keychainErrors_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, int code, const char *text, Kind kind) {
        QTest::newRow(name) << code << QString::fromUtf8(text) << int(kind);
    };
    row("not found", 1, "Entry not found", Kind::NotFound);
    row("not deleted", 2, "Could not delete", Kind::Other);
    row("person said no", 3, "Access to keychain denied", Kind::Denied);
    row("locked collection", 4, "Cannot create an item in a locked collection", Kind::Locked);
    row("locked, in German", 4, "Zugriff verweigert", Kind::Locked);
    row("no backend", 5, "No keychain service available", Kind::NoKeychain);
    row("not implemented", 6, "", Kind::NoKeychain);
    row("no bus", 7, "Cannot autolaunch D-Bus without X11 $DISPLAY", Kind::NoKeychain);
    row("no bus, in German", 7, "D-Bus kann nicht automatisch ohne X11-$DISPLAY gestartet werden",
        Kind::NoKeychain);
    row("no Secret Service", 7, "The name org.freedesktop.secrets was not provided by any .service files",
        Kind::NoKeychain);
    row("no KWallet", 7, "The name org.kde.kwalletd5 was not provided by any .service files",
        Kind::NoKeychain);
    row("stale bus", 7, "Could not connect: Connection refused", Kind::NoKeychain);
    row("no libsecret", 7, "Unknown error", Kind::NoKeychain);
    row("no libsecret, no text", 7, "", Kind::NoKeychain);
    row("locked by text", 7, "The collection is Locked", Kind::Locked);
    row("too long", 7, "Credential size exceeds maximum size of 2560", Kind::TooLong);
    row("anything else", 7, "The moon is full", Kind::Other);
    row("a code from tomorrow", 99, "?", Kind::Other);
}

void TestSecretStores::keychainErrors()
{
    QFETCH(int, code);
    QFETCH(QString, text);
    QFETCH(int, kind);
    const SecretError error = secretErrorOf(code, text);
    QCOMPARE(int(error.kind), kind);
    QCOMPARE(error.detail, text);
}

QTEST_GUILESS_MAIN(TestSecretStores)
#include "tst_secretstores.moc"
