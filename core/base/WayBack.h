// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CallQueue.h"

#include <QPointer>

#include <memory>
#include <utility>

namespace pennypost {

/// Calls on `context`'s thread from another one, for as long as `context` lives; the safe way back from a
/// pool or a worker. Made on that thread and copied to the other; what a call holds is released on the first.
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

    /// To this thread, whoever is still there: the calls look for themselves.
    WayBack() : WayBack(nullptr) { m_asks = false; }

    /// Any thread.
    template<class Call>
    void post(Call call) const
    {
        if (!m_asks)
            return m_queue->post(std::move(call));
        m_queue->post([context = m_context, call = std::move(call)]() mutable {
            if (context) // asked on its own thread alone
                call();
        });
    }

private:
    bool m_asks = true;
    QPointer<QObject> m_context;
    std::shared_ptr<CallQueue> m_queue; ///< lives on that thread, as long as anyone may post
};

} // namespace pennypost
