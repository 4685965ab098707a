// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop hands over: links, files with letters, and what is made of these.
#include "core/drafts/DraftStore.h"
#include "tests/app/ApplicationTest.h"
#include "ui/compose/AttachmentModel.h"
#include "ui/compose/BodyEditor.h"
#include "ui/compose/IdentityCombo.h"
#include "ui/compose/LetterHead.h"
#include "ui/compose/RecipientField.h"
#include "ui/compose/SendStateBar.h"
#include "ui/outbox/ReceivedView.h"
#include "ui/setup/AccountAssistant.h"

#include <QAction>
#include <QFile>
#include <QFileOpenEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBlock>

using namespace pennypost;

namespace {

const QByteArray letter =
    "From: Ann <ann@there.example>\r\nTo: me@here.example, bob@there.example\r\n"
    "Subject: Tea\r\nMessage-ID: <1@there.example>\r\nDate: Mon, 04 May 2026 09:30:00 +0200\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    "--b\r\nContent-Type: text/html\r\n\r\n"
    "<html><head><style>p{}</style></head><body><div><p>Dear all,</p><ul><li>one</li></ul>"
    "<blockquote><ul><li>two</li></ul></blockquote><p>At <b>five</b><img "
    "src=\"http://track.example/1.png\"></p><script>x</script></div></body></html>\r\n"
    "--b\r\nContent-Type: application/pdf; name=map.pdf\r\n\r\n%PDF\r\n--b--\r\n";

LetterHead &headOf(const ComposeWindow &window)
{
    return *window.findChild<LetterHead *>();
}

} // namespace

