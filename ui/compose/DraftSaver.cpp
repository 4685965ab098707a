// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/DraftSaver.h"

#include "core/drafts/DraftStore.h"
#include "core/store/StoreThread.h"

namespace pennypost {

namespace {
constexpr auto pauseBeforeSaving = std::chrono::seconds(1);
constexpr int charactersBeforeSaving = 200;
} // namespace

bool isBlank(const Draft &draft)
{
    return draft.typedTo.trimmed().isEmpty() && draft.typedCc.trimmed().isEmpty() &&
           draft.typedBcc.trimmed().isEmpty() && draft.message.subject.trimmed().isEmpty() &&
           draft.message.text.trimmed().isEmpty() && draft.message.attachments.isEmpty();
}

DraftSaver::DraftSaver(StoreThread &store, const Clock &clock, Clock &timers, Snapshot snapshot,
                       QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock), m_timers(timers), m_snapshot(std::move(snapshot))
{
}

DraftSaver::~DraftSaver() = default;

void DraftSaver::begin(const Draft &asItIs, bool isStored)
{
    m_last = asItIs;
    m_inStore = isStored;
    m_savedAt = asItIs.savedAt;
    setState(isStored ? State::Saved : State::Nothing);
}

void DraftSaver::noteEdit(int characters)
{
    if (m_stopped)
        return;
    m_charactersSince += characters;
    if (m_charactersSince >= charactersBeforeSaving) {
        saveNow();
        return;
    }
    if (m_state != State::Saving)
        setState(State::Unsaved);
    m_pause = m_timers.after(pauseBeforeSaving, [this] { saveNow(); });
}

void DraftSaver::saveNow()
{
    m_pause.reset();
    m_charactersSince = 0;
    if (m_stopped)
        return;
    UnsavedDraft now = m_snapshot();
    now.draft.savedAt = m_last ? m_last->savedAt : QDateTime(); // not the person's doing
    const bool same = m_last && now.draft == *m_last && now.pictures.isEmpty();
    if (same && m_state != State::Failed) {
        if (m_underWay == 0)
            setState(m_inStore ? State::Saved : State::Nothing);
        return;
    }
    if (isBlank(now.draft) && now.pictures.isEmpty()) {
        m_last = now.draft;
        if (m_inStore)
            remove();
        m_stopped = false;
        setState(State::Nothing);
        return;
    }
    save(std::move(now));
}

void DraftSaver::save(UnsavedDraft unsaved)
{
    m_last = unsaved.draft;
    m_inStore = true;
    ++m_underWay;
    setState(State::Saving);
    m_store.run(
        this,
        [unsaved = std::move(unsaved), clock = &m_clock](Database &database) {
            Draft draft = unsaved.draft;
            // Handed over before us, so written by now.
            for (const PictureCapturePtr &picture : unsaved.pictures) {
                if (picture->result && *picture->result)
                    draft.message.attachments.append(**picture->result);
            }
            return DraftStore(database, *clock).save(draft);
        },
        [this](const Result<QDateTime, StoreError> &saved) {
            --m_underWay;
            if (!m_inStore) {
                // Taken out since: nothing is there, whether it had been stored or not.
            } else if (saved) {
                m_savedAt = *saved;
                if (m_underWay == 0)
                    setState(m_pause ? State::Unsaved : State::Saved);
            } else {
                m_error = saved.error();
                m_last.reset(); // so that the next pause tries again
                setState(State::Failed);
            }
            Q_EMIT stored();
        });
}

void DraftSaver::remove()
{
    const QString id = m_snapshot().draft.id;
    stop();
    m_inStore = false;
    m_store.run(
        this, [id, clock = &m_clock](Database &database) { return DraftStore(database, *clock).remove(id); },
        [this](const Result<void, StoreError> &) { Q_EMIT stored(); });
}

void DraftSaver::stop()
{
    m_pause.reset();
    m_stopped = true;
}

void DraftSaver::resume()
{
    m_stopped = false;
}

void DraftSaver::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace pennypost
