// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/UndecidedLetter.h"

#include "core/drafts/DraftStore.h"
#include "core/outbox/OutboxStore.h"
#include "core/store/StoreThread.h"
#include "ui/compose/LetterForm.h"
#include "ui/compose/SendFlow.h"
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

/// A letter in the Sent list, and whether its draft holds more.
struct Arrived
{
    SentLetter letter;
    bool more = false;
};

Result<Arrived, StoreError> arrivedFrom(const OutboxStore &outbox, const SentLetter &letter,
                                        const QString &draftId)
{
    const auto more = outbox.holdsMore(draftId, letter.message);
    if (!more)
        return Failure{more.error()};
    return Arrived{letter, *more};
}

/// How somebody else decided: it arrived, or nothing if the letter is a draft again. NotFound if neither is
/// there; it must not look like a draft then, which may be sent.
Result<std::optional<Arrived>, StoreError> otherAnswer(Database &database, const Clock &clock,
                                                       const QString &itemId, const QString &draftId)
{
    if (!itemId.isEmpty()) {
        const OutboxStore outbox(database, clock);
        const auto letter = outbox.sentLetter(itemId);
        if (letter) {
            auto arrived = arrivedFrom(outbox, *letter, draftId);
            if (!arrived)
                return Failure{arrived.error()};
            return std::optional(std::move(*arrived));
        }
        if (letter.error().kind != StoreError::Kind::NotFound)
            return Failure{letter.error()};
    }
    const auto draft = DraftStore(database, clock).load(draftId);
    if (!draft && draft.error().kind != StoreError::Kind::Unreadable) // the window has it whole
        return Failure{draft.error()};
    return std::optional<Arrived>();
}

} // namespace

UndecidedLetter::UndecidedLetter(StoreThread &store, const Clock &clock, LetterForm &form, SendStateBar &bar,
                                 QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock), m_form(form), m_bar(bar)
{
    connect(&m_form, &LetterForm::edited, this, [this] {
        if (!m_asking && !m_itemId.isEmpty())
            m_edited = true;
    });
}

void UndecidedLetter::setAsking(bool asking)
{
    m_asking = asking;
    m_form.setReadOnly(asking);
    Q_EMIT askingChanged();
}

void UndecidedLetter::ask(const ProblemText &words)
{
    m_words = words;
    m_edited = false; // it went out as it stands
    putQuestion();
}

void UndecidedLetter::putQuestion()
{
    setAsking(true);
    m_answered = false;
    noteItem();
    Strip strip = Strip::of(m_words);
    strip.closable = false;
    strip.buttons = {
        {tr("&It arrived"), [this] { settle(); }},
        {tr("Send a&gain"), [this] { goAgain(); }},
        {tr("It did &not arrive"), [this] { giveBack(); }},
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

/// Not while an answer is followed, nor while the letter goes out once more: that attempt hears of it itself.
bool UndecidedLetter::mayBeDecided() const
{
    return !m_itemId.isEmpty() && (m_asking ? !m_answered : !m_form.isReadOnly());
}

void UndecidedLetter::lookAgain(const std::function<void()> &then)
{
    if (!mayBeDecided())
        return;
    m_store.run(
        this,
        [itemId = m_itemId, clock = &m_clock](Database &database) {
            return OutboxStore(database, *clock).letterOf(itemId);
        },
        [this, itemId = m_itemId, then](const Result<SentLetter, StoreError> &letter) {
            const bool gone = !letter && letter.error().kind == StoreError::Kind::NotFound;
            if (gone && mayBeDecided() && m_itemId == itemId)
                followOtherAnswer();
            else if (then && !(m_asking && m_answered)) // else it is followed already
                then();
        });
}

void UndecidedLetter::settle()
{
    m_answered = true;
    m_store.run(
        this,
        [draftId = m_form.draftId(), clock = &m_clock](Database &database) -> Result<Arrived, StoreError> {
            OutboxStore outbox(database, *clock);
            const auto item = itemOf(outbox, draftId);
            if (!item)
                return Failure{item.error()};
            const auto letter = outbox.letterOf(item->id);
            if (!letter)
                return Failure{letter.error()};
            if (const auto settled = outbox.settleAsSent(item->id, *letter); !settled)
                return Failure{settled.error()};
            return arrivedFrom(outbox, *letter, draftId);
        },
        [this](const Result<Arrived, StoreError> &settled) {
            if (settled)
                endArrived(settled->letter, settled->more,
                           SendFlow::tr("The letter that arrived is in the Sent list now"));
            else
                tellFailure(settled.error());
        });
}

/// The item stays where it is: the next attempt takes its place and its doubt when it is written down, and
/// fails if somebody else has decided by then. An attempt that does not get that far changes nothing.
void UndecidedLetter::goAgain()
{
    m_answered = true;
    m_store.run(
        this,
        [draftId = m_form.draftId(), clock = &m_clock](Database &database) {
            return itemOf(OutboxStore(database, *clock), draftId);
        },
        [this](const Result<OutboxItem, StoreError> &item) {
            if (!item)
                return tellFailure(item.error());
            m_itemId = item->id;
            setAsking(false);
            Q_EMIT sendAgain();
        });
}

/// The item is the question: whoever takes it out of the outbox has answered, and only one can.
void UndecidedLetter::giveBack()
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
        [this](const Result<void, StoreError> &given) {
            if (given)
                keep();
            else
                tellFailure(given.error());
        });
}

