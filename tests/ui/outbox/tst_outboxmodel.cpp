// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/FakeClock.h"
#include "ui/outbox/OutboxModel.h"
#include "ui/outbox/RelativeTime.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

using namespace pennypost;

namespace {

QDateTime at(int daysAgo, const QTime &time = QTime(9, 5))
{
    return {FakeClock::defaultStart().date().addDays(-daysAgo), time, Qt::OffsetFromUTC, 7200};
}

OutboxLists someLists()
{
    OutboxLists lists;
    OutboxItem undecided;
    undecided.id = QStringLiteral("item");
    undecided.draftId = QStringLiteral("doubtful");
    undecided.subject = QStringLiteral("Invoice");
    undecided.recipients = QStringLiteral("dora@example.net");
    undecided.phase = Phase::MayHaveBeenSent;
    undecided.since = at(0);
    OutboxItem going = undecided;
    going.id = QStringLiteral("going");
    going.draftId = QStringLiteral("b");
    going.phase = Phase::Sending;
    lists.items = {undecided, going};
    const auto draft = [](const char16_t *id, const QString &to, const QString &subject) {
        DraftSummary summary;
        summary.id = QString::fromUtf16(id);
        summary.to = to;
        summary.subject = subject;
        summary.savedAt = at(1);
        return summary;
    };
    lists.drafts = {draft(u"doubtful", QStringLiteral("dora@example.net"), QStringLiteral("Invoice")),
                    draft(u"a", QStringLiteral("Ünal <u@example.net>"), QString()),
                    draft(u"b", QString(), QStringLiteral("Grüße"))};
    SentSummary sent;
    sent.id = QStringLiteral("sent");
    sent.recipients = QStringLiteral("Bob <bob@example.net>, carol@example.net");
    sent.subject = QStringLiteral("Tea");
    sent.time = at(3);
    sent.refused = 1;
    lists.sent = {sent};
    return lists;
}

} // namespace

class TestOutboxModel : public QObject
{
    Q_OBJECT

private:
    FakeClock m_clock;

    static QStringList idsOf(const OutboxModel &model)
    {
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row) {
            const OutboxRow &shown = model.row(model.index(row));
            ids.append(shown.kind == OutboxRow::Kind::Heading ? QString(u'[' + shown.who + u']') : shown.id);
        }
        return ids;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void sections()
    {
        OutboxModel model(m_clock);
        QAbstractItemModelTester tester(&model);
        QVERIFY(model.isEmpty());
        model.setLists(someLists());
        model.setReceived(
            {{QStringLiteral("/p/1.eml"), QStringLiteral("alice@example.org"), QStringLiteral("Hi"), at(0)}});
        QCOMPARE(idsOf(model),
                 (QStringList{QStringLiteral("[Needs your decision]"), QStringLiteral("item"),
                              QStringLiteral("[Drafts]"), QStringLiteral("a"), QStringLiteral("b"),
                              QStringLiteral("[Sent]"), QStringLiteral("sent"),
                              QStringLiteral("[Practice: received here]"), QStringLiteral("/p/1.eml")}));
        QVERIFY(!model.isEmpty());
        QCOMPARE(model.flags(model.index(0)), Qt::NoItemFlags);
        QVERIFY(model.flags(model.index(1)) & Qt::ItemIsSelectable);
    }

