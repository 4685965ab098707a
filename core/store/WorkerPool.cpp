// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/WorkerPool.h"

#include <utility>

namespace pennypost {

WorkerPool::WorkerPool(size_t threads) : m_most(threads) {}

WorkerPool::~WorkerPool()
{
    std::deque<std::function<void()>> dropped;
    {
        const std::lock_guard lock(m_guard);
        m_ending = true;
        dropped.swap(m_waiting);
    }
    m_news.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void WorkerPool::start(std::function<void()> work)
{
    const std::lock_guard lock(m_guard);
    m_waiting.push_back(std::move(work));
    if (m_waiting.size() > m_idle && m_threads.size() < m_most)
        m_threads.emplace_back([this] { serve(); });
    m_news.notify_one();
}

void WorkerPool::serve()
{
    std::unique_lock lock(m_guard);
    for (;;) {
        ++m_idle;
        m_news.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
        --m_idle;
        if (m_ending)
            return;
        auto work = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        work();
        work = nullptr; // what it holds is released before the next wait
        lock.lock();
    }
}

} // namespace pennypost
