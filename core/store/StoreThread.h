// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CallQueue.h"
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
    QThread m_thread;
    std::unique_ptr<Database> m_database; ///< the store's thread's alone; gone before that ends
    /// Answers are called here: it lives on the thread that made us and, unlike any `context`, outlives the
    /// store's thread. (An object of the answer's own, dying with its context, could be gone between the
    /// store's look at it and the call.)
    CallQueue m_answers;
    std::unique_ptr<CallQueue> m_work; ///< lives on m_thread
};

template<class Work, class Done>
void StoreThread::run(QObject *context, Work work, Done done)
{
    Q_ASSERT(context->thread() == m_answers.thread());
    m_work->post(
        [this, guard = QPointer<QObject>(context), work = std::move(work), done = std::move(done)]() mutable {
            m_answers.post(
                [guard = std::move(guard), done = std::move(done), answer = work(*m_database)]() mutable {
                    if (guard) // asked on its own thread alone
                        done(std::move(answer));
                });
        });
}

} // namespace pennypost