void UndecidedLetter::keep()
{
    m_itemId.clear();
    setAsking(false);
    Q_EMIT kept();
}

void UndecidedLetter::afterFailure(const std::function<void()> &then)
{
    if (m_itemId.isEmpty())
        return then();
    m_store.run(
        this,
        [draftId = m_form.draftId(), clock = &m_clock](Database &database) {
            return itemOf(OutboxStore(database, *clock), draftId);
        },
        [this, then](const Result<OutboxItem, StoreError> &item) {
            if (!item && item.error().kind == StoreError::Kind::NotFound)
                return followOtherAnswer();
            if (item)
                m_itemId = item->id; // the failed attempt's own, which took the doubt over
            then();
        });
}

/// The other window was first: it arrived, or is a draft again. Nothing goes out on an answer that came late.
void UndecidedLetter::followOtherAnswer()
{
    m_answered = true;
    if (!m_asking)
        setAsking(true);
    m_store.run(
        this,
        [itemId = m_itemId, draftId = m_form.draftId(), clock = &m_clock](Database &database) {
            return otherAnswer(database, *clock, itemId, draftId);
        },
        [this](const Result<std::optional<Arrived>, StoreError> &answer) {
            if (!answer && answer.error().kind == StoreError::Kind::NotFound)
                return tellProblem(answer.error(),
                                   {SendFlow::tr("&Close the letter"), [this] { Q_EMIT closeWanted(); }});
            if (!answer)
                return tellFailure(answer.error());
            if (*answer)
                return endArrived((*answer)->letter, (*answer)->more,
                                  SendFlow::tr("This was decided in the main window: the letter arrived"));
            keep();
            Strip strip;
            strip.title = tr("This was decided in the main window: the letter is a draft again");
            strip.sentence = tr("It has not been sent again.");
            strip.untilEdited = true;
            m_bar.show(strip);
        });
}

/// `more`: in the stored draft; what is not stored yet, the window knows.
void UndecidedLetter::endArrived(const SentLetter &letter, bool more, const QString &title)
{
    if (!more && !m_edited) {
        Q_EMIT arrived(letter);
        return;
    }
    m_itemId.clear();
    m_edited = false;
    setAsking(false);
    Strip strip;
    strip.title = title;
    strip.sentence = SendFlow::tr("What you have changed since then is still here, and has not been sent.");
    strip.untilEdited = true;
    m_bar.show(strip);
    Q_EMIT leftOver(letter);
}

void UndecidedLetter::tellFailure(const StoreError &error)
{
    if (error.kind == StoreError::Kind::NotFound)
        followOtherAnswer();
    else
        tellProblem(error, {tr("Bac&k"), [this] { putQuestion(); }});
}

void UndecidedLetter::tellProblem(const StoreError &error, const StripButton &button)
{
    Strip strip = Strip::of(ProblemWords::of(error));
    strip.closable = false;
    strip.buttons = {button};
    m_bar.show(strip);
    Q_EMIT problemTold();
}

} // namespace pennypost
