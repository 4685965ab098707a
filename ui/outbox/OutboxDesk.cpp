// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/OutboxDesk.h"

#include "core/drafts/DraftStore.h"
#include "core/outbox/OutboxStore.h"
#include "core/store/Background.h"
#include "ui/outbox/OutboxModel.h"

#include <QFile>
#include <QThreadPool>

namespace pennypost {

namespace {
constexpr int typingPause = 120; // milliseconds
} // namespace

OutboxDesk::OutboxDesk(const MainServices &services, OutboxModel &model, QObject *parent)
    : QObject(parent), m_services(services), m_model(model)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &OutboxDesk::readStore);
    connect(&services.outbox, &Outbox::changed, this, &OutboxDesk::refresh);
}

void OutboxDesk::refresh()
{
    readStore();
    readFolder();
}

void OutboxDesk::setSearch(const QString &search)
{
    m_search = search;
    m_pause.start();
}

void OutboxDesk::readStore()
{
    const int asked = ++m_asked;
    m_services.store.run(
        this,
        [&clock = m_services.clock, search = m_search](Database &database) {
            return readLists(database, clock, search);
        },
        [this, asked, search = m_search](const Result<OutboxLists, StoreError> &lists) {
            if (asked != m_asked)
                return;
            if (!lists) {
                Q_EMIT failed(lists.error(), {});
                return;
            }
            m_model.setSearch(search);
            m_model.setLists(*lists);
            Q_EMIT listsRead();
            if (lists->setAside && !std::exchange(m_toldSetAside, true))
                Q_EMIT setAside(*lists->setAside);
        });
}

void OutboxDesk::readFolder()
{
    runOnPool(
        *QThreadPool::globalInstance(), this,
        [folder = m_services.practiceFolder] { return readReceived(folder); },
        [this](const QList<ReceivedSummary> &received) {
            m_model.setReceived(received);
            Q_EMIT listsRead();
        });
}

/// Runs `work` (returning Result<void, StoreError>) and reads the lists again.
template<class Work>
void OutboxDesk::change(Work work, const QString &itemId)
{
    m_services.store.run(this, std::move(work), [this, itemId](const Result<void, StoreError> &changed) {
        if (!changed)
            Q_EMIT failed(changed.error(), itemId);
        refresh();
    });
}

void OutboxDesk::settleAsSent(const QString &itemId)
{
    change(
        [itemId, &clock = m_services.clock](Database &database) -> Result<void, StoreError> {
            OutboxStore outbox(database, clock);
            const auto letter = outbox.letterOf(itemId);
            if (!letter)
                return Failure{letter.error()};
            return outbox.settleAsSent(itemId, *letter);
        },
        itemId);
}

void OutboxDesk::reopen(const QString &itemId)
{
    m_services.store.run(
        this,
        [itemId, &clock = m_services.clock](Database &database) {
            return OutboxStore(database, clock).draftToDecide(itemId);
        },
        [this, itemId](const Result<QString, StoreError> &draftId) {
            refresh();
            if (draftId)
                Q_EMIT draftReady(*draftId);
            else
                Q_EMIT failed(draftId.error(), itemId);
        });
}

void OutboxDesk::forget(const QString &itemId)
{
    change([itemId, &clock = m_services.clock](
               Database &database) { return OutboxStore(database, clock).forget(itemId); },
           itemId);
}

void OutboxDesk::open(const OutboxRow &row)
{
    m_services.store.run(
        this,
        [row, &clock = m_services.clock](Database &database) {
            const OutboxStore outbox(database, clock);
            return row.kind == OutboxRow::Kind::Undecided ? outbox.letterOf(row.id)
                                                          : outbox.sentLetter(row.id);
        },
        [this, itemId = row.kind == OutboxRow::Kind::Undecided ? row.id : QString()](
            const Result<SentLetter, StoreError> &letter) {
            if (letter)
                Q_EMIT letterReady(*letter);
            else
                Q_EMIT failed(letter.error(), itemId);
        });
}

void OutboxDesk::remove(const OutboxRow &row)
{
    if (row.kind == OutboxRow::Kind::Received) {
        runOnPool(
            *QThreadPool::globalInstance(), this, [file = row.id] { return QFile::remove(file); },
            [this, file = row.id](bool gone) {
                m_model.deletionEnded(file, gone);
                readFolder();
            });
        return;
    }
    m_services.store.run(
        this,
        [row, &clock = m_services.clock](Database &database) -> Result<void, StoreError> {
            if (row.kind == OutboxRow::Kind::Draft)
                return DraftStore(database, clock).remove(row.id);
            return OutboxStore(database, clock).removeSent(row.id);
        },
        [this, id = row.id](const Result<void, StoreError> &removed) {
            m_model.deletionEnded(id, removed.hasValue());
            if (!removed)
                Q_EMIT failed(removed.error(), {});
            refresh();
        });
}

} // namespace pennypost
