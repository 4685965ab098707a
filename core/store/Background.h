// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/WayBack.h"

#include <memory>
#include <optional>
#include <type_traits>

namespace pennypost {

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
