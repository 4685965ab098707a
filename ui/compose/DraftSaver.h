// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/drafts/Draft.h"
#include "core/store/StoreError.h"
#include "ui/compose/PictureCapture.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace pennypost {

class StoreThread;

/// A draft as the window holds it, with the pictures that are still being written into the BlobStore.
struct UnsavedDraft
{
    Draft draft;
    QList<PictureCapturePtr> pictures;
};

/// The journal of one window: writes its draft down after a pause of 1 s or 200 characters, whichever is
/// first, on the store's thread. That thread finishes what it was handed over, also while the program ends,
/// so saveNow() from a destructor is enough to lose nothing. Writes only what differs from what it wrote
/// last; a window nobody wrote in leaves nothing. GUI thread.
class DraftSaver : public QObject
{
    Q_OBJECT

public:
    enum class State { Nothing, Unsaved, Saving, Saved, Failed };
    using Snapshot = std::function<UnsavedDraft()>;

    /// `clock` stamps drafts on the store's thread and outlives it; `timers` ring here.
    DraftSaver(StoreThread &store, const Clock &clock, Clock &timers, Snapshot snapshot,
               QObject *parent = nullptr);
    ~DraftSaver() override;

    /// The window shows this now: there is nothing to write down until it changes.
    void begin(const Draft &asItIs, bool isStored);
    void noteEdit(int characters);
    /// At once, if anything has changed. An emptied letter that had been stored is removed.
    void saveNow();
    /// Takes the draft out of the store; nothing is written until resume().
    void remove();
    /// Nothing is written any more: the letter has gone out, and its draft with it.
    void stop();
    void resume();

    bool isStopped() const { return m_stopped; }
    State state() const { return m_state; }
    QDateTime savedAt() const { return m_savedAt; }
    const StoreError &error() const { return m_error; }

Q_SIGNALS:
    void stateChanged();
    /// The store has another draft now, or one less.
    void stored();

private:
    void save(UnsavedDraft unsaved);
    void setState(State state);

    StoreThread &m_store;
    const Clock &m_clock;
    Clock &m_timers;
    Snapshot m_snapshot;
    std::unique_ptr<Alarm> m_pause;
    std::optional<Draft> m_last; ///< what the store holds or is being handed
    bool m_inStore = false;
    bool m_stopped = false;
    int m_charactersSince = 0;
    int m_underWay = 0;
    State m_state = State::Nothing;
    QDateTime m_savedAt;
    StoreError m_error;
};

/// Whether there is nothing in it that anybody would miss.
bool isBlank(const Draft &draft);

} // namespace pennypost
