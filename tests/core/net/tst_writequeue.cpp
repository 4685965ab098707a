// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/WriteQueue.h"

#include <QByteArray>
#include <QTest>

using namespace pennypost;

class TestWriteQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameBytes_data();
    void sameBytes();
    void empty();
};

void TestWriteQueue::sameBytes_data()
{
    QTest::addColumn<QList<int>>("pieces");
    constexpr int block = int(WriteQueue::blockSize);
    QTest::newRow("one octet") << QList<int>{1};
    QTest::newRow("many small") << QList<int>(5000, 17);
    QTest::newRow("a block") << QList<int>{block};
    QTest::newRow("a block and one") << QList<int>{block, 1};
    QTest::newRow("across blocks") << QList<int>{block - 1, 2, block, 3};
    QTest::newRow("two MiB at once") << QList<int>{2 * 1024 * 1024 + 5};
    QTest::newRow("with nothing between") << QList<int>{0, 5, 0, 0, block, 0};
}

void TestWriteQueue::sameBytes()
{
    QFETCH(QList<int>, pieces);
    WriteQueue queue;
    for (int round = 0; round < 3; ++round) { // the second time in memory that was used before
        QByteArray in, out;
        for (const int size : pieces) {
            QByteArray piece(size, Qt::Uninitialized);
            for (int i = 0; i < size; ++i)
                piece[i] = char(in.size() + i * 31 + round);
            in += piece;
            queue.append(piece);
            piece.fill('!'); // it is the queue's own copy that counts
        }
        QCOMPARE(queue.size(), in.size());
        while (!queue.isEmpty()) {
            QVERIFY(queue.front().size() > 0);
            QVERIFY(queue.front().size() <= WriteQueue::blockSize);
            out += queue.front();
            queue.dropFront();
            QCOMPARE(queue.size(), in.size() - out.size());
        }
        QVERIFY(out == in);
    }
}

void TestWriteQueue::empty()
{
    WriteQueue queue;
    QVERIFY(queue.isEmpty());
    QVERIFY(queue.front().isEmpty());
    queue.dropFront();
    queue.append({});
    QVERIFY(queue.isEmpty());
    QCOMPARE(queue.size(), 0);
}

QTEST_GUILESS_MAIN(TestWriteQueue)
#include "tst_writequeue.moc"
