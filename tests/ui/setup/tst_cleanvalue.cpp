// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/ServerDiscovery.h"
#include "ui/setup/DetailsPage.h"
#include "ui/setup/ServerSettingsForm.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace pennypost;

/// What is pasted with a host name, a user name or an address, and nobody sees.
class TestCleanValue : public QObject
{
    Q_OBJECT

private:
    static QLineEdit *line(const QWidget &widget, const char *name)
    {
        return widget.findChild<QLineEdit *>(QLatin1StringView(name));
    }
    static void paste(QLineEdit *field, const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        field->selectAll();
        QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    }

private Q_SLOTS:
    void unseenIsDropped_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("kept");
        const QString host = QStringLiteral("smtp.example.org");
        for (const QChar mark :
             {QChar(0x200E), QChar(0x200F), QChar(0x061C), QChar(0x202A), QChar(0x202B), QChar(0x202C),
              QChar(0x202D), QChar(0x202E), QChar(0x2066), QChar(0x2067), QChar(0x2068), QChar(0x2069),
              QChar(0x200B), QChar(0x2060), QChar(0xFEFF), QChar(0x00AD)}) {
            QTest::addRow("%x around", mark.unicode()) << QString(mark + host + mark) << host;
            QTest::addRow("%x inside", mark.unicode()) << QString(host.left(5) + mark + host.mid(5)) << host;
        }
        QTest::newRow("isolated, as our own windows write it")
            << QString(QChar(0x2068) + host + QChar(0x2069)) << host;
        QTest::newRow("blanks before") << QString(u"  \t" + host) << host;
        QTest::newRow("a no-break blank before") << QString(QChar(0x00A0) + host) << host;
        QTest::newRow("a mark, then a blank") << QString(u"\u200F " + host) << host;
        QTest::newRow("blanks behind, until the line is left")
            << QString(host + u"  ") << QString(host + u"  ");
        QTest::newRow("a blank inside is shown")
            << QStringLiteral("smtp example") << QStringLiteral("smtp example");
        QTest::newRow("letters of every script")
            << QStringLiteral("بريد.مثال") << QStringLiteral("بريد.مثال");
        QTest::newRow("a joiner is a letter's")
            << QStringLiteral("\u0646\u200C\u0645") << QStringLiteral("\u0646\u200C\u0645");
        QTest::newRow("nothing but marks") << QStringLiteral("\u200E \u200F") << QString();
    }
    void unseenIsDropped()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, kept);
        ServerSettingsForm form;
        const auto providers = ServerDiscovery::fromJson(R"({"version": 1, "providers": []})");
        DetailsPage page(providers ? *providers : ServerDiscovery(), std::nullopt);
        form.show();
        page.show();
        QSignalSpy edited(&form, &ServerSettingsForm::edited);
        for (QLineEdit *field : {line(form, "host"), line(form, "userName"), line(page, "address")}) {
            field->setFocus();
            paste(field, pasted);
            QCOMPARE(field->text(), kept);
        }
        QCOMPARE(form.settings().host, kept.trimmed());
        QCOMPARE(form.settings().userName, kept.trimmed());
        QVERIFY(kept.isEmpty() || edited.count() >= 2); // it counts as the person's own doing
    }

    void blanksBehindGoWithTheFocus()
    {
        ServerSettingsForm form;
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        QLineEdit *host = line(form, "host");
        host->setFocus();
        paste(host, QStringLiteral("smtp.example.org \t"));
        line(form, "userName")->setFocus();
        QCOMPARE(host->text(), QStringLiteral("smtp.example.org"));
    }

    /// "Alice Liddell <…>" and user names of two words are typed with a blank at the end for a moment.
    void typingABlankWorks()
    {
        ServerSettingsForm form;
        form.show();
        QLineEdit *user = line(form, "userName");
        user->setFocus();
        QTest::keyClicks(user, QStringLiteral("alice liddell"));
        QCOMPARE(user->text(), QStringLiteral("alice liddell"));
    }

    void theCursorStays()
    {
        ServerSettingsForm form;
        form.show();
        QLineEdit *host = line(form, "host");
        host->setFocus();
        QTest::keyClicks(host, QStringLiteral("smtp.org"));
        host->setCursorPosition(5);
        QGuiApplication::clipboard()->setText(QStringLiteral("\u2068example.\u2069"));
        QTest::keyClick(host, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(host->text(), QStringLiteral("smtp.example.org"));
        QCOMPARE(host->cursorPosition(), 13);
    }
};

QTEST_MAIN(TestCleanValue)
#include "tst_cleanvalue.moc"
