// SPDX-License-Identifier: GPL-3.0-or-later
// What a keychain has that takes what it cannot hold or cannot give back, and what is told of it.
#include "core/secrets/ReadBack.h"
#include "tests/fakes/FakeSecretStore.h"

#include <QTest>

using namespace pennypost;

namespace {

using Kind = SecretError::Kind;
using Kept = SecretError::Kept;

struct Store
{
    std::optional<Kind> writing = {}; ///< fails as this
    std::optional<Kind> reading = {};
    std::optional<Kind> removing = {};
    std::optional<qsizetype> longest = {};
};

struct End
{
    std::optional<Kind> kind; ///< nothing: written
    Kept told = Kept::AsBefore;
    QByteArray kept; ///< under the key
};

std::optional<SecretError> asError(std::optional<Kind> kind)
{
    return kind ? std::optional(SecretError{*kind, QStringLiteral("why")}) : std::nullopt;
}

} // namespace

Q_DECLARE_METATYPE(Store)
Q_DECLARE_METATYPE(End)

class TestReadBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ends_data();
    void ends();
    void silentOnceTheContextIsGone();
};

void TestReadBack::ends_data()
{
    QTest::addColumn<Store>("given");
    QTest::addColumn<End>("end");
    const auto row = [](const char *name, const Store &given, const End &end) {
        QTest::newRow(name) << given << end;
    };
    row("written", {}, {{}, Kept::AsBefore, "secret"});
    row("not written", {.writing = Kind::Locked}, {Kind::Locked, Kept::AsBefore, "before"});
    row("cut short", {.longest = 3}, {Kind::TooLong, Kept::Nothing, ""});
    row("cut short, stays", {.removing = Kind::Denied, .longest = 3}, {Kind::TooLong, Kept::Perhaps, "sec"});
    row("not read back", {.reading = Kind::Denied}, {Kind::Denied, Kept::Nothing, ""});
    row("not there any more", {.reading = Kind::NotFound}, {Kind::NotFound, Kept::Nothing, ""});
    row("not read back, stays", {.reading = Kind::Locked, .removing = Kind::Locked},
        {Kind::Locked, Kept::Perhaps, "secret"});
}

void TestReadBack::ends()
{
    QFETCH(const Store, given);
    QFETCH(const End, end);
    const QString key = QStringLiteral("account/alice");
    const auto store = std::make_shared<FakeSecretStore>();
    store->put(key, "before");
    store->writeError = asError(given.writing);
    store->readError = asError(given.reading);
    store->removeError = asError(given.removing);
    store->longest = given.longest;
    std::optional<Result<void, SecretError>> answer;
    int answers = 0;
    writeAndReadBack(store, key, Secret(QByteArray("secret")), this,
                     [&](const Result<void, SecretError> &got) {
                         answer = got;
                         ++answers;
                     });
    QCOMPARE(answers, 0); // not within the call
    QTRY_VERIFY(answer);
    QCOMPARE(answers, 1);
    QCOMPARE(answer->hasValue(), !end.kind);
    QCOMPARE(store->bytes(key), end.kept);
    if (!end.kind)
        return;
    QCOMPARE(answer->error().kind, *end.kind);
    QCOMPARE(answer->error().kept, end.told);
}

void TestReadBack::silentOnceTheContextIsGone()
{
    const auto store = std::make_shared<FakeSecretStore>();
    bool answered = false;
    {
        QObject context;
        writeAndReadBack(store, QStringLiteral("k"), Secret(QByteArray("s")), &context,
                         [&](const auto &) { answered = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!answered);
    QCOMPARE(store.use_count(), 1); // and the secret is not kept waiting
}

QTEST_GUILESS_MAIN(TestReadBack)
#include "tst_readback.moc"
