// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drafts/DraftStore.h"
#include "core/outbox/Outbox.h"
#include "core/outbox/OutboxStore.h"
#include "tests/core/outbox/Letters.h"
#include "tests/fakes/FakeClock.h"
#include "tests/fakes/FakeSubmitter.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

namespace pennypost {

/// Credentials as the test wants them: given, refused, or kept waiting as by a keyring's prompt.
class FakeCredentials final : public CredentialSource
{
public:
    void access(const Account &account, QObject *context, AccessDone done) override;
    void refused(const Account &account) override { refusedFor.append(account.id); }
    void answerWaiting();

    std::optional<SubmissionError> refusal;
    bool wait = false;
    int asked = 0;
    QStringList refusedFor; ///< ids of the accounts whose secret was refused

private:
    std::function<void()> m_waiting;
};

/// Everything that a Dispatch says.
struct Ends
{
    explicit Ends(Dispatch *dispatch);

    QSignalSpy accepted;
    QSignalSpy failed;
    QSignalSpy progress;
    qsizetype count() const { return accepted.size() + failed.size(); }
    SubmissionError error() const { return failed.at(0).at(0).value<SubmissionError>(); }
    SentLetter letter() const { return accepted.at(0).at(0).value<SentLetter>(); }
};

SubmissionError lost(Problem problem, Stage stage, int replyCode = 0);

/// An Outbox with a real store in a profile of its own and everything else fake.
class OutboxBench
{
public:
    explicit OutboxBench(const QString &profile);

    QString databaseFile() const { return m_profile + QStringLiteral("/pennypost.sqlite"); }
    /// Asks the store and waits for the answer, in the event loop.
    template<class Work>
    auto ask(Work work)
    {
        std::optional<std::invoke_result_t<Work, Database &>> answer;
        QObject context;
        store->run(&context, std::move(work), [&](auto given) { answer.emplace(std::move(given)); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }))
            qFatal("the store does not answer");
        return std::move(*answer);
    }
    QList<OutboxItem> items();
    QList<SentSummary> sent();
    std::optional<Draft> draft(const QString &id);
    void saveDraft(const Draft &draft);
    /// Makes every later write of an item or receipt fail, as a disk gone bad would.
    void breakStore();

    /// Nothing that is handed to the store is done until release(): to see who waits for it.
    class Hold
    {
    public:
        explicit Hold(OutboxBench &bench);
        ~Hold() { release(); }
        void release();

    private:
        std::shared_ptr<QSemaphore> m_mayGoOn = std::make_shared<QSemaphore>();
        bool m_released = false;
    };

    Posting posting(const Message &message, const QString &draftId = {}) const;

    /// How far a letter is brought before something happens to it.
    enum class Until { Posted, Access, WrittenDown, Submitted, DotDue, Released };
    /// Sends letter() and stops there; with WrittenDown and DotDue the store is held until `hold` goes.
    Dispatch *bring(Until until, const QString &draftId, std::unique_ptr<Hold> *hold = nullptr);
    static Message letter();
    /// Lets the event loop turn, for what must not happen.
    static void turn();

    FakeClock clock;
    CountingIds ids;
    FakeCredentials credentials;
    FakeSubmitter submitter;
    QObject owner; ///< of the Dispatches; outlives none of the above
    std::unique_ptr<StoreThread> store;
    std::unique_ptr<Outbox> outbox;

private:
    QString m_profile;
};

} // namespace pennypost

Q_DECLARE_METATYPE(pennypost::OutboxBench::Until)
