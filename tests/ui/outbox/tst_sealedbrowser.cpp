// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/ReadableText.h"
#include "ui/outbox/SealedBrowser.h"

#include <QApplication>
#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPalette>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace pennypost;

namespace {

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

/// Counts how often its letter is laid out: each time it asks for the style sheet the letter names.
class CountingBrowser : public SealedBrowser
{
public:
    int laidOut = 0;
    QVariant loadResource(int type, const QUrl &name) override
    {
        laidOut += type == QTextDocument::StyleSheetResource ? 1 : 0;
        return SealedBrowser::loadResource(type, name);
    }
};

} // namespace

class TestSealedBrowser : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString path(const QString &name) const { return m_folder->filePath(name); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void readable_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("lines");
        QTest::addColumn<QString>("words");
        const QString pair = QStringLiteral("😀");
        QTest::newRow("short") << "ab cd" << "ab c\nd" << "ab cd";
        QTest::newRow("exact") << "abcd" << "abcd" << "abcd";
        QTest::newRow("one over") << "abcde" << "abcd\ne" << "abcd\u200be";
        QTest::newRow("lines of their own") << "abcd\nefgh\n" << "abcd\nefgh\n" << "abcd\nefgh\n";
        QTest::newRow("a pair stays a pair")
            << QString(u"abc" + pair + u"d") << QString(u"abc" + pair + u"\nd")
            << QString(u"abc" + pair + u"\u200bd");
        QTest::newRow("a tag is left alone") << "<abcdef>x" << "<abc\ndef>\nx" << "<abcdef>x";
        QTest::newRow("an entity is left alone") << "abcd&amp;e" << "abcd\n&amp\n;e" << "abcd&amp;\u200be";
        QTest::newRow("empty") << "" << "" << "";
    }
    void readable()
    {
        QFETCH(QString, text);
        QTEST(withShortLines(text, 4), "lines");
        QTEST(withBreakableWords(text, 4), "words");
        QCOMPARE(withBreakableWords(QStringLiteral("abcdef"), 200, 3), QStringLiteral("abc"));
    }

    // --- nothing is loaded from anywhere

    void sealed_data()
    {
        QTest::addColumn<QString>("html");
        const QString disk = QStringLiteral("DISK");
        const QString web = QStringLiteral("WEB");
        QTest::newRow("a picture on the web") << QStringLiteral("<img src='WEBx.png'>");
        QTest::newRow("a picture on the disk") << QStringLiteral("<img src='file://DISK'>");
        QTest::newRow("by its bare path") << QStringLiteral("<img src='DISK'>");
        QTest::newRow("a background")
            << QStringLiteral("<table background='DISK'><tr><td>x</td></tr></table>");
        QTest::newRow("a CSS background")
            << QStringLiteral("<p style='background-image:url(WEBx.png)'>x</p>");
        QTest::newRow("a style sheet")
            << QStringLiteral("<html><head><link rel=stylesheet href='WEBx.css'></head><p>x</html>");
        QTest::newRow("a style sheet on the disk")
            << QStringLiteral("<html><head><link rel=stylesheet href='DISK'></head><p>x</html>");
        QTest::newRow("a style sheet of its type") << QStringLiteral(
            "<html><head><link rel=stylesheet type='text/css' href='WEBx.css'></head><p>x</html>");
        QTest::newRow("an import") << QStringLiteral("<style>@import url(WEBx.css);</style><p>x");
        QTest::newRow("a share") << QStringLiteral("<img src='\\\\\\\\127.0.0.1\\\\share\\\\x.png'>");
        QTest::newRow("a data URL") << QStringLiteral("<img src='data:image/png;base64,%1'>")
                                           .arg(QString::fromLatin1(picture().toBase64()));
        QTest::newRow("a resource of ours")
            << QStringLiteral("<img src=':/icons/x.png'><img src='qrc:/x.png'>");
        QTest::newRow("an unknown content id") << QStringLiteral("<img src='cid:other@x'>");
        QTest::newRow("a content id that is no picture") << QStringLiteral("<img src='cid:bad@x'>");
        QTest::newRow("a frame, a script, a refresh")
            << QStringLiteral("<meta http-equiv=refresh content='0;url=WEB'><iframe "
                              "src='WEB'></iframe><script src='WEB'></script>x");
    }
    void sealed()
    {
        QFETCH(QString, html);
        QTcpServer web;
        QVERIFY(web.listen(QHostAddress::LocalHost));
        QSignalSpy asked(&web, &QTcpServer::newConnection);
        QFile secret(path(QStringLiteral("secret.png")));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write(picture());
        secret.close();
        html.replace(QStringLiteral("DISK"), secret.fileName());
        html.replace(QStringLiteral("WEB"), QStringLiteral("http://127.0.0.1:%1/").arg(web.serverPort()));
        SealedBrowser browser;
        browser.resize(300, 200);
        browser.showLetter(html, {{QStringLiteral("bad@x"), "no picture"}});
        browser.show();
        const QImage shown = browser.grab().toImage();
        QTest::qWait(0);
        QCOMPARE(asked.size(), 0);
        for (int y = 0; y < shown.height(); ++y) {
            for (int x = 0; x < shown.width(); ++x)
                QVERIFY2(shown.pixelColor(x, y) != QColor(Qt::red), "a picture was loaded");
        }
    }

    void ownPicturesAreShown()
    {
        SealedBrowser browser;
        browser.resize(300, 200);
        browser.showLetter(QStringLiteral("<img src='cid:dot@x' width=50 height=50>"),
                           {{QStringLiteral("dot@x"), picture()}});
        browser.show();
        const QImage shown = browser.grab().toImage();
        bool red = false;
        for (int y = 0; y < shown.height(); ++y) {
            for (int x = 0; x < shown.width(); ++x)
                red = red || shown.pixelColor(x, y) == QColor(Qt::red);
        }
        QVERIFY(red);
        QCOMPARE(browser.refusals(), 0);
    }

    /// Setting its own palette for the letter is a change of palette as well; a change of the font is none.
    void eachChangeOfColoursLaysOutOnce_data()
    {
        QTest::addColumn<QString>("style");
        QTest::addColumn<bool>("onPaper");
        QTest::newRow("colours of its own") << "color: red" << true;
        QTest::newRow("the window's colours") << "margin: 0" << false;
    }
    void eachChangeOfColoursLaysOutOnce()
    {
        QFETCH(QString, style);
        const QPalette before = QGuiApplication::palette();
        const auto restore = qScopeGuard([&] { QApplication::setPalette(before); });
        QApplication::setPalette(QPalette(QColor(240, 240, 240)));
        CountingBrowser browser;
        browser.show();
        browser.showLetter(
            QStringLiteral("<html><head><link rel=stylesheet type='text/css' href='x.css'></head>"
                           "<p style='%1'>x</p></html>")
                .arg(style),
            {});
        QCOMPARE(browser.laidOut, 1);
        QApplication::setPalette(QPalette(QColor(50, 50, 50)));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(browser.laidOut, 2);
        QTEST(browser.palette().color(QPalette::Base).lightness() > 128, "onPaper");
        browser.setFont(QFont(browser.font().family(), 30));
        browser.setEnabled(false);
        browser.setEnabled(true);
        QCOMPARE(browser.laidOut, 2);
        QApplication::setPalette(QPalette(QColor(240, 240, 240)));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(browser.laidOut, 3);
    }

    /// A few octets can say that they are a hundred million pixels; and one picture is decoded once, however
    /// often it is asked for.
    void picturesHaveABudget()
    {
        const auto mono = [](int side) {
            QImage image(side, side, QImage::Format_Mono);
            image.fill(0);
            QByteArray bytes;
            QBuffer buffer(&bytes);
            image.save(&buffer, "PNG");
            return bytes;
        };
        QString html;
        for (int i = 0; i < 50; ++i)
            html += QStringLiteral("<img src='cid:big@x?%1' width=5 height=5>").arg(i);
        SealedBrowser browser;
        browser.showLetter(html, {{QStringLiteral("big@x"), mono(5'000)}});
        std::ignore = browser.grab();    // painted, so that each is asked for
        QCOMPARE(browser.refusals(), 0); // 25 million pixels, once
        QHash<QString, QByteArray> five;
        html.clear();
        for (int i = 0; i < 5; ++i) {
            five.insert(QStringLiteral("p%1").arg(i), mono(5'000));
            html += QStringLiteral("<img src='cid:p%1' width=5 height=5>").arg(i);
        }
        browser.showLetter(html, five);
        std::ignore = browser.grab();
        QCOMPARE(browser.refusals(), 1);
    }

    void linksAreNotFollowed()
    {
        SealedBrowser browser;
        browser.showLetter(QStringLiteral("<a href='file:///etc/passwd'>x</a>"), {});
        QVERIFY(!browser.openLinks());
        QVERIFY(!browser.openExternalLinks());
    }
};

QTEST_MAIN(TestSealedBrowser)
#include "tst_sealedbrowser.moc"
