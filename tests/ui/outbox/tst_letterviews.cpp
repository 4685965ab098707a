// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/MimeBuilder.h"
#include "core/store/StoreThread.h"
#include "tests/fakes/FakeClock.h"
#include "ui/common/LetterExport.h"
#include "ui/outbox/ReceiptView.h"
#include "ui/outbox/ReceiptWords.h"
#include "ui/outbox/ReceivedView.h"
#include "ui/outbox/SealedBrowser.h"
#include "ui/shortcuts/Shortcuts.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace pennypost;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray picture()
{
    QImage image(3, 2, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

Message letter()
{
    Message message;
    message.from = {QStringLiteral("Alice Liddell"), QStringLiteral("alice"), QStringLiteral("example.org")};
    message.to = {{QStringLiteral("Bob Ünal"), QStringLiteral("bob"), QStringLiteral("example.net")}};
    message.subject = QStringLiteral("Tea & <b>cake</b>: at/five?");
    message.text = QStringLiteral("At five?\n");
    message.html = QStringLiteral("<p>At <b>five</b>? <img src=\"cid:dot@x\"></p>");
    message.messageId = "known@example.org";
    message.date = FakeClock::defaultStart();
    message.attachments = {{QStringLiteral("dot.png"), "image/png", Attachment::Disposition::Inline, "dot@x",
                            picture().size(), MemoryContent{picture()}},
                           {QStringLiteral("Bericht für Bob.bin"),
                            "application/octet-stream",
                            Attachment::Disposition::Attachment,
                            {},
                            300,
                            MemoryContent{QByteArray(300, '\x81')}}};
    return message;
}

SentLetter sentLetter()
{
    SentLetter sent;
    sent.id = QStringLiteral("sent");
    sent.accountId = QStringLiteral("alice");
    sent.message = letter();
    sent.receipt.time = FakeClock::defaultStart();
    sent.receipt.host = QStringLiteral("mail.example.org");
    sent.receipt.port = 465;
    sent.receipt.address = QStringLiteral("2001:db8::25");
    sent.receipt.serverName = QStringLiteral("mx.example.net");
    sent.receipt.tls.protocol = QStringLiteral("TLSv1.3");
    sent.receipt.tls.cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
    sent.receipt.tls.certificate.subject = QStringLiteral("mail.example.org");
    sent.receipt.tls.certificate.sha256 = QByteArray(32, '\xab');
    sent.receipt.mechanism = "PLAIN";
    sent.receipt.finalReply = {250, EnhancedStatus{2, 0, 0}, {"2.0.0 Ok: queued as <b>4F3B</b>"}};
    sent.receipt.accepted = {QStringLiteral("bob@example.net")};
    sent.receipt.refused = {
        {QStringLiteral("carol@example.net"), {550, EnhancedStatus{5, 1, 1}, {"5.1.1 No such user"}}}};
    sent.receipt.octets = 1234;
    return sent;
}

bool contains(const QWidget &view, const QString &text)
{
    for (const QLabel *label : view.findChildren<QLabel *>()) {
        if (label->text().contains(text))
            return true;
    }
    return false;
}

} // namespace

class TestLetterViews : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StoreThread> m_store;
    std::unique_ptr<Shortcuts> m_shortcuts;
    QString path(const QString &name) const { return m_folder->filePath(name); }

    QString keep(const QByteArray &bytes) const
    {
        QFile file(path(QStringLiteral("letter.eml")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }
    std::unique_ptr<ReceivedView> openReceived(const QString &file) const
    {
        auto view = std::make_unique<ReceivedView>(file, ReceivedView::Origin::Practice, *m_shortcuts);
        view->setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy ready(view.get(), &ReceivedView::ready);
        view->show();
        if (!ready.wait())
            qFatal("nothing is read");
        return view;
    }

private Q_SLOTS:
    void init()
    {
        m_shortcuts.reset();
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<StoreThread>(path(QStringLiteral("store.sqlite")));
        m_shortcuts = std::make_unique<Shortcuts>(*m_store, path(QStringLiteral("shortcuts.json")));
    }

    // --- receipts

    /// A server that was given by its address has no other one to tell of.
    void anAddressIsToldOnce_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<qsizetype>("times");
        QTest::newRow("a name") << "smtp.example.net" << qsizetype(1);
        QTest::newRow("the address itself") << "2001:db8::25" << qsizetype(1);
    }
    void anAddressIsToldOnce()
    {
        QFETCH(QString, host);
        SentLetter letter = sentLetter();
        letter.receipt.host = host;
        letter.receipt.address = QStringLiteral("2001:db8::25");
        qsizetype times = 0;
        for (const auto &line : ReceiptWords::lines(letter, {}))
            times += line.value.count(letter.receipt.address);
        QTEST(times, "times");
    }

    /// From right to left two Latin values side by side would change places.
    void valuesKeepTheirOrder_data()
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("server") << "mail.example.org";
        QTest::newRow("TLS version") << "TLS 1.3";
        QTest::newRow("cipher") << "TLS_AES_256_GCM_SHA384";
    }
    void valuesKeepTheirOrder()
    {
        QFETCH(QString, value);
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const auto restore = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
        const QString isolated = QChar(0x2068) + value + QChar(0x2069);
        const auto lines = ReceiptWords::lines(sentLetter(), {});
        QVERIFY(std::any_of(lines.begin(), lines.end(),
                            [&](const ReceiptWords::Line &line) { return line.value.contains(isolated); }));
    }

    void receiptSaysAll_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto text :
             {"465", "2001:db8::25", "mx.example.net", "TLS 1.3", "TLS_AES_256_GCM_SHA384", "AB:AB:AB",
              "PLAIN", "250 2.0.0 Ok: queued as <b>4F3B</b>", "bob@example.net", "carol@example.net",
              "550 5.1.1 No such user", "known@example.org", "Tea & <b>cake</b>"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void receiptSaysAll()
    {
        QFETCH(QString, text);
        ReceiptView view(sentLetter(), QStringLiteral("alice@example.org"));
        view.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(contains(view, text));
        view.copy();
        QVERIFY(QGuiApplication::clipboard()->text().contains(text));
        for (const QLabel *label : view.findChildren<QLabel *>())
            QVERIFY2(label->text().isEmpty() || label->textFormat() == Qt::PlainText ||
                         !label->text().contains(u'<'),
                     "a server's words are no markup");
    }

    void titles_data()
    {
        QTest::addColumn<bool>("refused");
        QTest::addColumn<bool>("byHand");
        QTest::addColumn<QString>("title");
        QTest::newRow("for all") << false << false << "The server took this letter";
        QTest::newRow("not for all") << true << false << "The server took this letter, but not for everyone";
        QTest::newRow("settled by hand") << false << true << "You said that this letter arrived";
    }
    void titles()
    {
        QFETCH(bool, refused);
        QFETCH(bool, byHand);
        SentLetter sent = sentLetter();
        if (!refused)
            sent.receipt.refused.clear();
        sent.settledByHand = byHand;
        QTEST(ReceiptWords::title(sent), "title");
    }

    void inClearIsSaid()
    {
        SentLetter sent = sentLetter();
        sent.receipt.tls = {};
        sent.receipt.mechanism.clear();
        const QString text = ReceiptWords::asText(sent, {});
        QVERIFY(text.contains(QStringLiteral("None: it went in clear")));
        QVERIFY(text.contains(QStringLiteral("no sign-in")));
    }

    void theLetterIsSavedAsItWentOut()
    {
        auto *view = new ReceiptView(sentLetter(), {});
        QSignalSpy saved(view, &ReceiptView::saved);
        view->saveTo(path(QStringLiteral("out.eml")));
        QVERIFY(saved.wait());
        QCOMPARE(saved[0][0].toBool(), true);
        auto source = buildMime(letter());
        QVERIFY(source);
        QByteArray expected(qsizetype((*source)->size()), Qt::Uninitialized);
        QVERIFY((*source)->read({expected.data(), size_t(expected.size())}));
        QCOMPARE(contentOf(path(QStringLiteral("out.eml"))), expected);
        view->saveTo(path(QStringLiteral("no/such/folder.eml")));
        QVERIFY(saved.wait());
        QCOMPARE(saved[1][0].toBool(), false);
        QVERIFY(contains(*view, QStringLiteral("Not saved")));
        delete view;
    }

    void aLetterThatCannotBeMadeAnewIsNotOffered()
    {
        SentLetter sent = sentLetter();
        sent.message = {}; // a finished one from the command line
        ReceiptView view(sent, QStringLiteral("alice@example.org"));
        view.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(view.findChildren<QPushButton *>()[1]->isEnabled(), false);
    }

    void exportNames_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << "Tea" << "Tea.eml";
        QTest::newRow("none") << "" << "letter.eml";
        QTest::newRow("what file systems refuse") << "a/b\\c:d*e?\"<>|" << "a-b-c-d-e-----.eml";
        QTest::newRow("line ends") << "a\nb" << "a b.eml";
        QTest::newRow("a device of Windows") << "con" << "_con.eml";
        QTest::newRow("one with a suffix") << "COM1 .x" << "_COM1 .x.eml";
        QTest::newRow("no device") << "Console" << "Console.eml";
        QTest::newRow("up and away") << "../../etc/passwd" << "";
    }
    void exportNames()
    {
        QFETCH(QString, subject);
        QFETCH(QString, name);
        const QString made = exportName(subject);
        if (!name.isEmpty())
            QCOMPARE(made, name);
        QVERIFY(!made.contains(u'/') && !made.contains(u'\\') && !made.startsWith(u'.'));
    }

    // --- received letters

    void asReceived()
    {
        QVERIFY(exportLetter(letter(), path(QStringLiteral("letter.eml"))));
        const auto view = openReceived(path(QStringLiteral("letter.eml")));
        QVERIFY(view->windowTitle().contains(QStringLiteral("Tea & <b>cake</b>")));
        QVERIFY(contains(*view, QStringLiteral("Bob Ünal")));
        auto *tabs = view->findChild<QTabWidget *>();
        QCOMPARE(tabs->count(), 4);
        auto *browser = qobject_cast<SealedBrowser *>(tabs->widget(0));
        QVERIFY(browser);
        QVERIFY(browser->toPlainText().contains(QStringLiteral("At five?")));
        QCOMPARE(browser->refusals(), 0);
        QVERIFY(qobject_cast<QPlainTextEdit *>(tabs->widget(1))
                    ->toPlainText()
                    .contains(QStringLiteral("At five?")));
        QVERIFY(qobject_cast<QPlainTextEdit *>(tabs->widget(2))
                    ->toPlainText()
                    .contains(QStringLiteral("Message-ID: ")));
        QVERIFY(qobject_cast<QPlainTextEdit *>(tabs->widget(3))
                    ->toPlainText()
                    .contains(QStringLiteral("MIME-Version: 1.0")));

        auto *files = view->findChild<QListWidget *>();
        int bin = -1;
        for (int row = 0; row < files->count(); ++row) {
            if (files->item(row)->text().contains(QStringLiteral("Bericht für Bob.bin")))
                bin = row;
        }
        QVERIFY(bin >= 0);
        QSignalSpy saved(view.get(), &ReceivedView::saved);
        view->saveAttachmentTo(bin, path(QStringLiteral("saved.bin")));
        QVERIFY(saved.wait());
        QCOMPARE(contentOf(path(QStringLiteral("saved.bin"))), QByteArray(300, '\x81'));
        view->saveAttachmentTo(bin, path(QStringLiteral("no/such/saved.bin")));
        QVERIFY(saved.wait());
        QCOMPARE(saved[1][0].toBool(), false);
    }

#ifdef Q_OS_UNIX
    /// Nobody writes into it: it would be waited for without an end.
    void aPipeIsNotOpened()
    {
        const QString pipe = path(QStringLiteral("pipe.eml"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const auto view = openReceived(pipe);
        QCOMPARE(view->findChild<QTabWidget *>()->count(), 0);
    }
#endif

    /// What is answered is what is shown.
    void aFileThatHasChangedIsNotAnswered()
    {
        const QString file = keep("From: a@x.example\r\nSubject: x\r\n\r\nhello");
        const auto view = openReceived(file);
        QSignalSpy asked(view.get(), &ReceivedView::reuseRequested);
        auto *reply = view->findChild<QPushButton *>();
        reply->click();
        QTRY_COMPARE(asked.size(), 1);
        const auto says = [&](const QString &words) {
            const auto labels = view->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel *label) { return label->text().contains(words); });
        };
        QFile changed(file);
        QVERIFY(changed.open(QIODevice::Append));
        changed.write(" and more");
        changed.close();
        reply->click();
        QTRY_VERIFY(says(QStringLiteral("has changed since it was opened")));
        QCOMPARE(asked.size(), 1);
    }

    void odd_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("tabs");
        QTest::newRow("empty") << QByteArray() << 0;
        QTest::newRow("tables within tables") // its text is shown; Qt would lay them out for minutes
            << QByteArray("Content-Type: text/html\r\n\r\n" + QByteArray("<table><tr><td>").repeated(20'000) +
                          "x")
            << 3;
        QTest::newRow("no letter") << QByteArray("\x7f"
                                                 "ELF\0\1\2\n\n",
                                                 9)
                                   << 0;
        QTest::newRow("text alone") << QByteArray("Subject: x\r\n\r\nhello") << 3;
        QTest::newRow("HTML alone") << QByteArray("Content-Type: text/html\r\n\r\n<p>x") << 3;
        QTest::newRow("bare LF") << QByteArray("Subject: x\n\nhello\n") << 3;
        QByteArray nested;
        for (int depth = 0; depth < 300; ++depth)
            nested += "Content-Type: multipart/mixed; boundary=b" + QByteArray::number(depth) +
                      "\r\n\r\n--b" + QByteArray::number(depth) + "\r\n";
        QTest::newRow("300 deep") << nested << 3;
        QTest::newRow("a word of 200,000 in HTML")
            << QByteArray("Content-Type: text/html\r\n\r\n<p>" + QByteArray(200'000, 'x')) << 3;
        QTest::newRow("two megabytes in one line")
            << QByteArray("Subject: x\r\n\r\n" + QByteArray(2 << 20, 'x')) << 3;
    }
    void odd()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, tabs);
        const auto view = openReceived(keep(bytes));
        auto *pages = view->findChild<QTabWidget *>();
        QCOMPARE(pages->count(), tabs);
        // Each page is laid out; with lines unbroken the last rows took minutes.
        for (int page = 0; page < tabs; ++page) {
            pages->setCurrentIndex(page);
            QVERIFY(!view->grab().isNull());
        }
    }

    void missing()
    {
        const auto view = openReceived(path(QStringLiteral("missing.eml")));
        QVERIFY(contains(*view, QStringLiteral("cannot be read")));
        QVERIFY(contains(*view, path(QStringLiteral("missing.eml"))));
    }
};

QTEST_MAIN(TestLetterViews)
#include "tst_letterviews.moc"
