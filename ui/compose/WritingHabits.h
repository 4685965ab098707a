// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace pennypost {

class StoreThread;

/// What a person once decided about writing, for all windows and all starts: a small file of the profile,
/// read when made, written on the store's thread. A file that is missing or damaged means the cautious
/// default. GUI thread.
class WritingHabits : public QObject
{
    Q_OBJECT

public:
    /// `store` outlives it.
    WritingHabits(StoreThread &store, const QString &file, QObject *parent = nullptr);

    /// Whether Send asks for a missing subject.
    bool asksForSubject() const { return m_asksForSubject; }
    void setAsksForSubject(bool asks);

Q_SIGNALS:
    void changed();

private:
    StoreThread &m_store;
    QString m_file;
    bool m_asksForSubject = true;
};

} // namespace pennypost
