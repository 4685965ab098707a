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

void SendFlow::tellLostSender()
{
    const auto lost = m_form.lostSender();
    if (!lost || !m_bar.isFree() || m_step != Step::Writing)
        return; // Send says it in any case
    Strip strip = stripAbout(*lost);
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
bool SendFlow::stopAtLostSender(bool askedAlready, const std::optional<Envelope> &envelope)
{
    const auto lost = m_form.lostSender();
    if (!lost)
        return false;
    Strip strip = stripAbout(*lost);
    strip.sentence = tr("It has not been sent yet: it would go out from %1.")
                         .arg(Bidi::value(m_form.message().from.display()));
    strip.buttons = {
        {tr("&Send from this address"),
         [this, askedAlready, envelope] {
             m_form.acceptSender();
             attempt(askedAlready, envelope);
         }},
        {tr("C&hoose another"), [this] { m_form.focusOn(SendFinding::Field::From); }, false},
    };
    m_bar.show(strip);
    Q_EMIT attentionNeeded();
    return true;
}

} // namespace pennypost
