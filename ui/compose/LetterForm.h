// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/Account.h"
#include "core/message/SendChecks.h"
#include "core/smtp/SubmissionError.h"
#include "ui/compose/DraftSaver.h"
#include "ui/compose/IdentityCombo.h"

#include <QObject>

#include <optional>

namespace pennypost {

class AttachmentModel;
class AttachmentPane;
class BodyEditor;
class LetterHead;
class WritingHabits;

/// The widgets a letter is written in, of which it owns none.
struct LetterWidgets
{
    LetterHead &head;
    BodyEditor &body;
    AttachmentModel &attachments;
    AttachmentPane &pane;
};

/// Widgets to Message and back, and nothing else: what stands in the window as values, a draft into the
/// window, the focus to what a finding is about. GUI thread.
class LetterForm : public QObject
{
    Q_OBJECT

public:
    /// `habits` outlive it.
    LetterForm(const LetterWidgets &widgets, const Draft &draft, const WritingHabits &habits,
               QObject *parent = nullptr);

    /// The letter as it would go out; entries that are no mailboxes are in typedRecipients() alone. Without a
    /// Message-ID: the store knows which one its draft has gone out with, and when that one is done with.
    Message message() const;
    TypedRecipients typedRecipients() const;
    /// Nothing without any account.
    std::optional<Account> account() const;
    /// See IdentityCombo::lost(): account() is another's, and nobody has agreed to that yet.
    std::optional<LostSender> lostSender() const;
    void acceptSender();
    UnsavedDraft draft() const;
    QString draftId() const { return m_base.id; }
    AttachmentModel &attachments() const { return m_widgets.attachments; }

    QString subject() const;
    void setSubject(const QString &subject);
    void setReadOnly(bool readOnly);
    bool isReadOnly() const { return m_readOnly; }
    /// Where a person goes on: To, Subject or the body's cursor.
    void focusStart();
    /// To the culprit; `text` is the entry or file meant.
    void focusOn(SendFinding::Field field, const QString &text = {});
    /// Marks the recipients a server refused.
    void showRefused(const QList<RefusedPath> &refused);
    bool holdsAny(const QList<RefusedPath> &refused) const;
    void focusRefused(const QList<RefusedPath> &refused);

Q_SIGNALS:
    void edited(int characters);
    void readOnlyChanged(bool readOnly);
    void senderLost();
    /// A person chose one, or the lost one is back.
    void senderChosen();

private:
    void restore();

    LetterWidgets m_widgets;
    const WritingHabits &m_habits;
    Draft m_base; ///< the id, and of the message what no widget shows
    bool m_readOnly = false;
    bool m_restoring = false;
};

} // namespace pennypost
