// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drafts/DraftStore.h"
#include "core/outbox/OutboxStore.h"
#include "core/secrets/SessionSecretStore.h"
#include "tests/fakes/FakeClock.h"
#include "tests/fakes/FakeSecretStore.h"
#include "tests/fakes/FakeSubmitter.h"
#include "ui/compose/AttachmentModel.h"
#include "ui/compose/AttachmentPane.h"
#include "ui/compose/BodyEditor.h"
#include "ui/compose/ComposeWindow.h"
#include "ui/compose/IdentityCombo.h"
#include "ui/compose/LetterHead.h"
#include "ui/compose/RecipientEdit.h"
#include "ui/compose/RecipientField.h"
#include "ui/compose/SendStateBar.h"
#include "ui/compose/WritingHabits.h"
#include "ui/shortcuts/Shortcuts.h"

#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// What the event loop brings by and by. Patient: the disk of a busy machine takes its time.
#define SOON(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, pennypost::patience)
#define SOON2(condition, words) QTRY_VERIFY2_WITH_TIMEOUT(condition, words, pennypost::patience)
#define SOON_EQUAL(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, pennypost::patience)

namespace pennypost {

constexpr int patience = 30'000; ///< milliseconds

/// The real compose window on a real store in a profile of its own; server, keychain and clock are fake.
class ComposeBench
{
public:
    ComposeBench();
    ~ComposeBench();

    /// Shown and active. Deletes itself when closed.
    ComposeWindow *open(const Draft &draft = {}, bool mayHaveBeenSent = false);
    /// A letter whose link was lost after the dot; its window asks.
    ComposeWindow *leaveInDoubt();
    /// Everything of the program ends and starts again on the same profile; windows go without being asked.
    void restart();

    template<class Work>
    auto ask(Work work)
    {
        std::optional<std::invoke_result_t<Work, Database &>> answer;
        QObject context;
        store->run(&context, std::move(work), [&](auto given) { answer.emplace(std::move(given)); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, patience))
            qFatal("the store does not answer");
        return std::move(*answer);
    }
    std::optional<Draft> draft(const QString &id);
    QList<DraftSummary> drafts();
    QList<SentSummary> sent();
    QList<OutboxItem> items();
    /// A file in the profile's neighbourhood.
    QString file(const QString &name, const QByteArray &bytes) const;
    /// Waits until the submitter has its `n`th letter (from 1).
    FakeSubmission *submission(qsizetype n = 1);

    QTemporaryDir folder;
    FakeClock clock;
    RandomIds ids;
    FakeSecretStore keychain;
    SessionSecretStore session;
    StoredCredentialSource credentials{keychain, session};
    std::unique_ptr<FakeSubmitter> submitter;
    ServerDiscovery providers;
    std::unique_ptr<StoreThread> store;
    std::unique_ptr<AccountStore> accounts;
    std::unique_ptr<WritingHabits> habits;
    std::unique_ptr<Shortcuts> shortcuts;
    std::unique_ptr<Outbox> outbox;

private:
    void start();
    void stop();
    QList<QPointer<ComposeWindow>> m_windows;
};

/// Key by key; what no ASCII key has comes as an input method would bring it.
void type(QWidget *widget, const QString &text);

/// A window's parts as a person knows them.
struct Parts
{
    explicit Parts(ComposeWindow *window_);

    ComposeWindow *window;
    LetterHead *head;
    BodyEditor *body;
    AttachmentModel *attachments;
    AttachmentPane *pane;
    SendStateBar *strip;

    QWidget *to() const { return head->to().input(); }
    QWidget *cc() const { return head->cc().input(); }
    QWidget *bcc() const { return head->bcc().input(); }
    QLineEdit *subject() const { return &head->subject(); }
    /// Types a whole letter, key by key.
    void write(const QString &to, const QString &subject, const QString &body) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier) const;
    /// A visible button by its words, mnemonics aside; nullptr if there is none.
    QPushButton *button(const QString &text) const;
    void click(const QString &button) const;
    bool attachmentsSettled() const { return !attachments->isCapturing(); }
    /// All of it: nothing of the letter may be changed otherwise.
    bool isWritable() const;
    /// "Saved 10:42"
    QString status() const;
};

/// What a person has before them, to be the same after a failure.
struct Sheet
{
    explicit Sheet(const Parts &parts);
    bool operator==(const Sheet &) const = default;

    QString to, cc, bcc, subject, text, html;
    QList<Attachment> attachments;
    QString from;
};

} // namespace pennypost
