// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contacts/RecipientHistory.h"
#include "core/message/MailboxParser.h"
#include "tests/fakes/FakeClock.h"

#include <QTest>

using namespace pennypost;
using namespace std::chrono_literals;

namespace {

const QString account = QStringLiteral("alice");

MailboxList listed(const QString &text)
{
    MailboxList list;
    for (const ParsedMailbox &entry : parseMailboxes(text))
        list.append(entry.mailbox.value());
    return list;
}

} // namespace

class TestRecipientHistory : public QObject
{
    Q_OBJECT

private:
    FakeClock m_clock;
    std::unique_ptr<Database> m_database;

    RecipientHistory history() { return {*m_database, m_clock}; }
    void write(const QString &to, const QString &from = account)
    {
        QVERIFY(history().remember(from, listed(to)));
    }
    QString matching(const QString &typed, const QString &present = {}, const QString &from = account)
    {
        const auto found = history().matching({typed, from, listed(present)});
        if (!found)
            return found.error().detail;
        QStringList names;
        for (const KnownRecipient &recipient : *found)
            names.append(recipient.mailbox.display());
        return names.join(u", ");
    }

private Q_SLOTS:
    void init() { m_database = std::make_unique<Database>(QStringLiteral(":memory:")); }

    void found_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("found");
        const QString ann = QStringLiteral("Ann Müller <a.mueller@example.org>");
        QTest::newRow("nothing typed") << QString() << QString();
        QTest::newRow("a sign") << QStringLiteral("\"") << QString();
        QTest::newRow("a first name") << QStringLiteral("an") << ann;
        QTest::newRow("a last name without its dots") << QStringLiteral("MULL") << ann;
        QTest::newRow("both, the other way") << QStringLiteral("müller, a") << ann;
        QTest::newRow("an address") << QStringLiteral("a.mueller@exa") << ann;
        QTest::newRow("within a word") << QStringLiteral("ller") << QString();
        QTest::newRow("one of two words") << QStringLiteral("ann smith") << QString();
        QTest::newRow("a domain") << QStringLiteral("example") << ann;
        QTest::newRow("a pattern") << QStringLiteral("%_") << QString();
    }
    void found()
    {
        QFETCH(const QString, typed);
        write(QStringLiteral("Ann Müller <a.mueller@example.org>"));
        write(QStringLiteral("carl@elsewhere.net"));
        QTEST(matching(typed), "found");
    }

    void oncePerAddress()
    {
        write(QStringLiteral("Ann <a@Bücher.example>, a@xn--bcher-kva.example"));
        QCOMPARE(matching(QStringLiteral("a")), QStringLiteral("Ann <a@Bücher.example>"));
        write(QStringLiteral("A@bücher.example")); // local parts are equal to the letter
        QCOMPARE(matching(QStringLiteral("a")).count(u'@'), 2);
    }

    void theLastNameCounts()
    {
        write(QStringLiteral("Ann Smith <a@x.example>"));
        write(QStringLiteral("Ann Miller <a@x.example>"));
        write(QStringLiteral("a@x.example"));
        QCOMPARE(matching(QStringLiteral("mil")), QStringLiteral("Ann Miller <a@x.example>"));
        QCOMPARE(matching(QStringLiteral("smith")), QString());
        const auto found = history().matching({QStringLiteral("ann"), account, {}});
        QVERIFY(found && found->size() == 1);
        QCOMPARE(found->front().letters, 3);
        QCOMPARE(found->front().last, m_clock.now());
    }

    void lately()
    {
        write(QStringLiteral("x.old@x.example"));
        m_clock.advance(24h * 60);
        write(QStringLiteral("x.new@x.example"));
        QCOMPARE(matching(QStringLiteral("x")), QStringLiteral("x.new@x.example, x.old@x.example"));
    }

    void often()
    {
        for (int i = 0; i < 5; ++i)
            write(QStringLiteral("x.often@x.example"));
        m_clock.advance(24h * 60); // worth five quarters
        write(QStringLiteral("x.new@x.example"));
        QCOMPARE(matching(QStringLiteral("x")), QStringLiteral("x.often@x.example, x.new@x.example"));
        m_clock.advance(24h * 30);
        write(QStringLiteral("x.new@x.example"));
        QCOMPARE(matching(QStringLiteral("x")), QStringLiteral("x.new@x.example, x.often@x.example"));
    }

    void fromThisAccount()
    {
        write(QStringLiteral("x.work@x.example"), QStringLiteral("work"));
        m_clock.advance(24h);
        write(QStringLiteral("x.home@x.example"), QStringLiteral("home"));
        QCOMPARE(matching(QStringLiteral("x"), {}, QStringLiteral("work")),
                 QStringLiteral("x.work@x.example, x.home@x.example"));
        QCOMPARE(matching(QStringLiteral("x"), {}, QStringLiteral("home")),
                 QStringLiteral("x.home@x.example, x.work@x.example"));
    }

    void company()
    {
        write(QStringLiteral("chief@y.example, x.together@x.example"));
        m_clock.advance(24h * 30);
        write(QStringLiteral("x.alone@x.example"));
        write(QStringLiteral("x.alone@x.example"));
        QCOMPARE(matching(QStringLiteral("x.")), QStringLiteral("x.alone@x.example, x.together@x.example"));
        QCOMPARE(matching(QStringLiteral("x."), QStringLiteral("Chief <chief@y.example>")),
                 QStringLiteral("x.together@x.example, x.alone@x.example"));
    }

    void whoIsThereIsNotOffered()
    {
        write(QStringLiteral("ann@x.example, anna@x.example"));
        QCOMPARE(matching(QStringLiteral("an"), QStringLiteral("ann@x.example")),
                 QStringLiteral("anna@x.example"));
    }

    void ofAMailingNobodyKeepsCompany()
    {
        QStringList many;
        for (int i = 0; i < 21; ++i)
            many.append(QStringLiteral("m%1@x.example").arg(i));
        write(many.join(u','));
        auto query = m_database->run(QStringLiteral("SELECT count(*) FROM recipient_company"));
        QVERIFY(query && query->next());
        QCOMPARE(query->value(0).toInt(), 0);
        QCOMPARE(matching(QStringLiteral("m")).count(u'@'), 8); // as many as are asked for
    }

    void forgotten()
    {
        write(QStringLiteral("Ann <ann@x.example>, bob@x.example"));
        QVERIFY(history().forget(listed(QStringLiteral("ann@X.example")).front()));
        QCOMPARE(matching(QStringLiteral("ann")), QString());
        for (const char *table : {"recipient_word", "recipient_account", "recipient_company"}) {
            auto query = m_database->run(QStringLiteral("SELECT count(*) FROM %1 WHERE recipient_id = 1")
                                             .arg(QLatin1StringView(table)));
            QVERIFY(query && query->next());
            QCOMPARE(query->value(0).toInt(), 0);
        }
        QVERIFY(history().forget(listed(QStringLiteral("ann@x.example")).front()));
        write(QStringLiteral("ann@x.example"));
        QCOMPARE(matching(QStringLiteral("ann")), QStringLiteral("ann@x.example"));
    }

    /// What fits thousands is looked for among the likeliest.
    void commonBeginnings()
    {
        MailboxList many;
        for (int i = 0; i < 6'000; ++i)
            many.append({QStringLiteral("Sam %1").arg(i), QStringLiteral("sam%1").arg(i),
                         QStringLiteral("x.example")});
        QVERIFY(history().remember(account, many));
        m_clock.advance(24h);
        write(QStringLiteral("Sam Early <sam17@x.example>"));
        QVERIFY(matching(QStringLiteral("s")).startsWith(QStringLiteral("Sam Early <sam17@x.example>")));
        QCOMPARE(matching(QStringLiteral("sam e")), QStringLiteral("Sam Early <sam17@x.example>"));
        QCOMPARE(matching(QStringLiteral("sam 5999")), QStringLiteral("Sam 5999 <sam5999@x.example>"));
        QCOMPARE(matching(QStringLiteral("s sa")).count(u'@'), 8);
    }
};

QTEST_GUILESS_MAIN(TestRecipientHistory)
#include "tst_recipienthistory.moc"
