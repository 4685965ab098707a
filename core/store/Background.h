// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/CallQueue.h"

#include <QPointer>

#include <memory>
#include <optional>
#include <type_traits>

namespace pennypost {

/// Calls on `context`'s thread from another one, for as long as `context` lives; the safe way back from a
/// pool. Made on that thread and copied to the other; what a call holds is released on the first.
class WayBack
{
public:
    explicit WayBack(QObject *context)
        : m_context(context), m_queue(new CallQueue, [](CallQueue *queue) {
              // Behind the calls that are still on their way: a bare deleteLater() overtakes them wherever
              // somebody sends DeferredDelete ahead of other events, as QTest::qWait() does.
              queue->post([queue] { queue->deleteLater(); });
          })
    {
    }

    /// Any thread.
    template<class Call>
    void post(Call call) const
    {
        m_queue->post([context = m_context, call = std::move(call)]() mutable {
            if (context) // asked on its own thread alone
                call();
        });
    }

private:
    QPointer<QObject> m_context;
    std::shared_ptr<CallQueue> m_queue; ///< lives on that thread, as long as anyone may post
};

/// Runs `work` on the pool (a WorkerPool or QThreadPool) and hands its answer to `done` on `context`'s thread
/// (the caller's), never if `context` has gone: for work without a Database, such as making or reading a
/// letter's bytes.
template<class Pool, class Work, class Done>
void runOnPool(Pool &pool, QObject *context, Work work, Done done)
{
    using Answer = std::invoke_result_t<Work>;
    struct Job
    {
        Work work;
        Done done;
        std::optional<Answer> answer;
    };
    auto job = std::make_shared<Job>(Job{std::move(work), std::move(done), std::nullopt});
    pool.start([job = std::move(job), back = WayBack(context)]() mutable {
        job->answer.emplace(job->work());
        back.post([job = std::move(job)] { job->done(std::move(*job->answer)); });
    });
}

} // namespace pennypost
