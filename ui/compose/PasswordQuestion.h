// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/Account.h"
#include "core/base/Secret.h"
#include "core/smtp/SubmissionError.h"

#include <QObject>

namespace pennypost {

class LetterForm;
class SecretStore;
class SendStateBar;

/// Asks for a password to send with, kept until the program ends and nowhere else. It is for the account
/// whose name stands above the field, and for no other that may stand under From by then. GUI thread.
class PasswordQuestion : public QObject
{
    Q_OBJECT

public:
    PasswordQuestion(SecretStore &session, LetterForm &form, SendStateBar &bar, QObject *parent = nullptr);

    /// Whether a password typed here would help against what `account` has failed with.
    bool helps(const SubmissionError &error, const Account &account) const;
    /// The one it fails with was typed here.
    bool wasTypedFor(const Account &account) const { return m_typedFor == account.id; }
    void forget() { m_typedFor.clear(); }
    void ask();

Q_SIGNALS:
    /// Sending can go on; it says itself if it can't after all.
    void answered();
    /// It could not be kept.
    void failed(const pennypost::SubmissionError &error);

private:
    bool isStillFor(const Account &account) const;
    void take(const Account &account, const Secret &password);

    SecretStore &m_session;
    LetterForm &m_form;
    SendStateBar &m_bar;
    QString m_typedFor; ///< an account's id: in this window, in this session
};

} // namespace pennypost
