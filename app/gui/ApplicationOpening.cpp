// SPDX-License-Identifier: GPL-3.0-or-later
// How Application takes what the desktop hands over, and letters that are made of it.
#include "app/gui/Application.h"
#include "ui/common/ProblemText.h"
#include "ui/compose/ComposeWindow.h"

#include <QFileOpenEvent>

#include <algorithm>
#include <utility>

namespace pennypost {

void Application::connectOpener()
{
    connect(&m_main, &MainWindow::letterFilesChosen, this, &Application::open);
    connect(&m_main, &MainWindow::reuseRequested, &m_opener, &LetterOpener::reuse);
    connect(&m_opener, &LetterOpener::letterMade, this, &Application::writeOn);
    connect(&m_opener, &LetterOpener::letterFound, &m_main, &MainWindow::showLetterFile);
    connect(&m_opener, &LetterOpener::failed, this, &Application::tell);
}

void Application::open(const QStringList &letters)
{
    callOffTheEnd();
    for (const QString &letter : letters)
        m_opener.open(letter);
}

/// macOS hands over links and files by events.
void Application::takeOpenEvent(const QFileOpenEvent &event)
{
    const bool isLink = event.file().isEmpty();
    open({isLink ? QString::fromUtf8(event.url().toEncoded()) : event.file()});
}

void Application::writeOn(const Draft &letter, const QList<MailtoFinding> &findings)
{
    const auto &accounts = m_services.accounts.accounts();
    if (accounts.isEmpty()) {
        m_waiting.append({letter, findings}); // until there is one
        return setUp();
    }
    const auto sender = std::find_if(accounts.begin(), accounts.end(), [&](const Account &account) {
        return std::any_of(
            account.identities.begin(), account.identities.end(),
            [&](const Identity &identity) { return identity.mailbox.sameAddress(letter.message.from); });
    });
    Draft draft = letter;
    draft.id = QString::fromLatin1(m_services.ids.next());
    draft.accountId = sender == accounts.end() ? QString() : sender->id;
    openWindow(draft, false);
    m_letters.value(draft.id)->tellOfLink(findings);
}

/// True if there was one.
bool Application::openWaiting(const Account &account)
{
    const auto waiting = std::exchange(m_waiting, {});
    for (WaitingLetter letter : waiting) {
        letter.draft.message.from = account.mailbox();
        writeOn(letter.draft, letter.findings);
    }
    return !waiting.isEmpty();
}

} // namespace pennypost
