// SPDX-License-Identifier: GPL-3.0-or-later
// What SendFlow says when the account a letter was written under is gone.
#include "ui/common/Bidi.h"
#include "ui/compose/LetterForm.h"
#include "ui/compose/SendFlow.h"
#include "ui/compose/SendStateBar.h"

namespace pennypost {

namespace {

Strip stripAbout(const LostSender &lost)
{
    const QString address = lost.mailbox.addrSpec();
    Strip strip;
    strip.tone = Strip::Tone::Problem;
    strip.title = SendFlow::tr("The account “%1” is no longer there")
                      .arg(Bidi::value(address.isEmpty() ? lost.accountId : address));
    strip.untilSender = true;
    return strip;
}

} // namespace

/// Says it anew when yet another one would be the sender: what is agreed to is what is used.
void SendFlow::tellLostSender()
{
    const auto lost = m_form.lostSender();
    if (!lost || m_step != Step::Writing)
        return;
    Strip strip = stripAbout(*lost);
    const bool said = m_bar.strip().untilSender && m_bar.strip().title == strip.title;
    if (!said && !m_bar.isFree())
        return; // Send says it in any case
    if (said && m_sendsWhenAgreed && m_form.account())
        return askForSender();
    m_sendsWhenAgreed = false;
    if (m_form.account()) {
        strip.sentence =
            tr("This letter would now go out from %1.").arg(Bidi::value(m_form.message().from.display()));
        strip.buttons = {
            {tr("&Use this sender"), [this] { m_form.acceptSender(); }},
            {tr("C&hoose another"), [this] { m_form.focusOn(SendFinding::Field::From); }, false},
        };
    } else {
        strip.sentence = tr("There is no other one to send this letter from.");
        strip.buttons = {{tr("&Set up an account…"), [this] { Q_EMIT accountsRequested(); }, false}};
    }
    m_bar.show(strip);
}

/// From another address only when a person has agreed to it.
bool SendFlow::stopAtLostSender()
{
    if (!m_form.lostSender())
        return false;
    askForSender();
    Q_EMIT attentionNeeded();
    return true;
}

void SendFlow::askForSender()
{
    const auto lost = m_form.lostSender();
    if (!lost)
        return;
    m_sendsWhenAgreed = true;
    Strip strip = stripAbout(*lost);
    strip.sentence = tr("It has not been sent yet: it would go out from %1.")
                         .arg(Bidi::value(m_form.message().from.display()));
    strip.buttons = {
        {tr("&Send from this address"), [this] { sendFromAgreed(); }},
        {tr("C&hoose another"), [this] { m_form.focusOn(SendFinding::Field::From); }, false},
    };
    m_bar.show(strip);
}

void SendFlow::sendFromAgreed()
{
    const std::optional<Envelope> envelope = m_envelope; // whom the letter is for has not changed
    m_form.acceptSender();
    attempt(m_askedAlready, envelope);
}

} // namespace pennypost