    void words_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("note");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("spoken");
        QTest::newRow("undecided") << "item" << "dora@example.net" << "Invoice" << "May have been sent"
                                   << "09:05"
                                   << "May have been sent. Draft to dora@example.net: Invoice, 09:05";
        QTest::newRow("draft without a subject")
            << "a" << "Ünal <u@example.net>" << "(no subject)" << "" << "Yesterday"
            << "Draft to Ünal <u@example.net>: (no subject), Yesterday";
        QTest::newRow("draft on its way, to nobody yet")
            << "b" << "(no recipient)" << "Grüße" << "On its way" << "Yesterday"
            << "On its way. Draft to (no recipient): Grüße, Yesterday";
        QTest::newRow("sent") << "sent" << "Bob <bob@example.net>, carol@example.net" << "Tea" << "1 refused"
                              << "Tuesday"
                              << "1 refused. Sent to Bob <bob@example.net>, carol@example.net: Tea, Tuesday";
    }
    void words()
    {
        QFETCH(QString, id);
        OutboxModel model(m_clock);
        model.setLists(someLists());
        const QModelIndex index = model.indexOf(id);
        QVERIFY(index.isValid());
        QTEST(index.data(OutboxModel::WhoRole).toString(), "who");
        QTEST(index.data(OutboxModel::SubjectRole).toString(), "subject");
        QTEST(index.data(OutboxModel::NoteRole).toString().replace(QStringLiteral("%n"), QStringLiteral("1")),
              "note");
        QTEST(index.data(OutboxModel::TimeRole).toString(), "time");
        QTEST(index.data(Qt::AccessibleTextRole).toString(), "spoken");
    }

    void search_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QStringList>("ids");
        const QString drafts = QStringLiteral("[Drafts]");
        const QString sent = QStringLiteral("[Sent]");
        // What was sent has been searched by the store already.
        QTest::newRow("a name, without its dots")
            << "unal" << QStringList{drafts, QStringLiteral("a"), sent, QStringLiteral("sent")};
        QTest::newRow("a subject") << "GRUSSE"
                                   << QStringList{drafts, QStringLiteral("b"), sent, QStringLiteral("sent")};
        QTest::newRow("an undecided one")
            << "dora inv"
            << QStringList{QStringLiteral("[Needs your decision]"), QStringLiteral("item"), sent,
                           QStringLiteral("sent")};
    }
    void search()
    {
        QFETCH(QString, search);
        QFETCH(QStringList, ids);
        OutboxModel model(m_clock);
        model.setLists(someLists());
        model.setSearch(search);
        QCOMPARE(idsOf(model), ids);
    }

    void nothingFoundIsNotEmpty()
    {
        OutboxModel model(m_clock);
        model.setSearch(QStringLiteral("zebra"));
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.isEmpty());
        model.setSearch({});
        QVERIFY(model.isEmpty());
    }

    void hiddenWhileItCanBeUndone()
    {
        OutboxModel model(m_clock);
        model.setLists(someLists());
        const QStringList before = idsOf(model);
        model.setHidden(QStringLiteral("sent"), true);
        QVERIFY(!idsOf(model).contains(QStringLiteral("[Sent]")));
        model.setLists(someLists()); // a refresh meanwhile does not bring it back
        QVERIFY(!model.indexOf(QStringLiteral("sent")).isValid());
        model.setHidden(QStringLiteral("sent"), false);
        QCOMPARE(idsOf(model), before);
    }

    // --- times

    void relativeTimes_data()
    {
        QTest::addColumn<QDateTime>("time");
        QTest::addColumn<QString>("expected");
        QTest::newRow("today") << at(0, QTime(0, 0)) << "00:00";
        QTest::newRow("later today") << at(0, QTime(23, 59)) << "23:59";
        QTest::newRow("yesterday, late") << at(1, QTime(23, 59)) << "Yesterday";
        QTest::newRow("within a week") << at(6) << "Saturday";
        QTest::newRow("a week") << at(7) << "10/05/2024";
        QTest::newRow("last year") << at(400) << "13/04/2023";
        QTest::newRow("a clock that was wrong") << at(-3) << "20/05/2024";
        QTest::newRow("on the reader's clock")
            << QDateTime(FakeClock::defaultStart().date(), QTime(1, 0), Qt::OffsetFromUTC, 10 * 3600)
            << "Yesterday";
        QTest::newRow("none") << QDateTime() << "";
    }
    void relativeTimes()
    {
        QFETCH(QDateTime, time);
        QFETCH(QString, expected);
        QCOMPARE(RelativeTime::of(time, m_clock.now()), expected);
    }

    // --- what the practice server received

    void receivedFolder()
    {
        QTemporaryDir folder;
        const auto write = [&](const QString &name, const QByteArray &bytes) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        write(QStringLiteral("a.eml"),
              "From: =?utf-8?q?=C3=9Cnal?= <u@example.net>\r\nSubject: Hi\r\n there\r\n\r\nx");
        write(QStringLiteral("large.eml"), "Subject: Large\r\n\r\n" + QByteArray(300'000, 'x'));
        write(QStringLiteral("broken.eml"), QByteArray(200'000, '\xff'));
        write(QStringLiteral("empty.eml"), {});
        write(QStringLiteral("other.txt"), "Subject: no letter\r\n\r\n");
        const auto letters = readReceived(folder.path());
        QCOMPARE(letters.size(), 4);
        for (const ReceivedSummary &letter : letters) {
            QVERIFY(QDir::isAbsolutePath(letter.file));
            QVERIFY(letter.time.isValid());
            if (letter.file.endsWith(QStringLiteral("a.eml"))) {
                QVERIFY2(letter.from.contains(QStringLiteral("Ünal")), qPrintable(letter.from));
                QCOMPARE(letter.subject, QStringLiteral("Hi there"));
            } else if (letter.file.endsWith(QStringLiteral("large.eml"))) {
                QCOMPARE(letter.subject, QStringLiteral("Large"));
            }
        }
        QCOMPARE(readReceived(folder.path(), 2).size(), 2);
        QVERIFY(readReceived({}).isEmpty());
        QVERIFY(readReceived(folder.filePath(QStringLiteral("missing"))).isEmpty());
    }
};

QTEST_MAIN(TestOutboxModel)
#include "tst_outboxmodel.moc"
