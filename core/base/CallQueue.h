// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <deque>
#include <memory>
#include <mutex>
#include <utility>

namespace pennypost {

/// Calls on their way to one thread, in order: posted on any thread, run in the event loop of the thread that
/// this object lives on. What QMetaObject::invokeMethod does, but for calls that can only be moved, and
/// visible to ThreadSanitizer, which sees no hand-over within a Qt that was not built for it; so a race it
/// reports around one is one. The mutex guards the queue alone: nothing runs under it.
class CallQueue : public QObject
{
public:
    CallQueue() = default;
    ~CallQueue() override;

    template<class Call>
    void post(Call call)
    {
        push(std::make_unique<PendingCall<Call>>(std::move(call)));
    }

protected:
    void customEvent(QEvent *event) override;

private:
    class Pending
    {
    public:
        Pending() = default;
        Pending(const Pending &) = delete;
        Pending &operator=(const Pending &) = delete;
        virtual ~Pending() = default;
        virtual void run() = 0;
    };
    template<class Call>
    class PendingCall final : public Pending
    {
    public:
        explicit PendingCall(Call call) : m_call(std::move(call)) {}
        void run() override { m_call(); }

    private:
        Call m_call;
    };

    void push(std::unique_ptr<Pending> call);

    std::mutex m_guard;
    std::deque<std::unique_ptr<Pending>> m_calls;
};

} // namespace pennypost
