// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/PasswordField.h"
#include "ui/setup/DetailsPage.h"
#include "ui/setup/SessionPassword.h"

#include <QTest>
#include <QToolButton>

using namespace pennypost;

/// The fields of the details page: what each shows, and the way between them.
class TestSetupFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passwordIsHiddenUntilAsked();
    void passwordIsNeverLearnt();
    void passwordOfASessionIsForgotten_data();
    void passwordOfASessionIsForgotten();
    void tabFollowsTheEye();
};

void TestSetupFields::passwordIsHiddenUntilAsked()
{
    PasswordField field;
    field.show();
    field.setFocus();
    QTest::keyClicks(&field, QStringLiteral("wonderland"));
    QCOMPARE(field.echoMode(), QLineEdit::Password);
    QVERIFY(!field.displayText().contains(u'w'));
    auto *eye = field.findChild<QToolButton *>();
    QVERIFY(!eye->accessibleName().isEmpty());
    QTest::mouseClick(eye, Qt::LeftButton);
    QCOMPARE(field.displayText(), QStringLiteral("wonderland"));
    QVERIFY(field.secret().bytes() == QByteArray("wonderland"));
    QTest::mouseClick(eye, Qt::LeftButton);
    QCOMPARE(field.echoMode(), QLineEdit::Password);
}

/// By what completes words for the keyboard on a screen, shown or not.
void TestSetupFields::passwordIsNeverLearnt()
{
    PasswordField field;
    field.show();
    const auto hints = Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase;
    for (const auto mode : {QLineEdit::Password, QLineEdit::Normal, QLineEdit::Password, QLineEdit::Normal}) {
        QCOMPARE(field.echoMode(), mode);
        QCOMPARE(field.inputMethodHints() & hints, hints);
        QCOMPARE(field.inputMethodHints().testFlag(Qt::ImhHiddenText), mode == QLineEdit::Password);
        QTest::mouseClick(field.eye(), Qt::LeftButton);
    }
}

void TestSetupFields::passwordOfASessionIsForgotten_data()
{
    QTest::addColumn<bool>("ended");
    QTest::newRow("taken or called off") << true;
    QTest::newRow("asked for another one") << false;
}

/// The next one who is asked sees neither the last password nor what is typed now.
void TestSetupFields::passwordOfASessionIsForgotten()
{
    QFETCH(bool, ended);
    SessionPassword part;
    part.ask(QStringLiteral("alice@example.org"));
    auto *field = part.findChild<PasswordField *>();
    auto *eye = field->findChild<QToolButton *>();
    QTest::mouseClick(eye, Qt::LeftButton);
    QTest::keyClicks(field, QStringLiteral("wonderland"));
    QCOMPARE(field->displayText(), QStringLiteral("wonderland"));
    if (ended)
        part.end();
    part.ask(QStringLiteral("bob@example.org"));
    QCOMPARE(field->text(), QString());
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QTest::mouseClick(eye, Qt::LeftButton); // hidden, a line has no undo
    QVERIFY(!field->isUndoAvailable());
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(field->text(), QString());
}

/// From top to bottom: each field that Tab reaches lies below the last one, or in its row.
void TestSetupFields::tabFollowsTheEye()
{
    const auto providers = ServerDiscovery::fromJson(R"({"version": 1, "providers": []})");
    DetailsPage page(providers ? *providers : ServerDiscovery(), std::nullopt);
    page.resize(500, 900);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.focusServer(); // unfolds it
    page.enter();
    QStringList way;
    int last = -1;
    const QWidget *first = page.focusWidget();
    do {
        const QWidget *now = page.focusWidget();
        const int middle = now->mapTo(&page, now->rect().center()).y();
        way.append(now->objectName());
        QVERIFY2(middle >= last - now->height() / 2, qPrintable(way.join(u' ')));
        last = middle;
        QTest::keyClick(page.focusWidget(), Qt::Key_Tab);
    } while (page.focusWidget() != first && way.size() < 20);
    QVERIFY2(way.contains(u"fold") && way.indexOf(u"fold") < way.indexOf(u"host"),
             qPrintable(way.join(u' ')));
    QCOMPARE(way.last(), QStringLiteral("foldMore"));
}

QTEST_MAIN(TestSetupFields)
#include "tst_setupfields.moc"
