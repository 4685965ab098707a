// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/RecipientField.h"
#include "ui/compose/RecipientSuggestions.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>
#include <QVBoxLayout>

using namespace pennypost;

namespace {

const Mailbox ann{QStringLiteral("Ann Lee"), QStringLiteral("ann"), QStringLiteral("x.example")};
const Mailbox anton{QString(), QStringLiteral("anton"), QStringLiteral("y.example")};
const Mailbox comma{QStringLiteral("Anders, Bo"), QStringLiteral("bo"), QStringLiteral("z.example")};

QList<KnownRecipient> known(const MailboxList &mailboxes)
{
    QList<KnownRecipient> list;
    for (const Mailbox &mailbox : mailboxes)
        list.append({mailbox, 1, {}});
    return list;
}

} // namespace

class TestRecipientSuggestions : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QWidget> m_window;
    RecipientField *m_field = nullptr;
    std::unique_ptr<QSignalSpy> m_wanted;

    QTextEdit *edit() const { return qobject_cast<QTextEdit *>(m_field->input()); }
    QAbstractItemView *list() const { return m_field->findChild<RecipientSuggestions *>()->popup(); }
    /// As somebody types it, with the answer that comes then.
    void type(const QString &text, const MailboxList &answer = {ann, anton, comma})
    {
        m_wanted->clear();
        QTest::keyClicks(edit(), text);
        if (!m_wanted->isEmpty())
            m_field->suggest(m_wanted->last().first().toString(), known(answer));
    }
    void press(Qt::Key key) { QTest::keyClick(list(), key); }
    /// Of the row that Enter would take.
    QString current() const { return list()->currentIndex().data(Qt::AccessibleTextRole).toString(); }

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        auto *column = new QVBoxLayout(m_window.get());
        m_field = new RecipientField(QStringLiteral("To"), m_window.get());
        column->addWidget(m_field);
        m_window->resize(400, 300);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_field->setFocus();
        m_wanted = std::make_unique<QSignalSpy>(m_field, &RecipientField::suggestionsWanted);
    }
    void cleanup()
    {
        m_wanted.reset();
        m_window.reset();
    }

    void asksForWhatIsTyped()
    {
        type(QStringLiteral("a@b.example, an"), {});
        QCOMPARE(m_wanted->last().first().toString(), QStringLiteral("an"));
        QVERIFY(!list()->isVisible()); // nobody is known
        m_wanted->clear();
        QTest::keyClicks(edit(), QStringLiteral(", "));
        QCOMPARE(m_wanted->size(), 0);
        m_field->setTyped(QStringLiteral("ann"));
        QCOMPARE(m_wanted->size(), 0); // nobody typed that
    }

    void enterAndTabTakeTheFirst_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Enter") << Qt::Key_Return;
        QTest::newRow("on the keypad") << Qt::Key_Enter;
        QTest::newRow("Tab") << Qt::Key_Tab;
    }
    void enterAndTabTakeTheFirst()
    {
        QFETCH(Qt::Key, key);
        type(QStringLiteral("an"));
        QVERIFY(list()->isVisible());
        QCOMPARE(list()->model()->rowCount(), 3);
        QCOMPARE(current(), QStringLiteral("Ann Lee <ann@x.example>"));
        press(key);
        QVERIFY(!list()->isVisible());
        QCOMPARE(edit()->toPlainText(), QStringLiteral("Ann Lee <ann@x.example>, "));
        QCOMPARE(m_field->mailboxes(), MailboxList{ann});
        QVERIFY(edit()->hasFocus());
        edit()->undo();
        QCOMPARE(edit()->toPlainText(), QStringLiteral("an"));
    }

    void arrowsChoose()
    {
        type(QStringLiteral("an"));
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(edit()->toPlainText(), QStringLiteral("\"Anders, Bo\" <bo@z.example>, "));
        QCOMPARE(m_field->mailboxes(), MailboxList{comma});
    }

    void aClickChooses()
    {
        type(QStringLiteral("an"));
        const QRect row = list()->visualRect(list()->model()->index(1, 0));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, row.center());
        QTRY_COMPARE(m_field->mailboxes(), MailboxList{anton});
    }

    /// Who has typed an address meant it.
    void whatIsTypedWins()
    {
        type(QStringLiteral("an@x.example"));
        QVERIFY(list()->isVisible());
        QVERIFY(!list()->currentIndex().isValid());
        press(Qt::Key_Return);
        QCOMPARE(edit()->toPlainText(), QStringLiteral("an@x.example, "));
        QVERIFY(!list()->isVisible());
    }

    void escapeCloses()
    {
        type(QStringLiteral("an"));
        press(Qt::Key_Escape);
        QVERIFY(!list()->isVisible());
        QCOMPARE(edit()->toPlainText(), QStringLiteral("an"));
        QVERIFY(m_window->isVisible());
    }

    void typingGoesOn()
    {
        type(QStringLiteral("an"));
        m_wanted->clear();
        QTest::keyClicks(list(), QStringLiteral("t"));
        QCOMPARE(edit()->toPlainText(), QStringLiteral("ant"));
        QCOMPARE(m_wanted->last().first().toString(), QStringLiteral("ant"));
        m_field->suggest(QStringLiteral("ant"), known({anton}));
        QCOMPARE(list()->model()->rowCount(), 1);
        QTest::keyClicks(list(), QStringLiteral("x"));
        m_field->suggest(QStringLiteral("antx"), {});
        QVERIFY(!list()->isVisible());
    }

    void anAnswerThatComesTooLateIsNone()
    {
        QTest::keyClicks(edit(), QStringLiteral("ann"));
        m_field->suggest(QStringLiteral("an"), known({ann}));
        QVERIFY(!list()->isVisible());
    }

    void inTheMiddle()
    {
        m_field->setTyped(QStringLiteral("a@b.example, c@d.example"));
        QTextCursor cursor = edit()->textCursor();
        cursor.setPosition(0);
        edit()->setTextCursor(cursor);
        QTest::keyClicks(edit(), QStringLiteral(", "));
        cursor.setPosition(0);
        edit()->setTextCursor(cursor);
        type(QStringLiteral("an"));
        press(Qt::Key_Return);
        QCOMPARE(m_field->mailboxes().size(), 3);
        QCOMPARE(m_field->mailboxes().front(), ann);
    }

    void deleteForgets()
    {
        QSignalSpy forgotten(m_field, &RecipientField::forgetWanted);
        type(QStringLiteral("an"));
        press(Qt::Key_Delete); // nobody has gone to a row: a key of the field's
        QCOMPARE(forgotten.size(), 0);
        press(Qt::Key_Down);
        QCOMPARE(current(), QStringLiteral("anton@y.example"));
        press(Qt::Key_Delete);
        QCOMPARE(forgotten.size(), 1);
        QCOMPARE(forgotten.first().first().value<Mailbox>(), anton);
        QCOMPARE(list()->model()->rowCount(), 2);
        press(Qt::Key_Delete);
        press(Qt::Key_Delete);
        QCOMPARE(forgotten.size(), 3);
        QVERIFY(!list()->isVisible());
        QCOMPARE(edit()->toPlainText(), QStringLiteral("an"));
    }

    void nothingInAFieldThatIsOnlyRead()
    {
        m_field->setReadOnly(true);
        QTest::keyClicks(edit(), QStringLiteral("an"));
        QCOMPARE(m_wanted->size(), 0);
    }

    void fitsTheField_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }
    void fitsTheField()
    {
        QFETCH(Qt::LayoutDirection, direction);
        m_window->setLayoutDirection(direction);
        Mailbox wide = ann;
        wide.displayName = QStringLiteral("Very ").repeated(60) + QStringLiteral("long");
        type(QStringLiteral("someone@there.example, an"), {wide});
        const QRect field(edit()->mapToGlobal(QPoint(0, 0)), edit()->size());
        const QRect shown = list()->geometry();
        QVERIFY2(shown.left() >= field.left() - 2 && shown.right() <= field.right() + 2,
                 qPrintable(QStringLiteral("%1..%2 in %3..%4")
                                .arg(shown.left())
                                .arg(shown.right())
                                .arg(field.left())
                                .arg(field.right())));
        QVERIFY(shown.top() >= field.top());
    }
};

QTEST_MAIN(TestRecipientSuggestions)
#include "tst_recipientsuggestions.moc"
