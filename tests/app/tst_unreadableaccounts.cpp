// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Names.h"
#include "app/gui/Application.h"
#include "ui/setup/AccountAssistant.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace pennypost;

/// A start at which accounts.json can't be read: the person is told which file, where it is now and what to
/// do; nothing of it is lost, and the program does not behave as if it were the first start.
class TestUnreadableAccounts : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void takeUrl(const QUrl &url) { m_opened = url; }

private:
    QUrl m_opened;

    template<class Window>
    static QList<Window *> windows()
    {
        QList<Window *> found;
        for (auto *widget : QApplication::topLevelWidgets()) {
            auto *window = qobject_cast<Window *>(widget);
            if (window && window->isVisible())
                found.append(window);
        }
        return found;
    }
    static QByteArray goodAccount(const QString &folder)
    {
        const QString name = folder + QStringLiteral("/accounts.json");
        if (!AccountStore(name).add(practiceAccount(QStringLiteral("Me"))))
            qFatal("cannot store an account");
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read it back");
        return file.readAll();
    }

private Q_SLOTS:
    void initTestCase()
    {
        setApplicationNames();
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "takeUrl");
    }

    void told_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("aside"); ///< empty: the file stays where it is
        QTest::addColumn<QString>("says");
        QTest::addColumn<int>("accounts");
        const auto row = [](const char *name, const QByteArray &bytes, const char *aside, const char *says,
                            int accounts) {
            QTest::newRow(name) << bytes << QString::fromLatin1(aside) << QString::fromLatin1(says)
                                << accounts;
        };
        const char *const first = "accounts.json.damaged-1";
        row("no JSON at all", "no JSON at all", first, "Set your accounts up anew", 0);
        row("cut short", R"({"version": 1, "accounts": [{"id":)", first, "Set your accounts up anew", 0);
        row("another program's", R"({"theme": "dark"})", first, "Set your accounts up anew", 0);
        const QTemporaryDir scratch;
        QByteArray oneBroken = goodAccount(scratch.path());
        const qsizetype list = oneBroken.indexOf('[', oneBroken.indexOf("\"accounts\""));
        oneBroken.insert(list + 1, R"({"id": "broken"},)");
        row("one of two broken", oneBroken, first, "set the others up anew", 1);
        row("a later version's", R"({"version": 99, "accounts": []})", "", "later version", 0);
    }
    void told()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, aside);
        QFETCH(QString, says);
        QFETCH(int, accounts);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("accounts.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        {
            Services services(*Paths::open(folder.path()));
            Application application(services);
            application.start();
            QTest::qWait(0);
            QCOMPARE(windows<QMessageBox>().size(), 1);
            auto *box = windows<QMessageBox>().first();
            QCOMPARE(box->text(), QStringLiteral("Your accounts could not be read"));
            QVERIFY(box->defaultButton() && box->defaultButton() == box->button(QMessageBox::Ok));
            QCOMPARE(box->escapeButton(), box->button(QMessageBox::Ok));
            const QString words = box->informativeText();
            QVERIFY2(words.contains(QDir::toNativeSeparators(services.paths.accounts)), qPrintable(words));
            QVERIFY2(words.contains(says), qPrintable(words));
            QCOMPARE(words.contains(QStringLiteral("“%1”").arg(aside)), !aside.isEmpty());
            // As if nothing had ever been set up would be the wrong way to begin.
            QCOMPARE(windows<AccountAssistant>().size(), 0);
            QCOMPARE(windows<MainWindow>().size(), 1);
            QCOMPARE(services.accounts.accounts().size(), accounts);

            for (auto *button : box->buttons()) {
                if (box->buttonRole(button) == QMessageBox::ActionRole)
                    button->click();
            }
            QVERIFY(box->isVisible()); // to be read beside the folder
            QCOMPARE(QDir(m_opened.toLocalFile()), QDir(services.paths.profile));
            for (auto *open : windows<QMessageBox>())
                open->close();
            QTRY_COMPARE(windows<QMessageBox>().size(), 0);
        }
        // Not an octet of it is lost.
        QFile kept(folder.filePath(aside.isEmpty() ? QStringLiteral("accounts.json") : aside));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), bytes);
    }

    void whatIsNoFileIsTold()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("accounts.json")));
        Services services(*Paths::open(folder.path()));
        Application application(services);
        application.start();
        QTest::qWait(0);
        QCOMPARE(windows<QMessageBox>().size(), 1);
        QVERIFY(windows<QMessageBox>().first()->informativeText().contains(u"could not be opened"));
        QCOMPARE(windows<AccountAssistant>().size(), 0);
        windows<QMessageBox>().first()->close();
        QTRY_COMPARE(windows<QMessageBox>().size(), 0);
    }
};

QTEST_MAIN(TestUnreadableAccounts)
#include "tst_unreadableaccounts.moc"
