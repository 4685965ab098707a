// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ProblemText.h"
#include "ui/common/Tones.h"
#include "ui/compose/RecipientEdit.h"
#include "ui/compose/RecipientField.h"
#include "ui/compose/RecipientPaste.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace pennypost;

namespace {

/// The field with a neighbour to give the focus to.
struct Form
{
    Form()
    {
        auto *column = new QVBoxLayout(&window);
        field = new RecipientField(u"To"_qs, &window);
        other = new QLineEdit(&window);
        column->addWidget(field);
        column->addWidget(other);
        window.show();
        QApplication::setActiveWindow(&window);
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not become active");
        field->setFocus();
    }
    QTextEdit *edit() const { return qobject_cast<QTextEdit *>(field->input()); }

    QWidget window;
    RecipientField *field;
    QLineEdit *other;
};

} // namespace

class TestRecipientField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paste_data();
    void paste();
    void pasteIntoTheMiddle();
    void wrongIsMarked_data();
    void wrongIsMarked();
    void nothingUntrueOfAnAt();
    void notWhileTyping();
    void marksGoWithTheError();
    void refused();
    void enterEndsAnEntry();
    void readyForTheNextOne_data();
    void readyForTheNextOne();
    void growsWithItsLines();
    void takesNoLineEnds();
    void markFollowsThePalette();
};

void TestRecipientField::paste_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("typed");
    QTest::newRow("one") << u"a@example.org"_qs << u"a@example.org"_qs;
    QTest::newRow("lines") << u"a@example.org\nb@example.org\r\nc@example.org\n"_qs
                           << u"a@example.org, b@example.org, c@example.org"_qs;
    QTest::newRow("commas and semicolons") << u"a@example.org; b@example.org,c@example.org"_qs
                                           << u"a@example.org, b@example.org, c@example.org"_qs;
    QTest::newRow("names with commas") << u"\"Doe, Jane\" <jane@example.org>\nBob <bob@example.org>"_qs
                                       << u"\"Doe, Jane\" <jane@example.org>, Bob <bob@example.org>"_qs;
    QTest::newRow("spreadsheet") << u"Jane Doe\tjane@example.org\nBob\tbob@example.org"_qs
                                 << u"Jane Doe <jane@example.org>, Bob <bob@example.org>"_qs;
    QTest::newRow("two name columns")
        << u"Jane\tDoe\tjane@example.org"_qs << u"Jane Doe <jane@example.org>"_qs;
    QTest::newRow("header") << u"To: a@example.org,\n b@example.org\nCc: c@example.org"_qs
                            << u"a@example.org, b@example.org, c@example.org"_qs;
    QTest::newRow("mailto") << u"mailto:a@example.org?subject=x&attach=/etc/passwd"_qs << u"a@example.org"_qs;
    QTest::newRow("mailto, escaped") << u"mailto:a%2Bb@example.org"_qs << u"a+b@example.org"_qs;
    QTest::newRow("address in a remark") << u"Foo (f@example.org)"_qs << u"Foo <f@example.org>"_qs;
    QTest::newRow("several of them")
        << u"Foo Bar (f@example.org), Dr. Baz(b@example.org); q@example.org"_qs
        << u"Foo Bar <f@example.org>, \"Dr. Baz\" <b@example.org>, q@example.org"_qs;
    QTest::newRow("a name in quotes")
        << u"\"Doe, Jane\" (jane@example.org)"_qs << u"\"Doe, Jane\" <jane@example.org>"_qs;
    QTest::newRow("two remarks") << u"Foo (tea) (f@example.org)"_qs << u"\"Foo (tea)\" <f@example.org>"_qs;
    QTest::newRow("angle brackets in the remark") << u"Foo (<f@example.org>)"_qs << u"Foo <f@example.org>"_qs;
    QTest::newRow("a link in the remark")
        << u"Foo (mailto:f@example.org?subject=x)"_qs << u"Foo <f@example.org>"_qs;
    QTest::newRow("nothing but a remark") << u"(f@example.org)"_qs << u"f@example.org"_qs;
    QTest::newRow("in a header") << u"Bcc: Foo (f@example.org)"_qs << u"Foo <f@example.org>"_qs;
    QTest::newRow("in a spreadsheet")
        << u"Foo (f@example.org)\tBar (b@example.org)"_qs << u"Foo <f@example.org>, Bar <b@example.org>"_qs;
    QTest::newRow("a remark that is a name") << u"f@example.org (Foo)"_qs << u"f@example.org (Foo)"_qs;
    QTest::newRow("two addresses") << u"f@example.org (g@example.org)"_qs
                                   << u"f@example.org (g@example.org)"_qs;
    QTest::newRow("no address in the remark") << u"Foo (f@)"_qs << u"Foo (f@)"_qs;
    QTest::newRow("what is none stays") << u"a@example.org\nnobody\n"_qs << u"a@example.org, nobody"_qs;
    QTest::newRow("empty lines") << u"\n\na@example.org\n\n\n"_qs << u"a@example.org"_qs;
    QTest::newRow("nothing") << u" \n\t\n"_qs << QString();
}

