// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/outbox/MainWindow.h"
#include "ui/outbox/OutboxLists.h"
#include "ui/outbox/OutboxRow.h"

#include <QObject>
#include <QTimer>

namespace pennypost {

class OutboxModel;

/// What the main window does with the store: reads the lists into the model, settles what may have been sent,
/// deletes. All of it on the store's thread or a pool; the answers are signals. GUI thread.
class OutboxDesk : public QObject
{
    Q_OBJECT

public:
    OutboxDesk(const MainServices &services, OutboxModel &model, QObject *parent = nullptr);

    void refresh();
    /// Reads again once the typing pauses.
    void setSearch(const QString &search);
    /// A person says that it arrived.
    void settleAsSent(const QString &itemId);
    /// A person wants it to go again: draftReady() follows, and the letter's own window asks. The item stays
    /// until that is answered.
    void reopen(const QString &itemId);
    /// A person wants to hear no more of it.
    void forget(const QString &itemId);
    /// Reads a sent letter, or what an undecided item would be: letterReady() follows.
    void open(const OutboxRow &row);
    void remove(const OutboxRow &row);

Q_SIGNALS:
    void listsRead();
    void letterReady(const pennypost::SentLetter &letter);
    void draftReady(const QString &draftId);
    void setAside(const pennypost::StoreError &error);
    /// `itemId`: of the undecided item that it is about, otherwise empty.
    void failed(const pennypost::StoreError &error, const QString &itemId);

private:
    void readStore();
    void readFolder();
    template<class Work>
    void change(Work work, const QString &itemId = {});

    MainServices m_services;
    OutboxModel &m_model;
    QString m_search;
    QTimer m_pause;
    int m_asked = 0; ///< answers to older questions are dropped
    bool m_toldSetAside = false;
};

} // namespace pennypost
