// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/UniqueIds.h"
#include "core/outbox/SentLetter.h"
#include "core/secrets/CredentialSource.h"
#include "core/store/StoreThread.h"
#include "core/store/WorkerPool.h"
#include "core/submission/Submitter.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <variant>

namespace pennypost {

/// What Outbox::send needs of a letter.
struct Posting
{
    Message message; ///< Message-ID and Date are given if they are missing
    Account account;
    QString draftId; ///< removed with the 250; empty for none
    /// The undecided item that a person sends again. It stays, with its doubt, until this letter is written
    /// down in its place; if it is gone by then, somebody else has decided, and this fails with StoreFailed.
    QString insteadOf = {};
    Transaction::PartialRefusal partialRefusal = Transaction::PartialRefusal::AllOrNothing;
    DeliveryOptions delivery{};
    std::optional<Envelope>
        envelope; ///< instead of the Message's own recipients (--envelope-from, --rcpt, "send to the rest")
    std::shared_ptr<WireLog> wireLog;
    /// Bytes that are already a letter (--eml) instead of `message`'s; then `envelope` is required.
    std::unique_ptr<MimeSource> finished;
};

/// One letter on its way. GUI thread. Exactly one of accepted() and failed(), from the event loop.
class Dispatch : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// What accepted() or failed() is going to say; nothing while nobody knows.
    using Outcome = std::variant<std::monostate, SentLetter, SubmissionError>;

    /// Works until the final dot went out, once. Ends in failed() with Problem::Cancelled.
    virtual void cancel() = 0;
    /// cancel() would do something: not after the dot, and not when it was called or the letter has failed.
    virtual bool canCancel() const = 0;
    /// The final dot is out: nobody can take the letter back.
    virtual bool isReleased() const = 0;
    /// Known before it is told: the store may have to write it down first, and a program that ends meanwhile
    /// should say what is true. A SentLetter has no id yet.
    virtual Outcome outcome() const = 0;

Q_SIGNALS:
    void progress(const pennypost::SubmissionProgress &progress);
    /// The server took it. An empty `letter.id` says that its receipt could not be stored: it went out all
    /// the same, and must not go out again; its draft is still there, as "may have been sent" after the next
    /// start.
    void accepted(const pennypost::SentLetter &letter);
    /// The draft is as it was. Problem::MayHaveBeenSent: the item stays until settled.
    void failed(const pennypost::SubmissionError &error);
};

/// Takes letters from "Send" to their receipt, in named steps (OutboxRun): stamp, make the bytes, ask for the
/// credential, write the item down, submit, write the phase down before the final dot, write the receipt
/// down. Nothing is lost, nothing goes out twice in silence. Every attempt at one draft has the same
/// Message-ID: whoever sends need not remember it. Used by ComposeController and pennypost-cli; GUI thread.
/// Holds on to what it was given; owns none of it. Destroying it cancels what is under way; a letter whose
/// final dot is out is then found at the next start as one that may have been sent.
class Outbox : public QObject
{
    Q_OBJECT

public:
    Outbox(StoreThread &store, CredentialSource &credentials, Submitter &submitter, const Clock &clock,
           UniqueIds &ids, QObject *parent = nullptr);
    ~Outbox() override;

    /// The Dispatch is the caller's child to delete; deleting it early cancels like cancel(), and where that
    /// comes too late the letter goes on its way without it, to its receipt.
    [[nodiscard]] Dispatch *send(Posting posting, QObject *parent);
    /// Somebody is writing a letter that is going to be sent from this account: has a signed-in connection
    /// stand ready, so that Send need not wait for one; call it at every edit. Only where a letter has gone
    /// out from the account in this process as it is set up now: so no keychain is opened for nothing, and no
    /// password tried that the server may refuse.
    void prepare(const Account &account);
    /// Letters under way in this process: the app asks before it quits.
    int underWay() const { return m_underWay; }

Q_SIGNALS:
    /// The Sent list or an item's phase has changed.
    void changed();

private:
    friend class OutboxRun;
    /// An account that a letter has gone out from.
    struct Proven
    {
        Account account;
        std::chrono::milliseconds preparedAt{};
    };

    StoreThread &m_store;
    CredentialSource &m_credentials;
    Submitter &m_submitter;
    const Clock &m_clock;
    UniqueIds &m_ids;
    WorkerPool m_builders{2}; ///< letters' bytes are made here; waited for when the Outbox goes
    int m_underWay = 0;
    QHash<QString, Proven> m_proven; ///< by the account's id
};

} // namespace pennypost
