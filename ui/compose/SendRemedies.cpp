// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/SendRemedies.h"

#include "core/account/AccountStore.h"
#include "ui/common/Bidi.h"
#include "ui/common/Fingerprint.h"
#include "ui/common/ServerRemedy.h"
#include "ui/compose/ComposeServices.h"
#include "ui/compose/LetterCopy.h"
#include "ui/compose/LetterForm.h"
#include "ui/compose/PasswordQuestion.h"
#include "ui/compose/SendFlow.h"
#include "ui/compose/SendStateBar.h"

#include <QDesktopServices>

namespace pennypost {

SendRemedies::SendRemedies(const ComposeServices &services, LetterForm &form, SendStateBar &bar,
                           QObject *parent)
    : QObject(parent),
      m_services(services),
      m_form(form),
      m_bar(bar),
      m_password(new PasswordQuestion(services.session, form, bar, this)),
      m_copy(new LetterCopy(services, form, bar, this))
{
    connect(m_password, &PasswordQuestion::answered, this, &SendRemedies::againWanted);
    connect(m_password, &PasswordQuestion::failed, this, &SendRemedies::show);
    connect(m_copy, &LetterCopy::accountsRequested, this, [this] { Q_EMIT accountsRequested({}); });
}

ProblemText SendRemedies::wordsOf(const SubmissionError &error) const
{
    ProblemContext context;
    if (m_last) {
        context.server = m_last->account.server;
        context.provider = m_services.providers.providerForHost(context.server.host);
        context.sender = m_last->sender;
        context.nearestHost = m_services.providers.nearestHost(context.server.host);
        context.recipients = m_last->recipients;
        context.attachments = m_last->attachments;
        context.passwordTyped = m_password->wasTypedFor(m_last->account);
    }
    return ProblemWords::of(error, context);
}

void SendRemedies::show(const SubmissionError &error)
{
    const ProblemText words = wordsOf(error);
    Strip strip = Strip::of(words);
    if (error.problem == Problem::SecretUnavailable)
        strip.detailsLabel = SendFlow::tr("The keyring's words");
    // Cancelling is no problem, it is what was asked for.
    if (error.problem == Problem::Cancelled) {
        strip.tone = Strip::Tone::Notice;
        strip.untilEdited = true;
    }
    const auto offer = [&](Remedy remedy, const QString &text) {
        if (remedy == Remedy::None || text.isEmpty())
            return;
        // A page in the browser or another window solves it elsewhere; what to do there is read here.
        const bool elsewhere = remedy == Remedy::OpenHelpLink || remedy == Remedy::EditServer ||
                               remedy == Remedy::EditPassword || remedy == Remedy::KeepForSession ||
                               remedy == Remedy::SaveLetter;
        strip.buttons.append({text, [this, remedy, error, words] { act(remedy, error, words); }, !elsewhere});
    };
    if (m_last && m_password->helps(error, m_last->account)) {
        strip.buttons = passwordButtons(error);
        if (error.problem != Problem::SecretUnavailable) // the password may be right, by now or all along
            offer(words.secondRemedy, words.secondButton);
    } else {
        offer(words.remedy, words.button);
        offer(words.secondRemedy, words.secondButton);
    }
    m_form.showRefused(error.refused);
    if (m_form.holdsAny(error.refused))
        strip.stillSo = [this, refused = error.refused] { return m_form.holdsAny(refused); };
    m_bar.show(strip);
    if (refusesSecret(error))
        m_password->forget(); // the session has, too, and the next one may be the keychain's
}

void SendRemedies::act(Remedy remedy, const SubmissionError &error, const ProblemText &words)
{
    switch (remedy) {
    case Remedy::None:
        break;
    case Remedy::TryAgain:
        Q_EMIT againWanted();
        break;
    case Remedy::EditServer:
    case Remedy::EditPassword:
    case Remedy::KeepForSession:
        Q_EMIT accountsRequested(m_last ? m_last->account.id : QString());
        break;
    case Remedy::UseStartTls:
    case Remedy::UseTls:
    case Remedy::UseStartTlsHere:
    case Remedy::UseTlsHere:
        secureBy(remedy);
        break;
    case Remedy::PinCertificate:
        confirmPin(error);
        break;
    case Remedy::OpenHelpLink:
        QDesktopServices::openUrl(words.link);
        break;
    case Remedy::EditRecipients:
        m_form.focusRefused(error.refused);
        break;
    case Remedy::SendToRest:
        Q_EMIT restWanted(error);
        break;
    case Remedy::EditSender:
        m_form.focusOn(SendFinding::Field::From);
        break;
    case Remedy::EditAttachments:
        m_form.focusOn(SendFinding::Field::Attachments);
        break;
    case Remedy::SettleMaybeSent:
        Q_EMIT decisionWanted(words);
        break;
    case Remedy::SaveLetter:
        saveLetter(m_last ? m_last->date : QDateTime(), [this, error] { show(error); });
        break;
    }
}

void SendRemedies::saveLetter(const QDateTime &date, std::function<void()> back)
{
    m_copy->save(date, std::move(back));
}

QList<StripButton> SendRemedies::passwordButtons(const SubmissionError &error)
{
    QList<StripButton> buttons;
    // What is not there will not be there the next time; what is locked may be open by then.
    if (error.problem == Problem::SecretUnavailable && error.secret != SecretError::Kind::NotFound)
        buttons.append({SendFlow::tr("Try &again"), [this] { Q_EMIT againWanted(); }});
    buttons.append({SendFlow::tr("Enter the &password for this session"),
                    [this] { isForLastServer() ? m_password->ask() : tellServerChanged(); }});
    if (error.secret == SecretError::Kind::NotFound)
        buttons.append({SendFlow::tr("Acc&ounts…"), [this] { Q_EMIT accountsRequested(m_last->account.id); },
                        false}); // to keep one there
    return buttons;
}

/// What a remedy would change is still what failed. Both can be another by the time its button is pressed.
bool SendRemedies::isForLastServer() const
{
    const std::optional<Account> now = m_form.account();
    return m_last && now && now->id == m_last->account.id &&
           now->server.host == m_last->account.server.host && now->server.port == m_last->account.server.port;
}

void SendRemedies::tellServerChanged()
{
    const std::optional<Account> now = m_form.account();
    if (!now)
        return Q_EMIT againWanted(); // which says so
    Strip strip;
    strip.tone = Strip::Tone::Problem;
    strip.title = SendFlow::tr("That was about another account or server");
    strip.sentence =
        SendFlow::tr("Nothing has been changed, and nothing sent. The letter would now go out from %1 "
                     "through %2.")
            .arg(Bidi::value(m_form.message().from.display()), Bidi::value(now->server.host));
    strip.untilSender = true;
    strip.buttons = {{SendFlow::tr("Try &again"), [this] { Q_EMIT againWanted(); }}};
    m_bar.show(strip);
}

void SendRemedies::secureBy(Remedy remedy)
{
    if (changeServer([=](ServerSettings &server) { server = serverBy(remedy, server).value_or(server); }))
        Q_EMIT againWanted();
}

bool SendRemedies::changeServer(const std::function<void(ServerSettings &)> &change)
{
    std::optional<Account> account = m_form.account();
    if (!account || !isForLastServer()) {
        tellServerChanged();
        return false;
    }
    change(account->server);
    if (m_services.accounts.update(*account))
        return true;
    Q_EMIT accountsRequested(account->id); // which says why it can't be stored
    return false;
}

void SendRemedies::confirmPin(const SubmissionError &error)
{
    if (!error.certificate)
        return;
    if (!isForLastServer())
        return tellServerChanged();
    const QString details = Fingerprint::inTwoLines(ProblemWords::certificateDetails(*error.certificate));
    Strip strip;
    strip.tone = Strip::Tone::Problem;
    strip.title = SendFlow::tr("Trust exactly this certificate?");
    strip.sentence =
        SendFlow::tr("Only do so if whoever runs the server told you this fingerprint. It counts for this "
                     "server and port alone.") +
        u"\n\n" + details;
    strip.untilSender = true;
    strip.buttons = {
        {SendFlow::tr("&Trust it and send"),
         [this, sha256 = error.certificate->sha256] {
             if (changeServer([&](ServerSettings &server) { server.pinnedSha256 = sha256; }))
                 Q_EMIT againWanted();
         }},
        {SendFlow::tr("&Don't trust it"), [this, error] { show(error); }},
    };
    m_bar.show(strip);
}

} // namespace pennypost
