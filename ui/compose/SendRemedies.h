// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/Account.h"
#include "core/smtp/SubmissionError.h"
#include "ui/common/ProblemText.h"
#include "ui/compose/Strip.h"

#include <QObject>

#include <functional>
#include <optional>

namespace pennypost {

struct ComposeServices;
class LetterCopy;
class LetterForm;
class PasswordQuestion;
class SendStateBar;

/// What the strip says of a failed attempt to send, and what its buttons do. All of it is about the account
/// that was tried, whatever the window shows by then: nothing is changed for another one. GUI thread.
class SendRemedies : public QObject
{
    Q_OBJECT

public:
    struct Attempt
    {
        Account account;
        QString sender;     ///< its address
        int recipients = 0; ///< of its envelope
        QList<AttachedFile> attachments = {};
        QDateTime date = {}; ///< the letter's
    };

    SendRemedies(const ComposeServices &services, LetterForm &form, SendStateBar &bar,
                 QObject *parent = nullptr);

    /// Until the next one, failures are this one's.
    void begin(const Attempt &attempt) { m_last = attempt; }
    ProblemText wordsOf(const SubmissionError &error) const;
    void show(const SubmissionError &error);
    /// As an .eml file; see LetterCopy.
    void saveLetter(const QDateTime &date, std::function<void()> back);

Q_SIGNALS:
    /// The letter is to be sent once more, to the same recipients.
    void againWanted();
    /// And to those alone that were not refused.
    void restWanted(const pennypost::SubmissionError &error);
    void decisionWanted(const pennypost::ProblemText &words);
    /// With whose settings something is wrong; nobody's in particular: empty.
    void accountsRequested(const QString &accountId);

private:
    void act(Remedy remedy, const SubmissionError &error, const ProblemText &words);
    QList<StripButton> passwordButtons(const SubmissionError &error);
    bool isForLastServer() const;
    void tellServerChanged();
    void confirmPin(const SubmissionError &error);
    void secureBy(Remedy remedy);
    bool changeServer(const std::function<void(ServerSettings &)> &change);

    const ComposeServices &m_services;
    LetterForm &m_form;
    SendStateBar &m_bar;
    PasswordQuestion *m_password;
    LetterCopy *m_copy;
    std::optional<Attempt> m_last;
};

} // namespace pennypost
