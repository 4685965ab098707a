// SPDX-License-Identifier: GPL-3.0-or-later
// What SendFlow says about a failed attempt, and what its buttons do.
#include "core/account/AccountStore.h"
#include "core/account/SecurityNames.h"
#include "ui/common/Bidi.h"
#include "ui/common/Fingerprint.h"
#include "ui/compose/ComposeServices.h"
#include "ui/compose/LetterForm.h"
#include "ui/compose/SendFlow.h"
#include "ui/compose/SendStateBar.h"
#include "ui/compose/UndecidedLetter.h"

#include <QDesktopServices>

#include <algorithm>

namespace pennypost {

ProblemText SendFlow::wordsOf(const SubmissionError &error) const
{
    ProblemContext context;
    if (m_last) {
        context.server = m_last->account.server;
        context.provider = m_services.providers.providerForHost(context.server.host);
        context.sender = m_last->sender;
        context.recipients = m_last->recipients;
        context.passwordTyped = m_passwordGiven == m_last->account.id;
    }
    return ProblemWords::of(error, context);
}

void SendFlow::showProblem(const SubmissionError &error)
{
    const ProblemText words = wordsOf(error);
    Strip strip = Strip::of(words);
    if (error.problem == Problem::SecretUnavailable)
        strip.detailsLabel = tr("The keyring's words");
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
                               remedy == Remedy::EditPassword || remedy == Remedy::KeepForSession;
        strip.buttons.append({text, [this, remedy, error, words] { act(remedy, error, words); }, !elsewhere});
    };
    if (wantsPassword(error)) {
        strip.buttons = passwordButtons(error);
        if (error.problem == Problem::WrongPassword) // the password may be right, and another setting wrong
            offer(words.secondRemedy, words.secondButton);
    } else {
        offer(words.remedy, words.button);
        offer(words.secondRemedy, words.secondButton);
    }
    m_form.showRefused(error.refused);
    m_bar.show(strip);
}

void SendFlow::act(Remedy remedy, const SubmissionError &error, const ProblemText &words)
{
    switch (remedy) {
    case Remedy::None:
        break;
    case Remedy::TryAgain:
        attemptAgain();
        break;
    case Remedy::EditServer:
    case Remedy::EditPassword:
    case Remedy::KeepForSession:
        Q_EMIT accountsRequested(m_last ? m_last->account.id : QString());
        break;
    case Remedy::UseStartTls:
        if (changeServer([](ServerSettings &server) {
                server = withSecurity(server, ServerSettings::Security::StartTls);
            }))
            attemptAgain();
        break;
    case Remedy::UseTls:
        if (changeServer(
                [](ServerSettings &server) { server = withSecurity(server, ServerSettings::Security::Tls); }))
            attemptAgain();
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
        sendToRest(error);
        break;
    case Remedy::EditSender:
        m_form.focusOn(SendFinding::Field::From);
        break;
    case Remedy::EditAttachments:
        m_form.focusOn(SendFinding::Field::Attachments);
        break;
    case Remedy::SettleMaybeSent:
        setStep(Step::Undecided);
        m_undecided->ask(words);
        break;
    }
}

void SendFlow::sendToRest(const SubmissionError &error)
{
    // Whoever an earlier attempt left out stays left out, until the letter is another.
    std::optional<Envelope> envelope = m_envelope;
    if (const auto whole = envelopeFor(m_form.message()); whole && !envelope)
        envelope = *whole;
    if (!envelope)
        return attempt(true); // which says what is wrong with it
    envelope->forwardPaths.removeIf([&](const SmtpPath &path) {
        return std::any_of(error.refused.begin(), error.refused.end(),
                           [&](const RefusedPath &refused) { return refused.path == path.display(); });
    });
    if (envelope->forwardPaths.isEmpty()) {
        m_form.focusRefused(error.refused);
        return;
    }
    attempt(true, *envelope);
}

/// What a remedy would change is still what failed. Both can be another by the time its button is pressed.
bool SendFlow::isForLastServer() const
{
    const std::optional<Account> now = m_form.account();
    return m_last && now && now->id == m_last->account.id &&
           now->server.host == m_last->account.server.host && now->server.port == m_last->account.server.port;
}

void SendFlow::tellServerChanged()
{
    const std::optional<Account> now = m_form.account();
    if (!now)
        return attemptAgain(); // which says so
    Strip strip;
    strip.tone = Strip::Tone::Problem;
    strip.title = tr("That was about another account or server");
    strip.sentence = tr("Nothing has been changed, and nothing sent. The letter would now go out from %1 "
                        "through %2.")
                         .arg(Bidi::value(m_form.message().from.display()), Bidi::value(now->server.host));
    strip.untilSender = true;
    strip.buttons = {{tr("Try &again"), [this] { attemptAgain(); }}};
    m_bar.show(strip);
}

bool SendFlow::changeServer(const std::function<void(ServerSettings &)> &change)
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

void SendFlow::confirmPin(const SubmissionError &error)
{
    if (!error.certificate)
        return;
    if (!isForLastServer())
        return tellServerChanged();
    const QString details = Fingerprint::inTwoLines(ProblemWords::certificateDetails(*error.certificate));
    Strip strip;
    strip.tone = Strip::Tone::Problem;
    strip.title = tr("Trust exactly this certificate?");
    strip.sentence = tr("Only do so if whoever runs the server told you this fingerprint. It counts for this "
                        "server and port alone.") +
                     u"\n\n" + details;
    strip.untilSender = true;
    strip.buttons = {
        {tr("&Trust it and send"),
         [this, sha256 = error.certificate->sha256] {
             if (changeServer([&](ServerSettings &server) { server.pinnedSha256 = sha256; }))
                 attemptAgain();
         }},
        {tr("&Don't trust it"), [this, error] { showProblem(error); }},
    };
    m_bar.show(strip);
}

} // namespace pennypost
