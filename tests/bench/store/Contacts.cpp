// SPDX-License-Identifier: GPL-3.0-or-later
// bench_contacts [RECIPIENTS]: fills a history on disk, asks it what somebody types key by key, and prints
// what the questions took, the slowest of each among them; then the same by a search through every row.
#include "core/contacts/RecipientHistory.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace pennypost;

namespace {

/// A name of syllables, so that beginnings are shared as those of names are.
QString name(QRandomGenerator &random, int syllables)
{
    static const QStringList pieces{
        QStringLiteral("an"), QStringLiteral("ber"), QStringLiteral("chi"), QStringLiteral("da"),
        QStringLiteral("el"), QStringLiteral("for"), QStringLiteral("gu"),  QStringLiteral("ha"),
        QStringLiteral("in"), QStringLiteral("ka"),  QStringLiteral("lo"),  QStringLiteral("mü"),
        QStringLiteral("na"), QStringLiteral("o"),   QStringLiteral("pe"),  QStringLiteral("ro"),
        QStringLiteral("sa"), QStringLiteral("tho"), QStringLiteral("wi"),  QStringLiteral("zu")};
    QString made;
    for (int i = 0; i < syllables; ++i)
        made += pieces[random.bounded(int(pieces.size()))];
    made[0] = made[0].toUpper();
    return made;
}

Mailbox mailbox(QRandomGenerator &random, int number)
{
    const QString first = name(random, 2);
    const QString last = name(random, 3);
    const QString host = random.bounded(3) == 0 ? QStringLiteral("mail") : name(random, 3).toLower();
    return {first + u' ' + last, first.toLower() + u'.' + last.toLower() + QString::number(number),
            host + QStringLiteral(".example")};
}

struct Times
{
    double median = 0;
    double worst = 0;
};

template<class Question>
Times timesOf(const Question &question)
{
    std::vector<double> times;
    for (int i = 0; i < 15; ++i) {
        QElapsedTimer timer;
        timer.start();
        question();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times.back()};
}

} // namespace

int main(int argc, char **argv)
{
    const int count = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const QTemporaryDir folder;
    const SystemClock clock;
    Database database(folder.filePath(QStringLiteral("pennypost.sqlite")));
    RecipientHistory history(database, clock);
    QRandomGenerator random(1);
    QElapsedTimer filling;
    filling.start();
    MailboxList batch;
    for (int i = 0; i < count; ++i) {
        batch.append(mailbox(random, i));
        if (batch.size() < 1'000 && i + 1 < count)
            continue;
        if (!history.remember(QStringLiteral("account"), batch))
            return 1;
        batch.clear();
    }
    std::printf("%d recipients remembered in %.1f s\n", count, double(filling.elapsed()) / 1e3);
    std::printf("%-16s %10s %10s %8s   %s\n", "typed", "median ms", "worst ms", "found",
                "through all rows, ms");
    RecipientQuestion question;
    question.accountId = QStringLiteral("account");
    double worst = 0;
    for (const char *typed : {"a", "an", "and", "anda", "andael", "mu", "müka", "e", "mail", "a b", "an be",
                              "an ber zu", "anda.elka", "nobody", "x"}) {
        question.typed = QString::fromUtf8(typed);
        qsizetype found = 0;
        const Times ours = timesOf([&] {
            const auto answer = history.matching(question);
            found = answer ? answer->size() : -1;
        });
        if (found < 0)
            return 1;
        const Times all = timesOf([&] {
            auto query =
                database.run(QStringLiteral("SELECT display_name FROM recipient WHERE display_name LIKE ?"
                                            " OR local_part LIKE ? ORDER BY score DESC LIMIT 8"),
                             {QString(u'%' + question.typed + u'%'), QString(u'%' + question.typed + u'%')});
            while (query && query->next()) {
            }
        });
        worst = std::max(worst, ours.worst);
        std::printf("%-16s %10.2f %10.2f %8lld   %.2f\n", typed, ours.median, ours.worst,
                    static_cast<long long>(found), all.median);
    }
    std::printf("the slowest of all: %.2f ms\n", worst);
    return 0;
}
