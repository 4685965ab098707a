// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"
#include "ui/common/ProblemText.h"

#include <QApplication>
#include <QToolButton>

using namespace pennypost;

Q_DECLARE_METATYPE(pennypost::SecretError::Kind)

namespace {

constexpr QStringView enterPassword = u"Enter the password for this session";

} // namespace

/// A keychain that gives no password when a letter is sent: what is said, and the two ways on.
class TestComposeSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatHappened_data();
    void saysWhatHappened();
    void triesAgain();
    void sendsWithAPassword();
    void keptForTheSessionAlone();
    void mistyped();
    void nothingTyped();
    void shownOnlyOnDemand();
    void practiceWantsNone();

private:
    static Parts write(ComposeBench &bench)
    {
        const Parts parts(bench.open());
        parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"words"_qs);
        return parts;
    }
    /// Pressed Send, with the keychain in this state.
    static Parts sendWith(ComposeBench &bench, SecretError::Kind kind)
    {
        bench.keychain.readError = SecretError{kind, u"the keychain's own words"_qs};
        const Parts parts = write(bench);
        parts.press(Qt::Key_Return);
        if (!QTest::qWaitFor([&] { return parts.strip->isUp() && !parts.strip->showsProgress(); }, patience))
            qFatal("the letter does not come back");
        return parts;
    }
    static QLineEdit *field(const Parts &parts) { return parts.strip->findChild<QLineEdit *>(); }
    static void enter(const Parts &parts, const QString &password)
    {
        parts.click(enterPassword.toString());
        type(field(parts), password);
        parts.press(Qt::Key_Return, Qt::NoModifier);
    }
    static QByteArray passwordOf(FakeSubmission *submission)
    {
        return submission->request().credential.secret.bytes().toByteArray();
    }
};

void TestComposeSecret::saysWhatHappened_data()
{
    using Kind = SecretError::Kind;
    QTest::addColumn<SecretError::Kind>("kind");
    QTest::addColumn<bool>("mayWorkLater");
    QTest::newRow("locked") << Kind::Locked << true;
    QTest::newRow("absent") << Kind::NoKeychain << true;
    QTest::newRow("denied") << Kind::Denied << true;
    QTest::newRow("something else") << Kind::Other << true;
    QTest::newRow("empty") << Kind::NotFound << false;
}

void TestComposeSecret::saysWhatHappened()
{
    QFETCH(SecretError::Kind, kind);
    QFETCH(bool, mayWorkLater);
    ComposeBench bench;
    const Parts parts = sendWith(bench, kind);
    const ProblemText words = ProblemWords::of(SecretError{kind, u"the keychain's own words"_qs});
    QCOMPARE(parts.strip->strip().title, words.title);
    QCOMPARE(parts.strip->strip().sentence, words.sentence); // the remedy by its name on this desktop
    QCOMPARE(parts.strip->strip().details, words.serverWords);
    QCOMPARE(parts.button(u"Try again"_qs) != nullptr, mayWorkLater);
    QVERIFY(parts.button(enterPassword.toString()));
    QVERIFY(parts.isWritable());
    QCOMPARE(bench.submitter->count(), 0);
    QCOMPARE(bench.items().size(), 0);
}

void TestComposeSecret::triesAgain()
{
    ComposeBench bench;
    const Parts parts = sendWith(bench, SecretError::Kind::Locked);
    bench.keychain.readError.reset(); // unlocked meanwhile
    parts.click(u"Try again"_qs);
    QCOMPARE(passwordOf(bench.submission()), QByteArray("wonderland"));
}

void TestComposeSecret::sendsWithAPassword()
{
    ComposeBench bench;
    const Parts parts = sendWith(bench, SecretError::Kind::Locked);
    const QPointer<ComposeWindow> window = parts.window;
    parts.click(enterPassword.toString());
    QVERIFY(parts.strip->strip().title.contains(u"smtp.example.org"_qs)); // whose it is
    QCOMPARE(QApplication::focusWidget(), field(parts));
    type(field(parts), u"queen of hearts"_qs);
    parts.click(u"Send with this password"_qs);
    QVERIFY(field(parts)->text().isEmpty()); // not even out of sight
    QCOMPARE(passwordOf(bench.submission()), QByteArray("queen of hearts"));
    bench.submission()->accept();
    SOON(!window);
}

void TestComposeSecret::keptForTheSessionAlone()
{
    ComposeBench bench;
    enter(sendWith(bench, SecretError::Kind::Locked), u"queen of hearts"_qs);
    bench.submission()->accept();
    const QString key = secretKey(*bench.accounts->find(u"alice"_qs));
    QCOMPARE(bench.keychain.bytes(key), QByteArray("wonderland")); // nothing went there
    QCOMPARE(bench.accounts->find(u"alice"_qs)->secretPlace, SecretPlace::Keychain);
    // The next letter asks for nothing.
    write(bench).press(Qt::Key_Return);
    QCOMPARE(passwordOf(bench.submission(2)), QByteArray("queen of hearts"));
}

void TestComposeSecret::mistyped()
{
    ComposeBench bench;
    const Parts parts = sendWith(bench, SecretError::Kind::NoKeychain);
    enter(parts, u"quen"_qs);
    bench.submission()->fail(Problem::WrongPassword, Stage::Authenticate);
    SOON(!parts.strip->showsProgress());
    QVERIFY(parts.isWritable());
    enter(parts, u"queen"_qs);
    QCOMPARE(passwordOf(bench.submission(2)), QByteArray("queen"));
}

void TestComposeSecret::nothingTyped()
{
    ComposeBench bench;
    const Parts parts = sendWith(bench, SecretError::Kind::Locked);
    enter(parts, QString());
    QVERIFY(parts.strip->isUp());
    QCOMPARE(QApplication::focusWidget(), field(parts));
    QTest::qWait(0);
    QCOMPARE(bench.submitter->count(), 0);
}

void TestComposeSecret::shownOnlyOnDemand()
{
    ComposeBench bench;
    const Parts parts = sendWith(bench, SecretError::Kind::Locked);
    parts.click(enterPassword.toString());
    QCOMPARE(field(parts)->echoMode(), QLineEdit::Password);
    QToolButton *reveal = nullptr;
    for (QToolButton *button : parts.strip->findChildren<QToolButton *>()) {
        if (button->accessibleName() == u"Show the password")
            reveal = button;
    }
    QVERIFY(reveal && reveal->isVisible());
    parts.press(Qt::Key_Tab, Qt::NoModifier);
    QCOMPARE(QApplication::focusWidget(), reveal);
    parts.press(Qt::Key_Space, Qt::NoModifier);
    QCOMPARE(field(parts)->echoMode(), QLineEdit::Normal);
    QCOMPARE(reveal->accessibleName(), u"Hide the password"_qs);
    parts.strip->dismiss();
    parts.body->setFocus();
    parts.press(Qt::Key_Return);
    SOON(parts.button(enterPassword.toString()));
    parts.click(enterPassword.toString());
    QCOMPARE(field(parts)->echoMode(), QLineEdit::Password); // dots again
}

void TestComposeSecret::practiceWantsNone()
{
    ComposeBench bench;
    Account practice = *bench.accounts->find(u"alice"_qs);
    practice.practice = true;
    QVERIFY(bench.accounts->update(practice));
    const Parts parts = sendWith(bench, SecretError::Kind::Other);
    QVERIFY(!parts.button(enterPassword.toString()));
}

QTEST_MAIN(TestComposeSecret)
#include "tst_composesecret.moc"
