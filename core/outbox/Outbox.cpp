// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/Outbox.h"

#include "core/outbox/OutboxRun.h"

namespace pennypost {

namespace {

/// Well within the time for which a session that nobody uses is kept (TimeLimits::idle).
constexpr std::chrono::seconds prepareEvery{20};

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

void Outbox::prepare(const Account &account)
{
    const auto proven = m_proven.find(account.id);
    if (proven == m_proven.end() || proven->account != account)
        return;
    const auto now = m_clock.monotonic();
    if (now - proven->preparedAt < prepareEvery)
        return;
    proven->preparedAt = now;
    m_credentials.access(account, this, [this](Result<Access, SubmissionError> access) {
        if (access)
            m_submitter.prepare({std::move(access->server), std::move(access->credential), std::nullopt,
                                 nullptr, std::move(access->secrets)});
    });
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
