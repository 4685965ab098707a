// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/PasswordQuestion.h"

#include "core/secrets/CredentialSource.h"
#include "core/secrets/SecretStore.h"
#include "ui/common/Bidi.h"
#include "ui/compose/LetterForm.h"
#include "ui/compose/SendFlow.h"
#include "ui/compose/SendStateBar.h"

namespace pennypost {

PasswordQuestion::PasswordQuestion(SecretStore &session, LetterForm &form, SendStateBar &bar, QObject *parent)
    : QObject(parent), m_session(session), m_form(form), m_bar(bar)
{
}

bool PasswordQuestion::helps(const SubmissionError &error, const Account &account) const
{
    if (account.practice || account.server.userName.isEmpty())
        return false;
    // One that is to be renewed is not forgotten: confirmed elsewhere, it counts again.
    const bool aboutTyped =
        error.problem == Problem::WrongPassword || error.problem == Problem::PasswordChangeNeeded;
    return (error.problem == Problem::SecretUnavailable && error.secret) ||
           (aboutTyped && wasTypedFor(account));
}

/// Account and server can both change while it is typed.
bool PasswordQuestion::isStillFor(const Account &account) const
{
    const std::optional<Account> now = m_form.account();
    return now && now->id == account.id && now->server.host == account.server.host &&
           now->server.userName == account.server.userName;
}

void PasswordQuestion::ask()
{
    const std::optional<Account> account = m_form.account();
    if (!account)
        return;
    Strip strip;
    strip.title = SendFlow::tr("The password of %1 at %2", "user name, server")
                      .arg(Bidi::value(account->server.userName), Bidi::value(account->server.host));
    strip.sentence = SendFlow::tr("Pennypost keeps it in memory until it ends, and nowhere else.");
    strip.fieldLabel = SendFlow::tr("&Password");
    strip.fieldSecret = true;
    strip.untilSender = true;
    // Read before the strip goes: it is the strip's field.
    strip.buttons = {{SendFlow::tr("Send &with this password"),
                      [this, account = *account] {
                          Secret password(m_bar.fieldText());
                          if (password.isEmpty())
                              return; // still to be typed
                          m_bar.dismiss();
                          if (m_form.lostSender())
                              return Q_EMIT answered(); // Send says so
                          if (!isStillFor(account))
                              return ask(); // of what it says now
                          take(account, password);
                      },
                      false}};
    m_bar.show(strip);
}

void PasswordQuestion::take(const Account &account, const Secret &password)
{
    m_session.write(secretKey(account), password, this,
                    [this, id = account.id](const Result<void, SecretError> &kept) {
                        if (m_form.isReadOnly())
                            return; // it is sent already, or asked about
                        m_typedFor = kept ? id : QString();
                        if (kept)
                            return Q_EMIT answered();
                        SubmissionError error;
                        error.problem = Problem::SecretUnavailable;
                        error.secret = kept.error().kind;
                        error.detail = kept.error().detail;
                        Q_EMIT failed(error);
                    });
}

} // namespace pennypost
