// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/WordsCheck.h"

#include <QSet>
#include <QTest>

using namespace pennypost;

/// Words for what goes wrong on this side of the wire: keychain, store, and what a letter lacks.
class TestLocalProblemText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secrets_data();
    void secrets();
    void desktop_data();
    void desktop();
    void storeErrors();
    void findings();
    void addressesAndStages();
    void oneLine_data();
    void oneLine();
};

void TestLocalProblemText::secrets_data()
{
    QTest::addColumn<Desktop>("where");
    QTest::addColumn<QString>("name");
    QTest::newRow("GNOME") << Desktop::Gnome << QStringLiteral("Passwords and Keys");
    QTest::newRow("KDE") << Desktop::Kde << QStringLiteral("KDE Wallet");
    QTest::newRow("others") << Desktop::OtherUnix << QStringLiteral("KeePassXC");
    QTest::newRow("Windows") << Desktop::Windows << QStringLiteral("Credential Manager");
    QTest::newRow("macOS") << Desktop::MacOs << QStringLiteral("Keychain");
}

void TestLocalProblemText::secrets()
{
    QFETCH(Desktop, where);
    QFETCH(QString, name);
    QSet<QString> titles;
    QSet<QString> sentences;
    for (int i = 0; i <= int(SecretError::Kind::Other); ++i) {
        const ProblemText words =
            ProblemWords::of(SecretError{SecretError::Kind(i), QStringLiteral("D-Bus says no")}, where);
        checkWords(words);
        QVERIFY(words.remedy != Remedy::None);
        QCOMPARE(words.serverWords, QStringLiteral("D-Bus says no"));
        titles.insert(words.title);
        sentences.insert(words.sentence);
    }
    QCOMPARE(titles.size(), int(SecretError::Kind::Other) + 1);
    QCOMPARE(sentences.size(), int(SecretError::Kind::Other) + 1);

    // Whatever stands in the way of reading one, a person can go on without the keychain.
    for (const auto kind : {SecretError::Kind::NoKeychain, SecretError::Kind::Locked,
                            SecretError::Kind::Denied, SecretError::Kind::Other}) {
        const ProblemText words = ProblemWords::of(SecretError{kind, {}}, where);
        QCOMPARE(words.remedy, Remedy::TryAgain);
        QCOMPARE(words.secondRemedy, Remedy::KeepForSession);
    }
    // Keeping one that was typed and reading one that is kept fail in different words.
    for (const auto kind : {SecretError::Kind::NoKeychain, SecretError::Kind::Denied})
        QVERIFY(ProblemWords::of(SecretError{kind, {}}, where, SecretUse::Write).title !=
                ProblemWords::of(SecretError{kind, {}}, where, SecretUse::Read).title);
    const ProblemText none = ProblemWords::of(SecretError{SecretError::Kind::NoKeychain, {}}, where);
    QVERIFY(none.sentence.contains(name));
    QCOMPARE(none.secondRemedy, Remedy::KeepForSession);
    QCOMPARE(ProblemWords::of(SecretError{SecretError::Kind::NotFound, {}}, where).remedy,
             Remedy::EditPassword);
}

void TestLocalProblemText::desktop_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<Desktop>("wanted");
    QTest::newRow("GNOME") << QByteArray("GNOME") << Desktop::Gnome;
    QTest::newRow("Ubuntu") << QByteArray("ubuntu:GNOME") << Desktop::Gnome;
    QTest::newRow("Cinnamon") << QByteArray("X-Cinnamon") << Desktop::Gnome;
    QTest::newRow("KDE") << QByteArray("KDE") << Desktop::Kde;
    QTest::newRow("sway") << QByteArray("sway") << Desktop::OtherUnix;
    QTest::newRow("none") << QByteArray() << Desktop::OtherUnix;
}

void TestLocalProblemText::desktop()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    QSKIP("The system decides here, not the variable");
#endif
    QFETCH(QByteArray, variable);
    QFETCH(Desktop, wanted);
    const QByteArray before = qgetenv("XDG_CURRENT_DESKTOP");
    qputenv("XDG_CURRENT_DESKTOP", variable);
    QCOMPARE(currentDesktop(), wanted);
    const SecretError none{SecretError::Kind::NoKeychain, {}};
    QCOMPARE(ProblemWords::of(none).sentence, ProblemWords::of(none, wanted).sentence);
    qputenv("XDG_CURRENT_DESKTOP", before);
}

