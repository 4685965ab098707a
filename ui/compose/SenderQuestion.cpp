// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/SenderQuestion.h"

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

SenderQuestion::SenderQuestion(LetterForm &form, SendStateBar &bar, QObject *parent)
    : QObject(parent), m_form(form), m_bar(bar)
{
}

void SenderQuestion::tell()
{
    const auto lost = m_form.lostSender();
    if (!lost)
        return;
    Strip strip = stripAbout(*lost);
    const bool said = m_bar.strip().untilSender && m_bar.strip().title == strip.title;
    if (!said && !m_bar.isFree())
        return; // Send says it in any case
    if (said && m_sends && m_form.account()) {
        ask();
        return;
    }
    m_sends = false;
    if (m_form.account()) {
        strip.sentence = SendFlow::tr("This letter would now go out from %1.")
                             .arg(Bidi::value(m_form.message().from.display()));
        strip.buttons = {
            {SendFlow::tr("&Use this sender"), [this] { m_form.acceptSender(); }},
            {SendFlow::tr("C&hoose another"), [this] { m_form.focusOn(SendFinding::Field::From); }, false},
        };
    } else {
        strip.sentence = SendFlow::tr("There is no other one to send this letter from.");
        strip.buttons = {
            {SendFlow::tr("&Set up an account…"), [this] { Q_EMIT accountsRequested(); }, false}};
    }
    m_bar.show(strip);
}

bool SenderQuestion::ask()
{
    const auto lost = m_form.lostSender();
    if (!lost)
        return false;
    m_sends = true;
    Strip strip = stripAbout(*lost);
    strip.sentence = SendFlow::tr("The letter has not been sent yet: it would go out from %1.")
                         .arg(Bidi::value(m_form.message().from.display()));
    strip.buttons = {
        {SendFlow::tr("&Send from this address"), [this] { Q_EMIT agreed(); }},
        {SendFlow::tr("C&hoose another"), [this] { m_form.focusOn(SendFinding::Field::From); }, false},
    };
    m_bar.show(strip);
    return true;
}

} // namespace pennypost
