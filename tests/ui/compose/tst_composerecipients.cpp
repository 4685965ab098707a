// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contacts/RecipientHistory.h"
#include "tests/ui/compose/ComposeBench.h"
#include "ui/compose/RecipientSuggestions.h"

#include <QAbstractItemView>

using namespace pennypost;

/// Whom one has written to is known in the next letter's fields.
class TestComposeRecipients : public QObject
{
    Q_OBJECT

private:
    static QAbstractItemView *list(RecipientField &field)
    {
        return field.findChild<RecipientSuggestions *>()->popup();
    }
    static qsizetype known(ComposeBench &bench, const QString &typed)
    {
        return bench
            .ask([&](Database &database) {
                return RecipientHistory(database, bench.clock).matching({typed, {}, {}});
            })
            ->size();
    }
    /// A letter that was taken for these.
    static void writeTo(ComposeBench &bench, const QString &to, qsizetype number)
    {
        const Parts parts(bench.open());
        parts.write(to, u"Tea"_qs, u"words"_qs);
        QPointer<ComposeWindow> window(parts.window);
        parts.press(Qt::Key_Return);
        FakeSubmission *submission = bench.submission(number);
        submission->reportFinalDotDue();
        submission->accept();
        SOON(!window);
    }

private Q_SLOTS:
    void knownFromTheLetterBefore()
    {
        ComposeBench bench;
        writeTo(bench, u"Bob Brown <bob@example.net>, carol@example.net"_qs, 1);
        const Parts parts(bench.open());
        parts.head->to().setFocus();
        type(parts.to(), u"bro"_qs);
        SOON(list(parts.head->to())->isVisible());
        QTest::keyClick(list(parts.head->to()), Qt::Key_Return);
        QCOMPARE(parts.head->to().typed(), u"Bob Brown <bob@example.net>, "_qs);
        // Who is there already is not offered; who came along with him is.
        type(parts.to(), u"example"_qs);
        SOON(list(parts.head->to())->isVisible());
        QCOMPARE(list(parts.head->to())->model()->rowCount(), 1);
        QTest::keyClick(list(parts.head->to()), Qt::Key_Tab);
        QCOMPARE(parts.head->to().mailboxes().size(), 2);
        QCOMPARE(parts.head->to().mailboxes()[1].addrSpec(), u"carol@example.net"_qs);
    }

    void forgotten()
    {
        ComposeBench bench;
        writeTo(bench, u"bob@example.net"_qs, 1);
        QCOMPARE(known(bench, u"bob"_qs), 1);
        const Parts parts(bench.open());
        parts.head->to().setFocus();
        type(parts.to(), u"bo"_qs);
        SOON(list(parts.head->to())->isVisible());
        QTest::keyClick(list(parts.head->to()), Qt::Key_Down);
        QTest::keyClick(list(parts.head->to()), Qt::Key_Delete);
        QVERIFY(!list(parts.head->to())->isVisible());
        QCOMPARE(known(bench, u"bob"_qs), 0);
        QCOMPARE(parts.head->to().typed(), u"bo"_qs);
    }
};

QTEST_MAIN(TestComposeRecipients)
#include "tst_composerecipients.moc"
