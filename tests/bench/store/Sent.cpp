// SPDX-License-Identifier: GPL-3.0-or-later
// bench_sent [LETTERS]: fills a Sent list on disk, searches it, and prints what the first 500 results took
// and what the file grew by; then the same by a look at every row.
#include "core/outbox/OutboxStore.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace pennypost;

namespace {

/// Words as a language has them: few that are common, many that are rare.
QString word(QRandomGenerator &random)
{
    const double even = random.generateDouble();
    const int rank = int(20'000 * even * even * even * even);
    QString made;
    for (int rest = rank + 17; rest > 0; rest /= 20)
        made += QStringLiteral("%1%2").arg(QChar(u'a' + rest % 20)).arg(QChar(u"aeiou"[rest % 5]));
    return made;
}

QString words(QRandomGenerator &random, int count)
{
    QStringList list;
    for (int i = 0; i < count; ++i)
        list.append(word(random));
    return list.join(u' ');
}

SentLetter letter(QRandomGenerator &random, int number)
{
    SentLetter sent;
    sent.id = QString::number(number);
    sent.accountId = QStringLiteral("account");
    sent.message.from = {{}, QStringLiteral("alice"), QStringLiteral("example.org")};
    sent.message.to = {
        {words(random, 2), word(random) + QString::number(number % 3'000), QStringLiteral("example.net")}};
    sent.message.subject = words(random, 5);
    sent.message.text = words(random, 150);
    sent.message.messageId = QByteArray::number(number) + "@example.org";
    sent.receipt.time = QDateTime::fromSecsSinceEpoch(1'500'000'000 + qint64(number) * 900, Qt::UTC);
    sent.receipt.accepted = {sent.message.to.front().addrSpec()};
    sent.receipt.finalReply.code = 250;
    sent.receipt.finalReply.lines = {"2.0.0 queued as " + QByteArray::number(number + 1'000'000, 16)};
    return sent;
}

struct Times
{
    double first = 0; ///< with a cold cache of SQLite's own
    double median = 0;
};

template<class Question>
Times timesOf(const Question &question)
{
    Times result;
    std::vector<double> times;
    for (int i = 0; i < 9; ++i) {
        QElapsedTimer timer;
        timer.start();
        question();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    result.first = times.front();
    std::sort(times.begin(), times.end());
    result.median = times[times.size() / 2];
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    const int count = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("pennypost.sqlite"));
    const SystemClock clock;
    QRandomGenerator random(1);
    QElapsedTimer filling;
    filling.start();
    {
        Database database(file);
        OutboxStore store(database, clock);
        for (int number = 0; number < count;) {
            const int end = std::min(number + 1'000, count);
            const auto filled = database.transaction([&]() -> Result<void, StoreError> {
                for (; number < end; ++number) {
                    if (auto kept = store.accepted({}, letter(random, number)); !kept)
                        return kept;
                }
                return {};
            });
            if (!filled)
                return 1;
        }
    }
    std::printf("%d letters in %.1f s, %.1f KB each on disk\n", count, double(filling.elapsed()) / 1e3,
                double(QFileInfo(file).size()) / 1e3 / std::max(count, 1));

    Database database(file);
    const OutboxStore store(database, clock);
    std::printf("%-34s %9s %10s %8s   %s\n", "asked", "first ms", "median ms", "found", "every row, ms");
    double slowest = 0;
    QRandomGenerator again(1); // the first letter's words
    const Message known = letter(again, 0).message;
    const QStringList said = known.text.split(u' ');
    for (const QString &asked :
         {QString(), said[0].left(1), said[0].left(2), said[0], said[1], QString(said[0] + u' ' + said[1]),
          QString(said[2].left(2) + u' ' + said[3].left(3) + u' ' + said[4].left(2)), known.subject,
          QStringLiteral("f42"), known.to.front().addrSpec(), QStringLiteral("nobodyatall")}) {
        qsizetype found = -1;
        const Times ours = timesOf([&] {
            const auto letters = store.sent(asked);
            found = letters ? letters->size() : -1;
        });
        if (found < 0)
            return 1;
        const Times all = timesOf([&] {
            auto query = database.run(
                QStringLiteral("SELECT id FROM sent WHERE message LIKE ? ORDER BY time DESC LIMIT 500"),
                {QString(u'%' + asked + u'%')});
            while (query && query->next()) {
            }
        });
        slowest = std::max({slowest, ours.first, ours.median});
        std::printf("%-34.34s %9.2f %10.2f %8lld   %.2f\n", qPrintable(asked), ours.first, ours.median,
                    static_cast<long long>(found), all.median);
    }
    std::printf("the slowest of all: %.2f ms\n", slowest);
    return 0;
}
