// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/UniqueIds.h"
#include "core/drafts/DraftStore.h"
#include "core/outbox/OutboxStore.h"
#include "core/submission/RecentDialogues.h"
#include "tests/fakes/FakeClock.h"
#include "tests/fakes/FakeSubmitter.h"
#include "ui/outbox/MainWindow.h"
#include "ui/shortcuts/Shortcuts.h"

#include <QTemporaryDir>
#include <QTest>

namespace pennypost {

/// A main window over a real store in a profile of its own; nobody is there to send with.
class MainBench
{
public:
    MainBench();

    template<class Work>
    auto ask(Work work)
    {
        std::optional<std::invoke_result_t<Work, Database &>> answer;
        QObject context;
        store.run(&context, std::move(work), [&](auto given) { answer.emplace(std::move(given)); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }))
            qFatal("the store does not answer");
        return std::move(*answer);
    }
    void addAccount();
    void addDraft(const QString &id, const QString &to, const QString &subject);
    void addSent(const QString &id, const QString &to, const QString &subject, bool refused = false);
    void addUndecided(const QString &id, const QString &draftId, const QString &to, const QString &subject);
    /// As a letter of send --eml is found after its process was killed.
    void addUndecidedFile(const QString &id, const QString &to, const QString &subject);
    QString addReceived(const QString &name, const QByteArray &bytes);
    QStringList draftIds();
    QStringList sentIds();
    qsizetype itemCount();
    MainServices services();

    QTemporaryDir profile;
    FakeClock clock;
    RecentDialogues dialogues{clock};
    RandomIds ids;
    FakeSubmitter submitter;
    StoreThread store;
    AccountStore accounts;
    Shortcuts shortcuts{store, profile.filePath(QStringLiteral("shortcuts.json"))};

private:
    class NoCredentials final : public CredentialSource
    {
        void access(const Account &, QObject *, AccessDone) override {}
    };
    NoCredentials m_credentials;
    void begin(OutboxItem item, const Message &message);

public:
    Outbox outbox;
};

Message letterOf(const QString &to, const QString &subject);

} // namespace pennypost