void TestLocalProblemText::storeErrors()
{
    QSet<QString> seen;
    for (int i = 0; i <= int(StoreError::Kind::Failed); ++i) {
        const ProblemText words =
            ProblemWords::of(StoreError{StoreError::Kind(i), QStringLiteral("/a/b: ENOSPC")});
        checkWords(words);
        // Of what is not there, or no draft, all that is known is an id of ours.
        const bool id = StoreError::Kind(i) == StoreError::Kind::NotFound ||
                        StoreError::Kind(i) == StoreError::Kind::NoDraft;
        QCOMPARE(words.serverWords, id ? QString() : QStringLiteral("/a/b: ENOSPC"));
        // It is shown in places that have no room for more than the sentence.
        QVERIFY2(!words.sentence.contains(u"below"), qPrintable(words.sentence));
        // And where no letter is open, or one that may have been sent.
        for (const QStringView untrue : {u"still open", u"othing was sent", u"as a file on"})
            QVERIFY2(!words.sentence.contains(untrue), qPrintable(words.sentence));
        QVERIFY(words.remedy != Remedy::SaveLetter && words.secondRemedy != Remedy::SaveLetter);
        seen.insert(words.title);
        seen.insert(words.sentence);
    }
    QCOMPARE(seen.size(), 2 * (int(StoreError::Kind::Failed) + 1));
    // What the system does not tell apart is not taken for the one or the other.
    const QString unread = ProblemWords::of(StoreError{StoreError::Kind::CannotRead, {}}).sentence;
    for (const QStringView cause : {u"allowed", u"another program", u"disk"})
        QVERIFY2(unread.contains(cause), qPrintable(unread));
}

void TestLocalProblemText::findings()
{
    using Kind = SendFinding::Kind;
    QSet<QString> seen;
    for (int i = 0; i <= int(Kind::ForbiddenHeader); ++i) {
        const SendFinding finding{Kind(i), SendFinding::Level::Block, SendFinding::Field::To,
                                  QStringLiteral("culprit")};
        const ProblemText words = ProblemWords::of(finding);
        checkWords(words);
        const bool named = Kind(i) == Kind::BrokenAddress || Kind(i) == Kind::MissingFile ||
                           Kind(i) == Kind::ChangedFile || Kind(i) == Kind::UnreadableFile ||
                           Kind(i) == Kind::ForbiddenHeader;
        QCOMPARE(words.sentence.contains(u"culprit"), named);
        seen.insert(words.title);
        seen.insert(words.sentence);
    }
    QCOMPARE(seen.size(), 2 * (int(Kind::ForbiddenHeader) + 1));

    SendFinding broken{Kind::BrokenAddress, SendFinding::Level::Block, SendFinding::Field::From, {}};
    QCOMPARE(ProblemWords::of(broken).remedy, Remedy::EditSender);
    broken.field = SendFinding::Field::Bcc;
    QCOMPARE(ProblemWords::of(broken).remedy, Remedy::EditRecipients);
}

void TestLocalProblemText::addressesAndStages()
{
    QSet<QString> seen;
    for (int i = 0; i <= int(MailboxError::TooDeep); ++i) {
        const QString words = ProblemWords::of(MailboxError(i));
        QVERIFY(words.endsWith(u'.'));
        seen.insert(words);
    }
    QCOMPARE(seen.size(), int(MailboxError::TooDeep) + 1);
    seen.clear();
    for (int i = 0; i <= int(Stage::Done); ++i) {
        QVERIFY(!ProblemWords::of(Stage(i)).isEmpty());
        seen.insert(ProblemWords::of(Stage(i)));
    }
    QCOMPARE(seen.size(), int(Stage::Done) + 1);
}

void TestLocalProblemText::oneLine_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("line");
    QTest::newRow("both") << u"It broke"_qs << u"Mend it."_qs << u"It broke. Mend it."_qs;
    QTest::newRow("a question") << u"Did it?"_qs << u"Look there."_qs << u"Did it? Look there."_qs;
    QTest::newRow("title alone") << u"It broke"_qs << QString() << u"It broke"_qs;
    QTest::newRow("sentence alone") << QString() << u"Mend it."_qs << u"Mend it."_qs;
    QTest::newRow("place markers") << u"“%2” broke"_qs << u"%1"_qs << u"“%2” broke. %1"_qs;
}

void TestLocalProblemText::oneLine()
{
    QFETCH(QString, title);
    QFETCH(QString, sentence);
    ProblemText words;
    words.title = title;
    words.sentence = sentence;
    QTEST(words.inOneLine(), "line");
}

QTEST_MAIN(TestLocalProblemText)
#include "tst_localproblemtext.moc"
