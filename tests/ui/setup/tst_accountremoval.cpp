// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/setup/AccountsDialogTest.h"
#include "ui/setup/AccountAssistant.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace pennypost;

/// Removing an account in the accounts dialog: the question, the keychain's answer, and whom it is about.
class TestAccountRemoval : public AccountsDialogTest
{
    Q_OBJECT

private:
    /// Alice is being removed; her keychain has not answered.
    void removeAliceSlowly()
    {
        m_harness->keychain.held = true;
        m_harness->keychain.removeError = SecretError{SecretError::Kind::Locked, QStringLiteral("is locked")};
        click("remove");
        click("removeYes");
        QTRY_COMPARE(m_harness->keychain.waiting(), 1);
    }
    void answer()
    {
        m_harness->keychain.release();
        QTRY_VERIFY(visible("problemTitle"));
    }

private Q_SLOTS:
    void removesAfterAsking()
    {
        open();
        select(QStringLiteral("bob"));
        click("remove");
        QVERIFY(part<QLabel>("question")->text().contains(u"bob@example.org"));
        QCOMPARE(m_window->focusWidget(), part("removeNo")); // Enter does no harm
        QCOMPARE(m_harness->accounts.accounts().size(), 2);
        click("removeYes");
        QTRY_COMPARE(m_harness->accounts.accounts().size(), 1);
        QCOMPARE(m_harness->accounts.accounts().first().id, QStringLiteral("alice"));
        QVERIFY(!m_harness->keychain.contains(QStringLiteral("account/bob")));
        QVERIFY(m_harness->keychain.contains(QStringLiteral("account/alice")));
        QTRY_VERIFY(!part("question")->isVisible());
    }

    void afterTheLastTheFirstStepHasTheFocus()
    {
        open();
        for (const char *next : {"accounts", "addFirst"}) {
            click("remove");
            const auto before = m_harness->accounts.accounts().size();
            click("removeYes");
            QTRY_COMPARE(m_harness->accounts.accounts().size(), before - 1);
            QTRY_COMPARE(m_window->focusWidget(), part(next));
            QVERIFY(part(next)->hasFocus());
        }
    }

    void keepingKeeps()
    {
        open();
        part("accounts")->setFocus();
        QTest::keyClick(part("accounts"), Qt::Key_Delete);
        QVERIFY(part("question")->isVisible());
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Space);
        QVERIFY(!part("question")->isVisible());
        QCOMPARE(m_harness->accounts.accounts().size(), 2);
        QCOMPARE(m_harness->keychain.count(), 2);
    }

    void lockedKeychainIsTold()
    {
        open();
        m_harness->keychain.readError = SecretError{SecretError::Kind::Locked, QStringLiteral("is locked")};
        click("remove");
        click("removeYes");
        QTRY_VERIFY(part("leaveSecret")->isVisible());
        QCOMPARE(m_harness->accounts.accounts().size(), 2);
        click("remedy"); // try again, still locked
        QTRY_VERIFY(part("leaveSecret")->isEnabled());
        QCOMPARE(m_harness->accounts.accounts().size(), 2);
        click("leaveSecret");
        QTRY_COMPARE(m_harness->accounts.accounts().size(), 1);
    }

    /// Though no account is left to show: the password is looked for again at a press.
    void aPasswordThatStaysIsTold()
    {
        open();
        QVERIFY(m_harness->accounts.remove(QStringLiteral("bob")));
        connect(&m_harness->accounts, &AccountStore::changed, this, [this] {
            m_harness->keychain.put(QStringLiteral("account/alice"), "late");
            m_harness->keychain.removeError = SecretError{SecretError::Kind::Locked, {}};
        });
        click("remove");
        click("removeYes");
        QTRY_VERIFY(visible("problemTitle"));
        QVERIFY(ids().isEmpty());
        QVERIFY(part<QLabel>("problemSentence")->text().contains(u"account/alice"));
        QVERIFY(!visible("leaveSecret"));
        click("remedy"); // still locked
        QTRY_VERIFY(visible("remedy") && visible("remedy")->isEnabled());
        QVERIFY(m_harness->keychain.contains(QStringLiteral("account/alice")));
        m_harness->keychain.removeError.reset();
        click("remedy");
        QTRY_VERIFY(!visible("problemTitle"));
        QVERIFY(!m_harness->keychain.contains(QStringLiteral("account/alice")));
        QVERIFY(visible("addFirst"));
    }

    /// Whose question was answered is removed, and nobody else.
    void aSlowKeychainMixesNobodyUp_data()
    {
        QTest::addColumn<QString>("button");
        QTest::newRow("try again") << QStringLiteral("remedy");
        QTest::newRow("leave the password") << QStringLiteral("leaveSecret");
    }
    void aSlowKeychainMixesNobodyUp()
    {
        QFETCH(QString, button);
        open();
        removeAliceSlowly();
        select(QStringLiteral("bob"));
        part("accounts")->setFocus();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Down);
        QTest::keyClick(part("accounts"), Qt::Key_Delete);
        click("remove");
        answer();
        m_harness->keychain.removeError.reset();
        QTest::mouseClick(visible(button.toLatin1()), Qt::LeftButton);
        QTRY_COMPARE(ids(), QStringList{QStringLiteral("bob")});
        QVERIFY(m_harness->keychain.contains(QStringLiteral("account/bob")));
    }

    void nothingElseIsOfferedUntilItAnswers()
    {
        open();
        removeAliceSlowly();
        for (const char *name : {"accounts", "add", "edit", "test", "default", "remove"})
            QVERIFY2(!part(name)->isEnabled(), name);
        QVERIFY(part("close")->isEnabled());
        QVERIFY(!visible("waiting")); // not at once: most answer in no time
        QTRY_VERIFY(visible("waiting"));
        QVERIFY(!part<QLabel>("waiting")->text().isEmpty());
        QVERIFY(part("waiting")->isEnabled() && part("question")->isEnabled()); // legible
        QVERIFY(!part("removeYes")->isEnabled() && !part("removeNo")->isEnabled());
        answer();
        QVERIFY(!visible("waiting"));
        QCOMPARE(selected(), QStringLiteral("alice"));
        QVERIFY(visible("remedy")->hasFocus());
        for (const char *name : {"accounts", "add", "edit", "test", "remove"})
            QVERIFY2(part(name)->isEnabled(), name);
    }

    /// What comes from elsewhere meanwhile does not take the answer's place.
    void itsFailureIsShownWhateverHappens_data()
    {
        QTest::addColumn<QString>("event");
        QTest::newRow("an account is set up") << QStringLiteral("set up");
        QTest::newRow("another program removes it") << QStringLiteral("removed");
    }
    void itsFailureIsShownWhateverHappens()
    {
        QFETCH(QString, event);
        open();
        click("add");
        auto *assistant = m_window->findChild<AccountAssistant *>();
        removeAliceSlowly();
        if (event == u"set up")
            QTest::mouseClick(assistant->findChild<QWidget *>(QStringLiteral("practice")), Qt::LeftButton);
        else
            QVERIFY(m_harness->accounts.remove(QStringLiteral("alice")));
        answer();
        QVERIFY(!part("question")->isVisible());
        QVERIFY(visible("leaveSecret"));
        m_harness->keychain.removeError.reset();
        click("leaveSecret");
        QTRY_VERIFY(!visible("leaveSecret"));
        QVERIFY(!ids().contains(QStringLiteral("alice")));
        QVERIFY(ids().contains(QStringLiteral("bob")));
    }
};

QTEST_MAIN(TestAccountRemoval)
#include "tst_accountremoval.moc"
