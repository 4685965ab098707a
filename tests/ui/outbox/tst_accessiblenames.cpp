// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"
#include "tests/ui/outbox/MainBench.h"
#include "ui/outbox/OutboxModel.h"
#include "ui/outbox/ReceiptView.h"
#include "ui/outbox/ReceivedView.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>

using namespace pennypost;

namespace {

/// Everything in the window that can have the focus, or be pressed, and has no name for a screen reader.
QStringList namelessIn(const QWidget &window)
{
    QStringList nameless;
    const auto widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        // A focus proxy stands for another, and what holds a combo box's list is never asked.
        const bool control = widget->focusPolicy() != Qt::NoFocus || qobject_cast<QAbstractButton *>(widget);
        if (!control || widget->focusProxy() || widget->objectName().startsWith(u"qt_") ||
            widget->window() != &window)
            continue;
        // An empty label that is hidden waits for its words, which will be its name.
        if (const auto *label = qobject_cast<QLabel *>(widget); label && !label->isVisibleTo(&window))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).trimmed().isEmpty()) {
            nameless.append(QString::fromLatin1(widget->metaObject()->className()) + u" in " +
                            QString::fromLatin1(widget->parentWidget()->metaObject()->className()) + u' ' +
                            widget->objectName());
        }
    }
    return nameless;
}

} // namespace

/// A screen reader can name whatever it comes to, in every window of a letter's way.
class TestAccessibleNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void compose()
    {
        ComposeBench bench;
        Draft draft;
        draft.rich = true;
        const Parts parts(bench.open(draft));
        parts.head->showCc();
        parts.head->showBcc();
        parts.attachments->addFiles({bench.file(QStringLiteral("a.txt"), "a")});
        SOON(parts.attachmentsSettled());
        parts.write(QStringLiteral("bob@example.net"), {}, QStringLiteral("x"));
        parts.press(Qt::Key_Return); // asks for a subject
        QVERIFY(parts.strip->isUp());
        QCOMPARE(namelessIn(*parts.window).join(u'\n'), QString());
    }

    void mainWindow_data()
    {
        QTest::addColumn<bool>("letters");
        QTest::newRow("first start") << false;
        QTest::newRow("with letters, one in doubt") << true;
    }
    void mainWindow()
    {
        QFETCH(bool, letters);
        MainBench bench;
        if (letters) {
            bench.addAccount();
            bench.addSent(QStringLiteral("s"), QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
            bench.addUndecided(QStringLiteral("item"), QStringLiteral("draft"),
                               QStringLiteral("bob@example.net"), QStringLiteral("Invoice"));
        }
        MainWindow window(bench.services());
        window.show();
        auto *list = window.findChild<QListView *>();
        QTRY_COMPARE(list->model()->rowCount(), letters ? 4 : 0);
        if (letters)
            list->setCurrentIndex(static_cast<OutboxModel *>(list->model())->indexOf(QStringLiteral("item")));
        window.findChild<QLineEdit *>()->setText(QStringLiteral("x")); // brings the button that clears it
        QCOMPARE(namelessIn(window).join(u'\n'), QString());
    }

    void receipt()
    {
        SentLetter letter;
        letter.message = letterOf(QStringLiteral("bob@example.net"), QStringLiteral("Tea"));
        letter.receipt.host = QStringLiteral("mail.example.org");
        letter.receipt.accepted = {QStringLiteral("bob@example.net")};
        ReceiptView view(letter, QStringLiteral("Alice"));
        view.show();
        QCOMPARE(namelessIn(view).join(u'\n'), QString());
    }

    void received()
    {
        MainBench bench;
        const QString file =
            bench.addReceived(QStringLiteral("1.eml"),
                              "Subject: Hi\r\nMIME-Version: 1.0\r\n"
                              "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                              "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n"
                              "--b\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n"
                              "--b\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\nx\r\n--b--\r\n");
        ReceivedView view(file, ReceivedView::Origin::File, bench.shortcuts);
        QSignalSpy ready(&view, &ReceivedView::ready);
        view.show();
        QVERIFY(ready.wait());
        QCOMPARE(namelessIn(view).join(u'\n'), QString());
    }
};

QTEST_MAIN(TestAccessibleNames)
#include "tst_accessiblenames.moc"
