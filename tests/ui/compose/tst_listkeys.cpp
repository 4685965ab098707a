// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"

#include <QApplication>

using namespace pennypost;

namespace {

QString bodyOf(const BodyEditor &editor)
{
    QString html = editor.html();
    return html.remove(u"<html><body>\n"_qs).remove(u"</body></html>\n"_qs).remove(u'\n');
}

} // namespace

/// The keys that a list has for itself, in the window where they have another meaning as well.
class TestListKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tabIsTheListsInItsWindow();
};

/// Where there is another field to go to, Tab is the list's all the same, and elsewhere it leads on.
void TestListKeys::tabIsTheListsInItsWindow()
{
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.body->setRich(true);
    parts.body->setFocus();
    type(parts.body, u"a"_qs);
    parts.body->toggleList(false);
    parts.press(Qt::Key_Return, Qt::NoModifier);
    parts.press(Qt::Key_Tab, Qt::NoModifier);
    QCOMPARE(QApplication::focusWidget(), parts.body);
    type(parts.body, u"b"_qs);
    QCOMPARE(bodyOf(*parts.body), u"<ul><li>a<ul><li>b</li></ul></li></ul>"_qs);
    parts.press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(bodyOf(*parts.body), u"<ul><li>a</li><li>b</li></ul>"_qs);
    parts.press(Qt::Key_Backtab, Qt::ShiftModifier); // no further out: the way back to the subject
    QCOMPARE(QApplication::focusWidget(), parts.subject());
    parts.body->setFocus();
    parts.body->toggleList(false);
    parts.press(Qt::Key_Tab, Qt::NoModifier);
    QVERIFY(QApplication::focusWidget() != parts.body);
}

QTEST_MAIN(TestListKeys)
#include "tst_listkeys.moc"
