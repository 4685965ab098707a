// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace pennypost {

/// A few threads for work that has no place on the GUI's nor on the store's: making a letter's bytes, copying
/// attachments. Started when first needed. At its end it waits for what is running and drops what has not
/// begun. (Not QThreadPool: ThreadSanitizer cannot see its hand-over, see CallQueue.) start() on the owner's
/// thread.
class WorkerPool
{
public:
    explicit WorkerPool(size_t threads);
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;
    ~WorkerPool();

    void start(std::function<void()> work);

private:
    void serve();

    const size_t m_most;
    std::mutex m_guard;
    std::condition_variable m_news;
    std::deque<std::function<void()>> m_waiting;
    size_t m_idle = 0;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace pennypost
