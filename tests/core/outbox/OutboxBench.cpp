// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/outbox/OutboxBench.h"

#include <QPointer>

namespace pennypost {

void FakeCredentials::access(const Account &account, QObject *context, AccessDone done)
{
    ++asked;
    auto answer = [this, account, guard = QPointer<QObject>(context), done = std::move(done)] {
        if (!guard)
            return;
        if (refusal)
            return done(Failure{*refusal});
        Access access;
        access.server = account.server;
        access.credential = {Credential::Kind::Password, account.server.userName,
                             Secret(QByteArray("let me in"))};
        done(std::move(access));
    };
    if (wait)
        m_waiting = std::move(answer);
    else
        QMetaObject::invokeMethod(context, std::move(answer), Qt::QueuedConnection);
}

void FakeCredentials::answerWaiting()
{
    std::exchange(m_waiting, nullptr)();
}

Ends::Ends(Dispatch *dispatch)
    : accepted(dispatch, &Dispatch::accepted),
      failed(dispatch, &Dispatch::failed),
      progress(dispatch, &Dispatch::progress)
{
}

SubmissionError lost(Problem problem, Stage stage, int replyCode)
{
    SubmissionError error;
    error.problem = problem;
    error.stage = stage;
    if (replyCode)
        error.reply = Reply{replyCode, std::nullopt, {"words"}};
    return error;
}

OutboxBench::OutboxBench(const QString &profile)
    : store(std::make_unique<StoreThread>(profile + QStringLiteral("/pennypost.sqlite"))),
      outbox(std::make_unique<Outbox>(*store, credentials, submitter, clock, ids)),
      m_profile(profile)
{
}

QList<OutboxItem> OutboxBench::items()
{
    return *ask([this](Database &database) { return OutboxStore(database, clock).items(); });
}

QList<SentSummary> OutboxBench::sent()
{
    return *ask([this](Database &database) { return OutboxStore(database, clock).sent(); });
}

std::optional<Draft> OutboxBench::draft(const QString &id)
{
    auto draft = ask([this, id](Database &database) { return DraftStore(database, clock).load(id); });
    return draft ? std::optional(*draft) : std::nullopt;
}

void OutboxBench::saveDraft(const Draft &draft)
{
    if (!ask([this, draft](Database &database) { return DraftStore(database, clock).save(draft); }))
        qFatal("cannot save a draft");
}

void OutboxBench::breakStore()
{
    const auto broken = ask([](Database &database) -> Result<void, StoreError> {
        for (const QString &table : {QStringLiteral("outbox_item"), QStringLiteral("sent")}) {
            for (const QString &change : {QStringLiteral("INSERT"), QStringLiteral("UPDATE")}) {
                auto ran = database.run(QStringLiteral("CREATE TRIGGER broken_%1_%2 BEFORE %2 ON %1"
                                                       " BEGIN SELECT RAISE(ABORT, 'broken'); END")
                                            .arg(table, change));
                if (!ran)
                    return Failure{ran.error()};
            }
        }
        return {};
    });
    if (!broken)
        qFatal("cannot break the store");
}

OutboxBench::Hold::Hold(OutboxBench &bench)
{
    bench.store->run(
        &bench.owner,
        [mayGoOn = m_mayGoOn](Database &) {
            mayGoOn->acquire();
            return 0;
        },
        [](int) {});
}

void OutboxBench::Hold::release()
{
    if (!std::exchange(m_released, true))
        m_mayGoOn->release();
}

Posting OutboxBench::posting(const Message &message, const QString &draftId) const
{
    Posting posting;
    posting.message = message;
    posting.account.id = QStringLiteral("alice");
    posting.account.identities = {{message.from}};
    posting.account.server.host = QStringLiteral("mail.example.org");
    posting.account.server.userName = QStringLiteral("alice");
    posting.draftId = draftId;
    return posting;
}

Message OutboxBench::letter()
{
    return letterTo({QStringLiteral("bob@example.net"), QStringLiteral("carol@example.net")});
}

void OutboxBench::turn()
{
    for (int round = 0; round < 50; ++round)
        QCoreApplication::sendPostedEvents();
}

Dispatch *OutboxBench::bring(Until until, const QString &draftId, std::unique_ptr<Hold> *hold)
{
    const auto wait = [](auto condition) {
        if (!QTest::qWaitFor(condition))
            qFatal("the letter does not get there");
    };
    credentials.wait = until == Until::Access || until == Until::WrittenDown;
    Dispatch *dispatch = outbox->send(posting(letter(), draftId), &owner);
    if (until == Until::Posted)
        return dispatch;
    const auto before = submitter.count();
    wait([&] { return credentials.asked > 0; });
    if (until == Until::Access)
        return dispatch;
    if (until == Until::WrittenDown) {
        *hold = std::make_unique<Hold>(*this);
        credentials.answerWaiting();
        return dispatch;
    }
    wait([&] { return submitter.count() > before; });
    if (until == Until::Submitted)
        return dispatch;
    if (until == Until::DotDue)
        *hold = std::make_unique<Hold>(*this);
    submitter.last()->reportFinalDotDue();
    if (until == Until::Released)
        wait([&] { return submitter.last()->isFinalDotReleased(); });
    return dispatch;
}

} // namespace pennypost
