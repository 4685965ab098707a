// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/AccountStore.h"
#include "core/account/ServerDiscovery.h"
#include "core/base/Clock.h"
#include "core/base/UniqueIds.h"
#include "core/drafts/Draft.h"
#include "core/outbox/Outbox.h"
#include "core/store/BlobStore.h"
#include "core/store/StoreThread.h"

#include <QMainWindow>

#include <memory>

namespace pennypost {

class ComposeController;

/// What writing and sending stand on; all of it outlives the window.
struct ComposeServices
{
    AccountStore &accounts;
    const ServerDiscovery &providers;
    Outbox &outbox;
    StoreThread &store;
    BlobStore blobs;
    const Clock &clock;
    Clock &timers;
    UniqueIds &ids;
};

/// The window a letter is written in: layout and actions, nothing else (ComposeController holds the letter's
/// state). Deletes itself when closed; the draft stays in the store until the letter is sent or discarded.
/// GUI thread.
class ComposeWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Opens `draft` as it was; one with only an id is a new letter.
    ComposeWindow(const ComposeServices &services, const Draft &draft, bool mayHaveBeenSent = false);
    ~ComposeWindow() override;

    QString draftId() const;

Q_SIGNALS:
    /// The letter is in the Sent list.
    void sent(const pennypost::SentLetter &letter);
    /// The draft has been stored or removed.
    void draftsChanged();
    void newLetterRequested();
    void accountsRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    std::unique_ptr<ComposeController> m_controller;
};

} // namespace pennypost
