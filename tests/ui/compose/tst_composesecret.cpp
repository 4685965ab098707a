// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"
#include "ui/common/PasswordField.h"
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
    void toBeRenewed_data();
    void toBeRenewed();
    void refusedGivesWayToTheKeychain();
    void mistypedForOneAccountAlone();
    void anotherAccountMeanwhile_data();
    void anotherAccountMeanwhile();
    void leavesNothingToUndo();
    void stillToTheRest();
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
    static QLineEdit *field(const Parts &parts) { return parts.strip->findChild<PasswordField *>(); }
    static void enter(const Parts &parts, const QString &password)
    {
        parts.click(enterPassword.toString());
        type(field(parts), password);
        parts.press(Qt::Key_Return, Qt::NoModifier);
    }
    static void chooseWork(const Parts &parts)
    {
        IdentityCombo &from = parts.head->from();
        from.setFocus();
        for (int i = 0; i < from.count() && parts.head->from().account()->id != u"work"; ++i)
            QTest::keyClick(&from, Qt::Key_Down);
        QCOMPARE(parts.head->from().account()->id, u"work"_qs);
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
    bench.providers = *ServerDiscovery::fromJson(
        R"({"version": 1, "providers": [{"name": "Example", "host": "smtp.example.org", "port": 465,
            "security": "tls", "appPasswordHelp": "https://example.org/help", "domains": ["example.org"]}]})");
    const Parts parts = sendWith(bench, SecretError::Kind::NoKeychain);
    enter(parts, u"quen"_qs);
    SubmissionError error;
    error.problem = Problem::WrongPassword;
    error.stage = Stage::Authenticate;
    error.reply = Reply{535, EnhancedStatus{5, 7, 8}, {"5.7.8 no"}};
    bench.submission()->fail(error);
    SOON(!parts.strip->showsProgress());
    QVERIFY(parts.isWritable());
    // What was typed is blamed, no stored password; and it may have been the wrong kind of one.
    QVERIFY(parts.strip->strip().sentence.contains(u"the password you entered"_qs));
    QVERIFY(parts.button(u"How to make an app password"_qs));
    enter(parts, u"queen"_qs);
    QCOMPARE(passwordOf(bench.submission(2)), QByteArray("queen"));
}

void TestComposeSecret::toBeRenewed_data()
{
    QTest::addColumn<bool>("renewed"); // else it was confirmed elsewhere, and counts again
    QTest::newRow("another one") << true;
    QTest::newRow("the same once more") << false;
}

void TestComposeSecret::toBeRenewed()
{
    QFETCH(bool, renewed);
    ComposeBench bench;
    const Parts parts = sendWith(bench, SecretError::Kind::NoKeychain);
    enter(parts, u"queen"_qs);
    SubmissionError error;
    error.problem = Problem::PasswordChangeNeeded;
    error.stage = Stage::Authenticate;
    error.reply = Reply{432, EnhancedStatus{4, 7, 12}, {"4.7.12 A password transition is needed"}};
    const auto refuse = [&](qsizetype attempt) {
        QCOMPARE(passwordOf(bench.submission(attempt)), QByteArray("queen"));
        bench.submission(attempt)->fail(error);
        SOON(!parts.strip->showsProgress());
        QVERIFY(parts.button(u"Try again"_qs));
        QVERIFY(parts.button(enterPassword.toString()));
    };
    refuse(1);
    parts.click(u"Try again"_qs);
    refuse(2); // and on, until it is renewed
    renewed ? enter(parts, u"queen of hearts"_qs) : parts.click(u"Try again"_qs);
    QCOMPARE(passwordOf(bench.submission(3)), renewed ? QByteArray("queen of hearts") : QByteArray("queen"));
}

void TestComposeSecret::refusedGivesWayToTheKeychain()
{
    ComposeBench bench;
    const Parts parts = sendWith(bench, SecretError::Kind::Locked);
    enter(parts, u"quen"_qs);
    bench.submission()->fail(Problem::WrongPassword, Stage::Authenticate);
    SOON(!parts.strip->showsProgress());
    bench.keychain.readError.reset(); // unlocked meanwhile
    parts.press(Qt::Key_Return);
    QCOMPARE(passwordOf(bench.submission(2)), QByteArray("wonderland"));
    // That one is not typed: the ordinary remedies again.
    bench.submission(2)->fail(Problem::WrongPassword, Stage::Authenticate);
    SOON(!parts.strip->showsProgress());
    QVERIFY(!parts.button(enterPassword.toString()));
}

