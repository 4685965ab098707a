// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CallQueue.h"

#include <QCoreApplication>
#include <QEvent>

namespace pennypost {

CallQueue::~CallQueue()
{
    // By the lock, what the last posting thread put in is seen whole when it is released here.
    std::deque<std::unique_ptr<Pending>> left;
    {
        const std::lock_guard lock(m_guard);
        left.swap(m_calls);
    }
}

void CallQueue::push(std::unique_ptr<Pending> call)
{
    {
        const std::lock_guard lock(m_guard);
        m_calls.push_back(std::move(call));
    }
    QCoreApplication::postEvent(this, new QEvent(QEvent::User)); // one event, one call
}

void CallQueue::customEvent(QEvent *)
{
    std::unique_ptr<Pending> call;
    {
        const std::lock_guard lock(m_guard);
        if (m_calls.empty())
            return;
        call = std::move(m_calls.front());
        m_calls.pop_front();
    }
    call->run();
}

} // namespace pennypost
