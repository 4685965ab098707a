// SPDX-License-Identifier: GPL-3.0-or-later
// What SendFlow offers when the password can't be had from where it is kept: a password for this session.
#include "core/secrets/CredentialSource.h"
#include "ui/common/Bidi.h"
#include "ui/compose/ComposeServices.h"
#include "ui/compose/LetterForm.h"
#include "ui/compose/SendFlow.h"
#include "ui/compose/SendStateBar.h"

namespace pennypost {

/// Whether a password typed here would help.
bool SendFlow::wantsPassword(const SubmissionError &error) const
{
    if (!m_last || m_last->account.practice || m_last->account.server.userName.isEmpty())
        return false;
    return (error.problem == Problem::SecretUnavailable && error.secret) ||
           (error.problem == Problem::WrongPassword && m_passwordGiven == m_last->account.id);
}

QList<StripButton> SendFlow::passwordButtons(const SubmissionError &error)
{
    QList<StripButton> buttons;
    // What is not there will not be there the next time; what is locked may be open by then.
    if (error.problem == Problem::SecretUnavailable && error.secret != SecretError::Kind::NotFound)
        buttons.append({tr("Try &again"), [this] { attemptAgain(); }});
    buttons.append({tr("Enter the &password for this session"),
                    [this] { isForLastServer() ? askForPassword() : tellServerChanged(); }});
    if (error.secret == SecretError::Kind::NotFound)
        buttons.append({tr("Acc&ounts…"), [this] { Q_EMIT accountsRequested(m_last->account.id); },
                        false}); // to keep one there
    return buttons;
}

/// A password is for one account at one server, and both can change while it is typed.
bool SendFlow::isStillFor(const Account &account) const
{
    const std::optional<Account> now = m_form.account();
    return now && now->id == account.id && now->server.host == account.server.host &&
           now->server.userName == account.server.userName;
}

void SendFlow::askForPassword()
{
    const std::optional<Account> account = m_form.account();
    if (!account)
        return;
    Strip strip;
    strip.title = tr("The password of %1 at %2", "user name, server")
                      .arg(Bidi::value(account->server.userName), Bidi::value(account->server.host));
    strip.sentence = tr("Pennypost keeps it in memory until it ends, and nowhere else.");
    strip.fieldLabel = tr("&Password");
    strip.fieldSecret = true;
    strip.untilSender = true;
    // Read before the strip goes: it is the strip's field.
    strip.buttons = {{tr("Send &with this password"),
                      [this, account = *account] {
                          Secret password(m_bar.fieldText());
                          if (password.isEmpty())
                              return; // still to be typed
                          m_bar.dismiss();
                          if (m_form.lostSender())
                              return attemptAgain(); // which says so
                          if (!isStillFor(account))
                              return askForPassword(); // of what it says now
                          sendWith(account, password);
                      },
                      false}};
    m_bar.show(strip);
}

void SendFlow::sendWith(const Account &account, const Secret &password)
{
    m_services.session.write(secretKey(account), password, this,
                             [this, id = account.id](const Result<void, SecretError> &kept) {
                                 if (m_step != Step::Writing)
                                     return;
                                 m_passwordGiven = kept ? id : QString();
                                 if (kept)
                                     return attemptAgain();
                                 SubmissionError error;
                                 error.problem = Problem::SecretUnavailable;
                                 error.secret = kept.error().kind;
                                 error.detail = kept.error().detail;
                                 showProblem(error);
                             });
}

} // namespace pennypost
