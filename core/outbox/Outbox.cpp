// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/Outbox.h"

#include "core/outbox/OutboxRun.h"

namespace pennypost {

namespace {

/// What the caller holds of a letter's run. It may go at any time; so may the run.
class Window final : public Dispatch
{
public:
    explicit Window(QObject *parent) : Dispatch(parent) {}

    void look(OutboxRun *run) { m_run = run; }
    void cancel() override
    {
        if (m_run)
            m_run->cancel();
    }
    bool canCancel() const override { return m_run && m_run->canCancel(); }
    bool isReleased() const override { return m_run && m_run->isReleased(); }
    Outcome outcome() const override { return m_run ? m_run->outcome() : Outcome(); }

private:
    QPointer<OutboxRun> m_run;
};

} // namespace

Outbox::Outbox(StoreThread &store, CredentialSource &credentials, Submitter &submitter, const Clock &clock,
               UniqueIds &ids, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_credentials(credentials),
      m_submitter(submitter),
      m_clock(clock),
      m_ids(ids)
{
}

Outbox::~Outbox()
{
    // While there still is an Outbox: each run takes its leave of it.
    for (OutboxRun *run : findChildren<OutboxRun *>(QString(), Qt::FindDirectChildrenOnly))
        delete run;
}

Dispatch *Outbox::send(Posting posting, QObject *parent)
{
    auto *window = new Window(parent);
    auto *run = new OutboxRun(*this, std::move(posting), window);
    window->look(run);
    run->start();
    return window;
}

} // namespace pennypost
