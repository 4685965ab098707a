// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Background.h"
#include "core/store/StoreThread.h"
#include "core/store/WorkerPool.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace pennypost;

namespace {

Result<void, StoreError> insertDraft(Database &database, int number)
{
    auto inserted = database.run(
        QStringLiteral("INSERT INTO draft VALUES (?, '', x'', '', '', '', '', 0, 0, '{}', 0, 0)"),
        {QString::number(number)});
    if (!inserted)
        return Failure{inserted.error()};
    return {};
}

qint64 drafts(Database &database)
{
    auto query = database.run(QStringLiteral("SELECT count(*) FROM draft"));
    return query && query->next() ? query->value(0).toLongLong() : -1;
}

/// Knows on which thread it went.
struct Witness
{
    explicit Witness(QThread **where) : m_where(where) {}
    Witness(const Witness &) = delete;
    Witness &operator=(const Witness &) = delete;
    ~Witness() { *m_where = QThread::currentThread(); }

private:
    QThread **m_where;
};

} // namespace

class TestStoreThread : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_profile;
    QString file() const { return m_profile->filePath(QStringLiteral("pennypost.sqlite")); }

private Q_SLOTS:
    void init() { m_profile = std::make_unique<QTemporaryDir>(); }

    void worksThereAnswersHereInOrder()
    {
        StoreThread store(file());
        QThread *workedOn = nullptr;
        QThread *answeredOn = nullptr;
        QList<int> answers;
        for (int number = 0; number < 100; ++number) {
            store.run(
                this,
                [number, &workedOn](Database &database) {
                    workedOn = QThread::currentThread();
                    return insertDraft(database, number).hasValue() ? number : -1;
                },
                [&](int answer) {
                    answeredOn = QThread::currentThread();
                    answers.append(answer);
                });
        }
        QVERIFY2(answers.isEmpty(), "never within the call");
        QTRY_COMPARE(answers.size(), 100);
        for (int number = 0; number < 100; ++number)
            QCOMPARE(answers[number], number);
        QVERIFY(workedOn && workedOn != QThread::currentThread());
        QCOMPARE(answeredOn, QThread::currentThread());
    }

    void whatWasHandedOverIsFinished()
    {
        int answers = 0;
        {
            StoreThread store(file());
            for (int number = 0; number < 200; ++number)
                store.run(
                    this, [number](Database &database) { return insertDraft(database, number); },
                    [&](const Result<void, StoreError> &) { ++answers; });
        }
        Database database(file());
        QCOMPARE(drafts(database), 200);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(answers, 0); // nobody is called back by a store that has gone
    }

    void aDeadContextIsNotCalled_data()
    {
        QTest::addColumn<bool>("whileItWorks");
        QTest::newRow("gone before the work") << false;
        QTest::newRow("gone while it works") << true;
    }
    void aDeadContextIsNotCalled()
    {
        QFETCH(bool, whileItWorks);
        StoreThread store(file());
        QSemaphore started;
        QSemaphore mayEnd;
        bool called = false;
        QThread *releasedOn = nullptr;
        auto context = std::make_unique<QObject>();
        store.run(
            context.get(),
            [&](Database &) {
                started.release();
                mayEnd.acquire();
                return 1;
            },
            [&called, witness = std::make_shared<Witness>(&releasedOn)](int) { called = true; });
        if (whileItWorks)
            started.acquire();
        context.reset();
        mayEnd.release();
        bool later = false;
        store.run(this, [](Database &) { return 2; }, [&](int) { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!called);
        QCOMPARE(releasedOn, QThread::currentThread());
    }

    // The race that a relay of the answer's own, dying with its context, would lose now and then.
    void contextsComeAndGo()
    {
        StoreThread store(file());
        int answered = 0;
        for (int round = 0; round < 2000; ++round) {
            auto context = std::make_unique<QObject>();
            store.run(context.get(), [round](Database &) { return round; }, [&](int) { ++answered; });
            if (round % 3 == 0)
                QCoreApplication::sendPostedEvents();
            if (round % 5 == 0)
                QThread::yieldCurrentThread();
        }
        bool last = false;
        store.run(this, [](Database &) { return 0; }, [&](int) { last = true; });
        QTRY_VERIFY(last);
        QVERIFY(answered <= 2000);
    }

    void anUnusableDatabaseAnswersWithTheReason()
    {
        StoreThread store(m_profile->filePath(QStringLiteral("no/such/folder/x.sqlite")));
        std::optional<StoreError::Kind> kind;
        store.run(
            this, [](Database &database) { return insertDraft(database, 1); },
            [&](const Result<void, StoreError> &done) { kind = done.error().kind; });
        QTRY_VERIFY(kind);
        QCOMPARE(*kind, StoreError::Kind::CannotOpen);
    }

    void moveOnlyAnswers()
    {
        StoreThread store(file());
        std::unique_ptr<int> got;
        store.run(
            this, [](Database &) { return std::make_unique<int>(42); },
            [&](std::unique_ptr<int> answer) { got = std::move(answer); });
        QTRY_VERIFY(got);
        QCOMPARE(*got, 42);
    }

    void moveOnlyWork()
    {
        StoreThread store(file());
        int got = 0;
        store.run(
            this, [number = std::make_unique<int>(42)](Database &) { return *number; },
            [&, two = std::make_unique<int>(2)](int answer) { got = answer + *two; });
        QTRY_COMPARE(got, 44);
    }

    // --- the pool's way back

    void aPoolThatEndsDropsWhatHasNotBegun()
    {
        QSemaphore started;
        QSemaphore mayEnd;
        std::atomic_int done = 0;
        std::thread releaser;
        {
            WorkerPool pool(1);
            pool.start([&] {
                started.release();
                mayEnd.acquire();
                ++done;
            });
            started.acquire();
            for (int number = 0; number < 5; ++number)
                pool.start([&] { ++done; });
            // Only once the pool is on its way out: it waits for the one and takes no other.
            releaser = std::thread([&] {
                QThread::msleep(20);
                mayEnd.release();
            });
        }
        releaser.join();
        QVERIFY(done >= 1);
        QVERIFY(done <= 6);
    }

    void poolAnswers()
    {
        WorkerPool pool(2);
        QThread *workedOn = nullptr;
        int got = 0;
        runOnPool(
            pool, this,
            [&] {
                workedOn = QThread::currentThread();
                return 5;
            },
            [&](int answer) { got = answer; });
        QTRY_COMPARE(got, 5);
        QVERIFY(workedOn != QThread::currentThread());
    }

    void poolContextsComeAndGo()
    {
        WorkerPool pool(2);
        int answered = 0;
        bool last = false;
        for (int round = 0; round < 1000; ++round) {
            auto context = std::make_unique<QObject>();
            runOnPool(pool, context.get(), [round] { return round; }, [&](int) { ++answered; });
            if (round % 3 == 0)
                QCoreApplication::sendPostedEvents();
        }
        runOnPool(pool, this, [] { return 0; }, [&](int) { last = true; });
        QTRY_VERIFY(last);
        QVERIFY(answered <= 1000);
    }
};

QTEST_GUILESS_MAIN(TestStoreThread)
#include "tst_storethread.moc"