void TestRecipientField::paste()
{
    QFETCH(QString, pasted);
    QFETCH(QString, typed);
    QCOMPARE(recipientsFromPaste(pasted), typed);
}

void TestRecipientField::pasteIntoTheMiddle()
{
    Form form;
    QTest::keyClicks(form.edit(), u"a@example.org"_qs);
    QApplication::clipboard()->setText(u"b@example.org\nc@example.org"_qs);
    QTest::keyClick(form.edit(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(form.field->mailboxes().size(), 3);
    QCOMPARE(form.field->wrongEntries(), 0);
    form.edit()->undo();
    QCOMPARE(form.field->typed(), u"a@example.org"_qs); // the paste was one step
    form.edit()->redo();
    QTest::keyClicks(form.edit(), u"d@example.org"_qs); // one goes on typing right away
    QCOMPARE(form.field->mailboxes().size(), 4);
}

void TestRecipientField::wrongIsMarked_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<int>("error");
    QTest::newRow("no at") << u"alice"_qs << int(MailboxError::MissingAt);
    QTest::newRow("an at in a remark") << u"Alice (alice@example.org)"_qs << int(MailboxError::HiddenAt);
    QTest::newRow("no domain") << u"alice@"_qs << int(MailboxError::MissingDomain);
    QTest::newRow("no local part") << u"@example.org"_qs << int(MailboxError::MissingLocalPart);
    QTest::newRow("dots") << u"a..b@example.org"_qs << int(MailboxError::BadDot);
    QTest::newRow("domain") << u"a@-example-.org"_qs << int(MailboxError::BadDomain);
    QTest::newRow("angle") << u"Bob <bob@example.org"_qs << int(MailboxError::UnclosedAngle);
}

void TestRecipientField::wrongIsMarked()
{
    QFETCH(QString, entry);
    QFETCH(int, error);
    Form form;
    QTest::keyClicks(form.edit(), u"carol@example.org, "_qs + entry);
    QTest::keyClick(form.edit(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), form.other);

    const QList<QTextEdit::ExtraSelection> marks = form.edit()->extraSelections();
    QCOMPARE(marks.size(), 1);
    QCOMPARE(marks.first().cursor.selectedText(), entry);
    QCOMPARE(marks.first().format.underlineStyle(), QTextCharFormat::WaveUnderline);
    QVERIFY(Tones::contrast(marks.first().format.foreground().color(),
                            form.edit()->palette().color(QPalette::Base)) >= 4.5);
    const QString words = ProblemWords::of(MailboxError(error));
    QVERIFY(!words.isEmpty());
    QVERIFY2(form.edit()->accessibleDescription().contains(words),
             qPrintable(form.edit()->accessibleDescription()));
    bool below = false;
    bool heard = false;
    const auto labels = form.field->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        below = below || (label->isVisible() && label->text().contains(words));
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(label);
        heard = heard || (label->isVisible() && face->text(QAccessible::Name).contains(words));
    }
    QVERIFY(below);
    QVERIFY(heard);
    QCOMPARE(form.field->mailboxes().size(), 1);
}

