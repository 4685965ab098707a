// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Database.h"

#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>

namespace pennypost {

/// The one writer: a thread that owns the Database and runs work on it in order. Stores (DraftStore,
/// SentStore ...) are plain synchronous classes over a Database; whoever must not wait runs them here and
/// gets the answer in its own thread's event loop. GUI thread. Its destructor finishes all work that was
/// handed over: a draft saved at the last moment is saved.
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

    /// `work` runs on the store's thread and may not touch what belongs to another; `done` runs on
    /// `context`'s thread, never if `context` has gone.
    template<class Work, class Done>
    void run(QObject *context, Work work, Done done);

private:
    void post(std::function<void(Database &)> work);

    QThread m_thread;
    std::unique_ptr<QObject> m_anchor; ///< lives on m_thread
    std::unique_ptr<Database> m_database;
};

template<class Work, class Done>
void StoreThread::run(QObject *context, Work work, Done done)
{
    // A QPointer may be copied to, but not asked on, another thread: so the answer goes to a relay that lives
    // with `context` and dies with it, and Qt drops calls queued for a dead receiver.
    using Answer = std::invoke_result_t<Work, Database &>;
    auto *relay = new QObject;
    relay->moveToThread(context->thread());
    QObject::connect(context, &QObject::destroyed, relay, &QObject::deleteLater);
    post([work = std::move(work), done = std::move(done), relay,
          guard = QPointer<QObject>(context)](Database &database) mutable {
        auto answer = std::make_shared<Answer>(work(database));
        QMetaObject::invokeMethod(relay, [done = std::move(done), answer, relay, guard]() mutable {
            if (guard)
                done(std::move(*answer));
            delete relay;
        });
    });
}

} // namespace pennypost
