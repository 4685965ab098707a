// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Database.h"

#include <QPointer>
#include <QThread>

#include <memory>

namespace pennypost {

/// The one writer: a thread that owns the Database and runs work on it in order. Stores (DraftStore,
/// SentStore ...) are plain synchronous classes over a Database; whoever must not wait runs them here and
/// gets the answer in its own thread's event loop. GUI thread. Its destructor finishes all work that was
/// handed over: a draft saved at the last moment is saved. Answers that are not in by then are dropped.
///
///     store.run(this, [draft](Database &db) { return DraftStore(db).save(draft); },
///               [this](Result<void, StoreError> saved) { showSaved(saved); });
class StoreThread
{
public:
    explicit StoreThread(const QString &databaseFile);
    StoreThread(const StoreThread &) = delete;
    StoreThread &operator=(const StoreThread &) = delete;
    ~StoreThread();

    /// `work` runs on the store's thread and may not touch what belongs to another; `done` runs on the thread
    /// that made the StoreThread, which is `context`'s too, never if `context` has gone. What `done` holds is
    /// released on that thread in any case.
    template<class Work, class Done>
    void run(QObject *context, Work work, Done done);

private:
    /// One piece of work, on the store's thread.
    class Job
    {
    public:
        Job() = default;
        Job(const Job &) = delete;
        Job &operator=(const Job &) = delete;
        virtual ~Job() = default;
        virtual void run(Database &database, QObject *answers) = 0;
    };
    template<class Work, class Done>
    class JobOf;

    void post(std::unique_ptr<Job> job);

    QThread m_thread;
    /// Answers are called on it: it lives on the thread that made us and, unlike any `context`, outlives the
    /// store's thread. (An object of the answer's own, dying with its context, could be gone between our look
    /// at it and the call.)
    QObject m_answers;
    std::unique_ptr<QObject> m_anchor; ///< lives on m_thread
    std::unique_ptr<Database> m_database;
};

template<class Work, class Done>
class StoreThread::JobOf final : public StoreThread::Job
{
public:
    JobOf(QObject *context, Work work, Done done)
        : m_work(std::move(work)), m_call(std::make_shared<Call>(context, std::move(done)))
    {
    }

    void run(Database &database, QObject *answers) override
    {
        m_call->answer.emplace(m_work(database));
        // Handed over, not shared: whoever is last with the call is the thread that may release `done`.
        QMetaObject::invokeMethod(
            answers,
            [call = std::move(m_call)] {
                if (call->context)
                    call->done(std::move(*call->answer));
            },
            Qt::QueuedConnection);
    }

private:
    struct Call
    {
        Call(QObject *context_, Done done_) : context(context_), done(std::move(done_)) {}
        QPointer<QObject> context; ///< asked on its own thread alone
        Done done;
        std::optional<std::invoke_result_t<Work, Database &>> answer;
    };
    Work m_work;
    std::shared_ptr<Call> m_call;
};

template<class Work, class Done>
void StoreThread::run(QObject *context, Work work, Done done)
{
    Q_ASSERT(context->thread() == m_answers.thread());
    post(std::make_unique<JobOf<Work, Done>>(context, std::move(work), std::move(done)));
}

} // namespace pennypost