/// It is there, where it means nothing.
void TestRecipientField::nothingUntrueOfAnAt()
{
    Form form;
    QTest::keyClicks(form.edit(), u"Foo (f@example.org)"_qs);
    QTest::keyClick(form.edit(), Qt::Key_Tab);
    QCOMPARE(form.field->markedEntries(), 1);
    const QString said = form.edit()->accessibleDescription();
    QVERIFY2(!said.contains(u"needs an @"_qs) && said.contains(u"parentheses"_qs), qPrintable(said));
}

void TestRecipientField::notWhileTyping()
{
    Form form;
    QTest::keyClicks(form.edit(), u"alic"_qs);
    QCOMPARE(form.field->markedEntries(), 0);
    QTest::keyClicks(form.edit(), u", "_qs); // left behind: now it is judged
    QCOMPARE(form.field->markedEntries(), 1);
    QTest::keyClicks(form.edit(), u"b"_qs);
    QCOMPARE(form.field->markedEntries(), 1);
}

void TestRecipientField::marksGoWithTheError()
{
    Form form;
    QTest::keyClicks(form.edit(), u"alice"_qs);
    form.other->setFocus();
    QCOMPARE(form.field->markedEntries(), 1);
    form.field->focusEntry(u"alice"_qs);
    QCOMPARE(form.field->markedEntries(), 1); // going there to mend it takes nothing away
    QTest::keyClick(form.edit(), Qt::Key_End);
    QTest::keyClicks(form.edit(), u"@example.org"_qs);
    QCOMPARE(form.field->markedEntries(), 0);
    QVERIFY(form.edit()->accessibleDescription().isEmpty());
}

void TestRecipientField::refused()
{
    Form form;
    form.field->setTyped(u"bob@example.net, carol@example.net"_qs);
    form.field->setRefused({{u"carol@example.net"_qs, Reply{550, std::nullopt, {"no such user"}}}});
    QCOMPARE(form.field->markedEntries(), 1);
    // Another shape than a wrong one: told apart without colours.
    QCOMPARE(form.edit()->extraSelections().first().format.underlineStyle(), QTextCharFormat::DotLine);
    QVERIFY(form.edit()->accessibleDescription().contains(u"no such user"_qs));
    form.field->setTyped(u"bob@example.net"_qs);
    QCOMPARE(form.field->markedEntries(), 0);
}

void TestRecipientField::enterEndsAnEntry()
{
    Form form;
    QTest::keyClicks(form.edit(), u"a@example.org"_qs);
    QTest::keyClick(form.edit(), Qt::Key_Return);
    QCOMPARE(form.field->typed(), u"a@example.org, "_qs);
    QCOMPARE(QApplication::focusWidget(), form.edit());
    QTest::keyClick(form.edit(), Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), form.other);
    QCOMPARE(form.field->entries().size(), 1);
}

void TestRecipientField::readyForTheNextOne_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("cursor"); ///< from the end
    QTest::addColumn<QString>("entered");
    QTest::addColumn<QString>("left");
    const auto row = [](const char *name, const QString &text, int cursor, const QString &entered,
                        const QString &left) { QTest::newRow(name) << text << cursor << entered << left; };
    const QString one = u"a@example.org"_qs;
    row("empty", {}, 0, {}, {});
    row("one", one, 0, one + u", ", one);
    row("a blank behind", one + u' ', 0, one + u", ", one);
    row("separated", one + u", ", 0, one + u", ", one);
    row("semicolons", one + u";; ", 0, one + u";; ", one);
    row("only separators", u", ;"_qs, 0, u", ;"_qs, {});
    row("in the middle", one, 3, one, one);
    row("no address yet", u"Bob"_qs, 0, u"Bob"_qs, u"Bob"_qs);
    row("an open quote", u"\"Doe,"_qs, 0, u"\"Doe,"_qs, u"\"Doe,"_qs);
    row("a group", u"tea: a@example.org;"_qs, 0, u"tea: a@example.org;"_qs, u"tea: a@example.org;"_qs);
}

