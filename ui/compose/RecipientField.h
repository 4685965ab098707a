// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contacts/RecipientHistory.h"
#include "core/message/MailboxParser.h"
#include "core/smtp/SubmissionError.h"
#include "ui/compose/OfferedFiles.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QLabel;

namespace pennypost {

class RecipientEdit;
class RecipientSuggestions;

/// One address field: To, Cc or Bcc. Gives its entries, valid or not, and shows what is wrong where it is
/// wrong: a wave under the entry, its colour, a tooltip, a line below, and the same words to a screen reader.
/// An entry is judged once it is left, not while it is typed. Others see entries, never the text's inner
/// form: a later issue puts chips in its place. GUI thread.
class RecipientField : public QWidget
{
    Q_OBJECT

public:
    /// `name`: "To", for the label and for screen readers.
    explicit RecipientField(const QString &name, QWidget *parent = nullptr);

    /// As it stands, also what is no mailbox yet.
    QString typed() const;
    void setTyped(const QString &text);
    bool isEmpty() const;
    QList<ParsedMailbox> entries() const { return m_entries; }
    /// Those of the entries that are one.
    MailboxList mailboxes() const;
    /// Entries that are no mailboxes, judged or not.
    qsizetype wrongEntries() const;
    /// The same, as a person sees it now: those that are marked.
    qsizetype markedEntries() const { return m_marked; }

    /// Focus and selection on the entry that reads so; the first wrong one if `text` is empty.
    void focusEntry(const QString &text);
    /// Marks the mailboxes the server refused, with its words, until they are changed.
    void setRefused(const QList<RefusedPath> &refused);
    bool holds(const QString &path) const;
    void setReadOnly(bool readOnly);
    QWidget *input() const;
    /// The answer to suggestionsWanted(); nothing is shown once something else is typed.
    void suggest(const QString &typed, const QList<KnownRecipient> &recipients);

Q_SIGNALS:
    void edited(int characters);
    /// Somebody types: who is known that begins so?
    void suggestionsWanted(const QString &typed);
    void forgetWanted(const pennypost::Mailbox &mailbox);
    void filesOffered(const pennypost::OfferedFiles &offered);

protected:
    void changeEvent(QEvent *event) override;

private:
    void textChanged(int removed, int added);
    void mark();
    /// The entry that ends at the cursor, up to there.
    std::optional<ParsedMailbox> entryAtCursor() const;
    void askForSuggestions();
    void choose(const Mailbox &mailbox);
    bool isBeingTyped(const ParsedMailbox &entry) const;
    /// Empty for an entry that nothing is wrong with.
    QString complaintAbout(const ParsedMailbox &entry) const;

    QString m_name;
    RecipientEdit *m_edit;
    RecipientSuggestions *m_suggestions;
    QWidget *m_hint;
    QLabel *m_hintIcon;
    QLabel *m_hintText;
    QList<ParsedMailbox> m_entries;
    QHash<QString, QString> m_refused; ///< forward-path to the server's words
    QSet<QString> m_judged;            ///< entries that are marked, as typed
    qsizetype m_marked = 0;
    bool m_filling = false;
};

} // namespace pennypost