/// Another account's password was not typed, and another one typed here would not help.
void TestComposeSecret::mistypedForOneAccountAlone()
{
    ComposeBench bench;
    const Parts parts = sendWith(bench, SecretError::Kind::Locked);
    enter(parts, u"queen of hearts"_qs);
    bench.submission()->fail(Problem::Offline, Stage::Connect);
    SOON(!parts.strip->showsProgress());
    bench.keychain.readError.reset();
    chooseWork(parts);
    parts.press(Qt::Key_Return);
    QCOMPARE(passwordOf(bench.submission(2)), QByteArray("wonderland"));
    bench.submission(2)->fail(Problem::WrongPassword, Stage::Authenticate);
    SOON(!parts.strip->showsProgress());
    QVERIFY(!parts.button(enterPassword.toString()));
}

void TestComposeSecret::anotherAccountMeanwhile_data()
{
    QTest::addColumn<QString>("change");
    for (const char *change : {"From", "server", "user name", "account removed"})
        QTest::newRow(change) << QString::fromLatin1(change);
}

/// A password is for the account whose name stands above the field.
void TestComposeSecret::anotherAccountMeanwhile()
{
    QFETCH(QString, change);
    ComposeBench bench;
    const Parts parts = sendWith(bench, SecretError::Kind::Locked);
    Account alice = *bench.accounts->find(u"alice"_qs);
    parts.click(enterPassword.toString());
    type(field(parts), u"queen of hearts"_qs);
    if (change == u"From") {
        chooseWork(parts);
        QVERIFY(!parts.strip->isUp());
    } else {
        if (change == u"server")
            alice.server.host = u"mail.example.com"_qs;
        if (change == u"user name")
            alice.server.userName = u"duchess"_qs;
        QVERIFY(change == u"account removed" ? bench.accounts->remove(alice.id)
                                             : bench.accounts->update(alice));
        parts.click(u"Send with this password"_qs);
        QVERIFY(parts.strip->isUp());
        QCOMPARE(parts.strip->strip().fieldSecret, change != u"account removed");
        if (change != u"account removed") {
            // Asked anew, by the new name.
            QVERIFY(parts.strip->strip().title.contains(change == u"server" ? alice.server.host
                                                                            : alice.server.userName));
        }
    }
    QVERIFY(field(parts)->text().isEmpty());
    QTest::qWait(0);
    bench.items(); // the store has answered
    QCOMPARE(bench.submitter->count(), 0);
    std::optional<bool> known;
    QObject context;
    bench.session.read(secretKey(alice), &context,
                       [&](const Result<Secret, SecretError> &read) { known = read.hasValue(); });
    SOON(known.has_value());
    QVERIFY(!*known);
}

void TestComposeSecret::leavesNothingToUndo()
{
    ComposeBench bench;
    const Parts parts = sendWith(bench, SecretError::Kind::Locked);
    parts.click(enterPassword.toString());
    type(field(parts), u"queen of hearts"_qs);
    parts.strip->dismiss();
    QVERIFY(field(parts)->text().isEmpty());
    field(parts)->undo();
    QVERIFY(field(parts)->text().isEmpty());
}

/// Whoever was refused a moment ago is not addressed again because a keyring was locked.
void TestComposeSecret::stillToTheRest()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net, carol@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    SubmissionError error;
    error.problem = Problem::RecipientsRefused;
    error.stage = Stage::Recipients;
    error.reply = Reply{550, EnhancedStatus{5, 1, 1}, {"5.1.1 no such user"}};
    error.refused = {{u"carol@example.net"_qs, *error.reply}};
    bench.submission()->fail(error);
    SOON(!parts.strip->showsProgress());
    bench.keychain.readError = SecretError{SecretError::Kind::Locked, {}};
    parts.click(u"Send to the others"_qs);
    SOON(parts.button(enterPassword.toString()));
    enter(parts, u"queen of hearts"_qs);
    const auto recipients = [&](qsizetype n) {
        return bench.submission(n)->request().letter->envelope.forwardPaths.size();
    };
    QCOMPARE(recipients(2), 1);
    bench.submission(2)->fail(Problem::Offline, Stage::Connect);
    SOON(!parts.strip->showsProgress());
    parts.click(u"Try again"_qs);
    QCOMPARE(recipients(3), 1);
    // A link lost after the dot: the same letter to the same people.
    bench.submission(3)->reportFinalDotDue();
    SOON(bench.submission(3)->isFinalDotReleased());
    bench.submission(3)->fail(Problem::MayHaveBeenSent, Stage::FinalDot);
    SOON(!parts.strip->showsProgress());
    parts.click(u"Send again"_qs);
    QCOMPARE(recipients(4), 1);
    bench.submission(4)->fail(Problem::Offline, Stage::Connect);
    SOON(!parts.strip->showsProgress());
    type(parts.body, u" more"_qs); // another letter than was refused
    parts.click(u"Try again"_qs);
    QCOMPARE(recipients(5), 2);
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
