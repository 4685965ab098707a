// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/LetterOpener.h"

#include "core/store/Background.h"
#include "ui/common/ProblemText.h"
#include "ui/compose/ReuseText.h"
#include "ui/compose/WritingHabits.h"

#include <QThreadPool>

namespace pennypost {

LetterOpener::LetterOpener(Services &services, const WritingHabits &habits, QObject *parent)
    : QObject(parent), m_services(services), m_habits(habits)
{
}

void LetterOpener::open(const QString &argument)
{
    if (argument.startsWith(QLatin1StringView("mailto:"), Qt::CaseInsensitive)) {
        QMetaObject::invokeMethod(this, [this, argument] { openLink(argument); }, Qt::QueuedConnection);
        return;
    }
    runOnPool(
        *QThreadPool::globalInstance(), this, [argument] { return isUnsentLetter(argument); },
        [this, argument](bool unsent) {
            if (unsent)
                reuse(argument, Reuse::EditAsNew);
            else
                Q_EMIT letterFound(argument);
        });
}

void LetterOpener::openLink(const QString &url)
{
    const auto letter = parseMailto(url.toUtf8());
    if (!letter)
        return;
    Draft draft;
    draft.message = letter->message;
    draft.message.from = ownMailboxes().value(0);
    Q_EMIT letterMade(draft, letter->findings);
}

void LetterOpener::reuse(const QString &file, Reuse as)
{
    // Who hides in which zone he writes does not tell it by how he tells the time of another's letter.
    const auto zone = m_habits.habits().datesInUtc ? ReuseText::Zone::AsWritten : ReuseText::Zone::Here;
    runOnPool(
        *QThreadPool::globalInstance(), this,
        [file, as, own = ownMailboxes(), words = ReuseText::words(zone), blobs = m_services.blobs] {
            return reuseLetter(file, as, own, words, blobs);
        },
        [this](const Result<Draft, ReuseError> &draft) {
            if (draft)
                Q_EMIT letterMade(*draft);
            else
                Q_EMIT failed(ReuseText::of(draft.error()));
        });
}

MailboxList LetterOpener::ownMailboxes() const
{
    MailboxList own;
    if (const Account *account = m_services.accounts.defaultAccount())
        own.append(account->mailbox());
    for (const Account &account : m_services.accounts.accounts()) {
        for (const Identity &identity : account.identities)
            own.append(identity.mailbox);
    }
    return own;
}

} // namespace pennypost
