// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/UndecidedLetter.h"

#include "core/outbox/OutboxStore.h"
#include "core/store/StoreThread.h"
#include "ui/common/ProblemText.h"
#include "ui/compose/LetterForm.h"
#include "ui/compose/SendStateBar.h"

namespace pennypost {

namespace {

/// The outbox's item of a draft; NotFound once somebody settled it elsewhere.
Result<OutboxItem, StoreError> itemOf(const OutboxStore &outbox, const QString &draftId)
{
    const auto items = outbox.items();
    if (!items)
        return Failure{items.error()};
    for (const OutboxItem &item : *items) {
        if (item.draftId == draftId)
            return item;
    }
    return Failure{StoreError{StoreError::Kind::NotFound, draftId}};
}

} // namespace

UndecidedLetter::UndecidedLetter(StoreThread &store, const Clock &clock, LetterForm &form, SendStateBar &bar,
                                 QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock), m_form(form), m_bar(bar)
{
}

void UndecidedLetter::setAsking(bool asking)
{
    m_asking = asking;
    m_form.setReadOnly(asking);
    Q_EMIT askingChanged();
}

void UndecidedLetter::ask(const QString &serverWords)
{
    setAsking(true);
    m_answered = false;
    noteItem();
    Strip strip;
    strip.tone = Strip::Tone::Problem;
    strip.title = tr("This letter may have been sent");
    strip.sentence =
        tr("The connection was lost after the whole letter had gone out, before the server confirmed it. "
           "Look whether it arrived, for instance in your provider's Sent folder, before you decide.");
    strip.details = serverWords;
    strip.closable = false;
    strip.buttons = {
        {tr("&It arrived"), [this] { settle(); }},
        {tr("Send a&gain"), [this] { giveBack([this] { Q_EMIT sendAgain(); }); }},
        {tr("&Keep as draft"), [this] { giveBack([this] { Q_EMIT kept(); }); }},
    };
    m_bar.show(strip);
}

/// The item's id is the letter's in the Sent list if it is settled elsewhere.
void UndecidedLetter::noteItem()
{
    m_store.run(
        this,
        [draftId = m_form.draftId(), clock = &m_clock](Database &database) {
            return itemOf(OutboxStore(database, *clock), draftId);
        },
        [this](const Result<OutboxItem, StoreError> &item) {
            if (item)
                m_itemId = item->id;
        });
}

void UndecidedLetter::lookAgain()
{
    if (!m_asking || m_answered || m_itemId.isEmpty())
        return;
    m_store.run(
        this,
        [itemId = m_itemId, clock = &m_clock](Database &database) {
            return OutboxStore(database, *clock).letterOf(itemId);
        },
        [this](const Result<SentLetter, StoreError> &letter) {
            if (!letter && letter.error().kind == StoreError::Kind::NotFound && m_asking && !m_answered)
                followOtherAnswer();
        });
}

void UndecidedLetter::settle()
{
    m_answered = true;
    m_store.run(
        this,
        [draftId = m_form.draftId(), clock = &m_clock](Database &database) -> Result<SentLetter, StoreError> {
            OutboxStore outbox(database, *clock);
            const auto item = itemOf(outbox, draftId);
            if (!item)
                return Failure{item.error()};
            const auto letter = outbox.letterOf(item->id);
            if (!letter)
                return Failure{letter.error()};
            if (const auto settled = outbox.settleAsSent(item->id, *letter); !settled)
                return Failure{settled.error()};
            return *letter;
        },
        [this](const Result<SentLetter, StoreError> &settled) {
            if (settled)
                Q_EMIT arrived(*settled);
            else
                tellFailure(settled.error());
        });
}

/// The item is the question: whoever takes it out of the outbox has answered, and only one can.
void UndecidedLetter::giveBack(const std::function<void()> &then)
{
    m_answered = true;
    m_store.run(
        this,
        [draftId = m_form.draftId(), clock = &m_clock](Database &database) -> Result<void, StoreError> {
            OutboxStore outbox(database, *clock);
            const auto item = itemOf(outbox, draftId);
            if (!item)
                return Failure{item.error()};
            if (const auto given = outbox.giveBackAsDraft(item->id); !given)
                return Failure{given.error()};
            return {};
        },
        [this, then](const Result<void, StoreError> &given) {
            if (!given)
                return tellFailure(given.error());
            setAsking(false);
            then();
        });
}

/// The other window was first: it arrived, or is a draft again. Nothing goes out on an answer that came late.
void UndecidedLetter::followOtherAnswer()
{
    m_answered = true;
    m_store.run(
        this,
        [itemId = m_itemId, clock = &m_clock](Database &database) {
            return OutboxStore(database, *clock).sentLetter(itemId);
        },
        [this](const Result<SentLetter, StoreError> &letter) {
            if (letter) {
                Q_EMIT arrived(*letter);
                return;
            }
            setAsking(false);
            Q_EMIT kept();
            Strip strip;
            strip.title = tr("This was decided in the main window: the letter is a draft again");
            strip.sentence = tr("It has not been sent again.");
            strip.untilEdited = true;
            m_bar.show(strip);
        });
}

void UndecidedLetter::tellFailure(const StoreError &error)
{
    if (error.kind == StoreError::Kind::NotFound) {
        followOtherAnswer();
        return;
    }
    const ProblemText words = ProblemWords::of(error);
    Strip strip;
    strip.tone = Strip::Tone::Problem;
    strip.title = words.title;
    strip.sentence = words.sentence;
    strip.details = words.serverWords;
    strip.closable = false;
    strip.buttons = {{tr("&Back"), [this] { ask(); }}};
    m_bar.show(strip);
}

} // namespace pennypost