class TestOpening : public ApplicationTest
{
    Q_OBJECT

private Q_SLOTS:
    void link();
    void linkThatAsksForMore();
    void linkBeforeThereIsAnAccount();
    void openEvents_data();
    void openEvents();
    void letterFile();
    void unsentLetter();
    void reuses_data();
    void reuses();
    void unreadable();
    void dropped();

private:
    QString write(const QByteArray &bytes, const QString &name = QStringLiteral("letter.eml")) const
    {
        QFile file(m_dir->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }
    void addOwn() const
    {
        AccountStore accounts(m_dir->filePath(QStringLiteral("accounts.json")));
        for (const char *name : {"other", "me"}) {
            Account account;
            account.id = QLatin1StringView(name);
            account.identities = {{{{}, QLatin1StringView(name), QStringLiteral("here.example")}}};
            account.server.host = QStringLiteral("127.0.0.1");
            QVERIFY(accounts.add(account));
        }
    }
    static ComposeWindow *onlyWindow()
    {
        if (!QTest::qWaitFor([] { return windows<ComposeWindow>().size() == 1; }, 20'000))
            return nullptr;
        return windows<ComposeWindow>().first();
    }
};

void TestOpening::link()
{
    addOwn();
    const auto run = makeRun();
    run->application.start();
    run->application.open(
        {QStringLiteral("MAILTO:ann%40there.example?subject=Tea%20at%20five&cc=bob@there.example"
                        "&body=Dear%20Ann,%0D%0A%0D%0Ayes.")});
    auto *window = onlyWindow();
    QVERIFY(window);
    LetterHead &head = headOf(*window);
    QCOMPARE(head.to().typed(), QStringLiteral("ann@there.example"));
    QCOMPARE(head.cc().typed(), QStringLiteral("bob@there.example"));
    QVERIFY(head.cc().isVisible());
    QCOMPARE(head.subject().text(), QStringLiteral("Tea at five"));
    QCOMPARE(window->findChild<BodyEditor *>()->plainText(), QStringLiteral("Dear Ann,\n\nyes."));
    QVERIFY(!window->findChild<SendStateBar *>()->isUp()); // nothing is missing
    window->close();
    QTRY_VERIFY(windows<ComposeWindow>().isEmpty());
    // Nobody wrote anything: nothing is kept.
    const auto drafts = inStore(run->services, [&clock = run->services.clock](Database &database) {
        return DraftStore(database, clock).list();
    });
    QVERIFY(drafts && drafts->isEmpty());
}

void TestOpening::linkThatAsksForMore()
{
    addOwn();
    const auto run = makeRun();
    run->application.start();
    run->application.open({QStringLiteral(
        "mailto:ann@there.example?attach=/etc/passwd&from=ceo@here.example&subject=a%0D%0ABcc:x@y.example")});
    auto *window = onlyWindow();
    QVERIFY(window);
    QVERIFY(window->findChild<AttachmentModel *>()->forDraft().isEmpty());
    QCOMPARE(headOf(*window).bcc().typed(), QString());
    const auto *bar = window->findChild<SendStateBar *>();
    QVERIFY(bar->isUp());
    QVERIFY(bar->strip().sentence.contains(u"only you attach files"));
    QVERIFY(bar->strip().sentence.contains(u"from"));
    QVERIFY(bar->strip().sentence.contains(u"subject"));
    QCOMPARE(bar->strip().sentence.count(u'%'), 0);
    window->close();
    QTRY_VERIFY(windows<ComposeWindow>().isEmpty());
}

/// It is not forgotten while the first account is set up.
void TestOpening::linkBeforeThereIsAnAccount()
{
    const auto run = makeRun();
    run->application.start();
    run->application.open({QStringLiteral("mailto:ann@there.example?subject=Tea")});
    QTRY_COMPARE(windows<AccountAssistant>().size(), 1);
    QTest::qWait(0);
    QVERIFY(windows<ComposeWindow>().isEmpty());
    windows<AccountAssistant>().first()->close();
    QTRY_VERIFY(windows<AccountAssistant>().isEmpty());
    Q_EMIT run->main()->practiceRequested();
    auto *window = onlyWindow();
    QVERIFY(window);
    QCOMPARE(headOf(*window).subject().text(), QStringLiteral("Tea"));
    QCOMPARE(headOf(*window).to().typed(), QStringLiteral("ann@there.example"));
    QVERIFY(headOf(*window).from().account());
    window->close();
    QTRY_VERIFY(windows<ComposeWindow>().isEmpty());
}

void TestOpening::openEvents_data()
{
    QTest::addColumn<bool>("isLink");
    QTest::newRow("link") << true;
    QTest::newRow("file") << false;
}

/// As macOS says it.
void TestOpening::openEvents()
{
    QFETCH(const bool, isLink);
    addOwn();
    const auto run = makeRun();
    run->application.start();
    if (isLink) {
        QFileOpenEvent event(QUrl(QStringLiteral("mailto:ann@there.example?subject=Gr%C3%BC%C3%9Fe")));
        QVERIFY(QCoreApplication::sendEvent(qApp, &event));
        auto *window = onlyWindow();
        QVERIFY(window);
        QCOMPARE(headOf(*window).subject().text(), QStringLiteral("Grüße"));
        window->close();
        QTRY_VERIFY(windows<ComposeWindow>().isEmpty());
    } else {
        QFileOpenEvent event(write(letter));
        QVERIFY(QCoreApplication::sendEvent(qApp, &event));
        QTRY_COMPARE(windows<ReceivedView>().size(), 1);
        windows<ReceivedView>().first()->close();
        QTRY_VERIFY(windows<ReceivedView>().isEmpty());
    }
}

void TestOpening::letterFile()
{
    addOwn();
    const auto run = makeRun();
    run->application.start();
    const QString file = write(letter);
    run->application.open({file});
    run->application.open({file});
    QTRY_COMPARE(windows<ReceivedView>().size(), 1);
    auto *view = windows<ReceivedView>().first();
    QTRY_COMPARE(view->windowTitle(), QStringLiteral("Tea"));
    QVERIFY(windows<ComposeWindow>().isEmpty()); // it is to be read
    QTest::qWait(0);
    QCOMPARE(windows<ReceivedView>().size(), 1); // the same one twice
    view->close();
    QTRY_VERIFY(windows<ReceivedView>().isEmpty());
}

void TestOpening::unsentLetter()
{
    addOwn();
    const auto run = makeRun();
    run->application.start();
    run->application.open({write("X-Unsent: 1\r\nTo: ann@there.example\r\nSubject: Tea\r\n\r\nAt five\r\n")});
    auto *window = onlyWindow();
    QVERIFY(window);
    QVERIFY(windows<ReceivedView>().isEmpty());
    QCOMPARE(headOf(*window).to().typed(), QStringLiteral("ann@there.example"));
    QCOMPARE(window->findChild<BodyEditor *>()->plainText().trimmed(), QStringLiteral("At five"));
    window->close();
    QTRY_VERIFY(windows<ComposeWindow>().isEmpty());
}

void TestOpening::reuses_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QStringList>("files");
    const QString ann = QStringLiteral("Ann <ann@there.example>");
    QTest::newRow("reply") << QStringLiteral("Reply") << ann << QStringLiteral("Re: Tea")
                           << QStringLiteral("> At five") << QStringList();
    QTest::newRow("reply to all") << QStringLiteral("Reply to all") << ann << QStringLiteral("Re: Tea")
                                  << QStringLiteral("> At five") << QStringList();
    QTest::newRow("forward") << QStringLiteral("Forward") << QString() << QStringLiteral("Fwd: Tea")
                             << QStringLiteral("Subject: Tea") << QStringList{QStringLiteral("map.pdf")};
    QTest::newRow("forward as attachment")
        << QStringLiteral("Forward as an attachment") << QString() << QStringLiteral("Fwd: Tea") << QString()
        << QStringList{QStringLiteral("Tea.eml")};
    QTest::newRow("edit as new") << QStringLiteral("Edit as new")
                                 << QStringLiteral("me@here.example, bob@there.example")
                                 << QStringLiteral("Tea") << QStringLiteral("At five")
                                 << QStringList{QStringLiteral("map.pdf")};
}

/// By the buttons and the menu of the letter's window.
void TestOpening::reuses()
{
    QFETCH(const QString, command);
    QFETCH(const QString, to);
    QFETCH(const QString, subject);
    QFETCH(const QString, body);
    QFETCH(const QStringList, files);
    addOwn();
    const auto run = makeRun();
    run->application.start();
    run->application.open({write(letter)});
    QTRY_COMPARE(windows<ReceivedView>().size(), 1);
    auto *view = windows<ReceivedView>().first();
    QTRY_COMPARE(view->windowTitle(), QStringLiteral("Tea"));
    const auto actions = view->findChildren<QAction *>();
    const auto does = std::find_if(actions.begin(), actions.end(), [&](const QAction *action) {
        return QString(action->text()).remove(u'&') == command;
    });
    QVERIFY(does != actions.end());
    (*does)->trigger();
    auto *window = onlyWindow();
    QVERIFY(window);
    QCOMPARE(headOf(*window).to().typed(), to);
    QCOMPARE(headOf(*window).subject().text(), subject);
    QCOMPARE(headOf(*window).from().mailbox().addrSpec(), command == u"Edit as new"
                                                              ? QStringLiteral("other@here.example")
                                                              : QStringLiteral("me@here.example"));
    auto *editor = window->findChild<BodyEditor *>();
    QVERIFY2(editor->plainText().contains(body), qPrintable(editor->plainText()));
    QVERIFY(!editor->html().contains(u"track") && !editor->html().contains(u"script"));
    QCOMPARE(editor->isRich(), command != u"Forward as an attachment");
    if (editor->isRich())
        QVERIFY(editor->html().contains(u"<strong>five</strong>"));
    if (command == u"Reply") {
        QVERIFY2(editor->html().contains(
                     u"Ann wrote:</p>\n<blockquote type=\"cite\">\n<p>Dear all,</p>\n<ul>\n<li>one</li>\n"),
                 qPrintable(editor->html()));
        QVERIFY(editor->plainText().contains(u"\n> Dear all,\n> - one\n> > - two\n> At five"));
        QCOMPARE(editor->textCursor().position(), 0);
        QVERIFY(editor->document()->firstBlock().text().isEmpty()); // room to write
    }
    QStringList names;
    const auto attached = window->findChild<AttachmentModel *>()->forDraft();
    for (const Attachment &attachment : attached)
        names.append(attachment.fileName);
    QCOMPARE(names, files);
    window->close();
    QTRY_VERIFY(windows<ComposeWindow>().isEmpty());
    view->close();
    QTRY_VERIFY(windows<ReceivedView>().isEmpty());
}

/// The file went while its letter was looked at.
void TestOpening::unreadable()
{
    addOwn();
    const auto run = makeRun();
    run->application.start();
    const QString file = write(letter);
    run->application.open({file});
    QTRY_COMPARE(windows<ReceivedView>().size(), 1);
    auto *view = windows<ReceivedView>().first();
    QTRY_COMPARE(view->windowTitle(), QStringLiteral("Tea"));
    QVERIFY(QFile::remove(file));
    Q_EMIT run->main()->reuseRequested(file, Reuse::Reply);
    QTRY_COMPARE(windows<QMessageBox>().size(), 1);
    QVERIFY(windows<QMessageBox>().first()->text().contains(u"cannot be opened"));
    windows<QMessageBox>().first()->close();
    QTRY_VERIFY(windows<QMessageBox>().isEmpty());
    QVERIFY(windows<ComposeWindow>().isEmpty());
    view->close();
    // And one that was never there says so in its window, with nothing to answer.
    run->application.open({m_dir->filePath(QStringLiteral("none.eml"))});
    QTRY_COMPARE(windows<ReceivedView>().size(), 1);
    view = windows<ReceivedView>().first();
    for (const auto *button : view->findChildren<QPushButton *>())
        QVERIFY(!button->isEnabled() || !button->isVisible());
    view->close();
    QTRY_VERIFY(windows<ReceivedView>().isEmpty());
}

void TestOpening::dropped()
{
    addOwn();
    const auto run = makeRun();
    run->application.start();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write(letter)), QUrl(QStringLiteral("https://there.example/x.eml"))});
    const auto at = QPoint(50, 50);
    QDragEnterEvent enter(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(QCoreApplication::sendEvent(run->main(), &enter));
    QVERIFY(enter.isAccepted());
    QDropEvent drop(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(QCoreApplication::sendEvent(run->main(), &drop));
    QCOMPARE(drop.dropAction(), Qt::CopyAction);
    QTRY_COMPARE(windows<ReceivedView>().size(), 1);
    windows<ReceivedView>().first()->close();
    QTRY_VERIFY(windows<ReceivedView>().isEmpty());
}

QTEST_MAIN(TestOpening)
#include "tst_opening.moc"