void TestRecipientField::readyForTheNextOne()
{
    QFETCH(QString, text);
    QFETCH(int, cursor);
    QFETCH(QString, left);
    Form form;
    form.other->setFocus();
    form.field->setTyped(text);
    for (int i = 0; i < cursor; ++i)
        form.edit()->moveCursor(QTextCursor::Left);
    QSignalSpy edited(form.field, &RecipientField::edited);
    form.edit()->setFocus(Qt::TabFocusReason);
    QTEST(form.edit()->toPlainText(), "entered");
    QCOMPARE(form.field->typed(), text); // as it was: there is nothing to save
    QVERIFY(form.edit()->textCursor().atEnd() || cursor > 0);
    form.other->setFocus(Qt::TabFocusReason);
    QCOMPARE(form.field->typed(), left);
    form.edit()->setFocus(Qt::MouseFocusReason);
    QCOMPARE(form.field->typed(), left);
    QCOMPARE(edited.size(), 0);
    QVERIFY(!form.edit()->document()->isUndoAvailable());
    if (text != u"a@example.org" || cursor > 0)
        return;
    form.other->setFocus();
    form.edit()->setFocus(Qt::ShortcutFocusReason);
    QTest::keyClicks(form.edit(), u"b@example.org"_qs);
    QCOMPARE(form.field->mailboxes().size(), 2);
    form.edit()->undo();
    form.other->setFocus();
    QCOMPARE(form.field->typed(), text);
}

void TestRecipientField::growsWithItsLines()
{
    Form form;
    const int one = form.edit()->height();
    QStringList many;
    for (int i = 0; i < 6; ++i)
        many.append(u"somebody%1@example.org"_qs.arg(i));
    form.window.resize(300, 400);
    form.field->setTyped(many.join(u", "_qs));
    QTRY_VERIFY(form.edit()->height() > one);
    for (int i = 6; i < 500; ++i)
        many.append(u"somebody%1@example.org"_qs.arg(i));
    form.field->setTyped(many.join(u", "_qs));
    QTRY_VERIFY(form.edit()->height() <= 6 * one); // then it scrolls
    QCOMPARE(form.field->mailboxes().size(), 500);
}

void TestRecipientField::takesNoLineEnds()
{
    Form form;
    QApplication::clipboard()->setText(u"evil\r\nBcc: mallory@example.org"_qs);
    QTest::keyClick(form.edit(), Qt::Key_V, Qt::ControlModifier);
    for (const Mailbox &mailbox : form.field->mailboxes())
        QVERIFY(!mailbox.display().contains(u'\n') && !mailbox.display().contains(u'\r'));
    QVERIFY(!form.field->typed().contains(u'\n'));
}

void TestRecipientField::markFollowsThePalette()
{
    Form form;
    form.field->setTyped(u"alice"_qs);
    form.other->setFocus();
    const QColor onLight = form.edit()->extraSelections().first().format.foreground().color();
    const QPalette light = QApplication::palette();
    QApplication::setPalette(QPalette(QColor(0x2b, 0x2b, 0x2b)));
    QCoreApplication::processEvents();
    const QColor onDark = form.edit()->extraSelections().first().format.foreground().color();
    const qreal contrast = Tones::contrast(onDark, form.edit()->palette().color(QPalette::Base));
    QApplication::setPalette(light);
    QVERIFY(onDark != onLight);
    QVERIFY(contrast >= 4.5);
}

QTEST_MAIN(TestRecipientField)
#include "tst_recipientfield.moc"
