// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace pennypost {

class StoreThread;
struct Message;

/// What a person once decided about writing, for all windows and all starts: a small file of the profile,
/// read when made, written on the store's thread. A file that is missing or damaged means what is usual. GUI
/// thread.
class WritingHabits : public QObject
{
    Q_OBJECT

public:
    struct Habits
    {
        bool asksForSubject = true; ///< Send asks for a missing one
        bool breaksLines = false;   ///< plain text goes out in short lines that are joined again (RFC 3676)
        bool datesInUtc = false;    ///< letters don't tell in which time zone they were written
        bool operator==(const Habits &) const = default;
    };

    /// `store` outlives it.
    WritingHabits(StoreThread &store, const QString &file, QObject *parent = nullptr);

    const Habits &habits() const { return m_habits; }
    void setHabits(const Habits &habits);
    /// A letter as it is to be written by them.
    void applyTo(Message &message) const;

Q_SIGNALS:
    void changed();

private:
    StoreThread &m_store;
    QString m_file;
    Habits m_habits;
};

} // namespace pennypost
