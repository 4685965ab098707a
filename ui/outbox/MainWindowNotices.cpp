// SPDX-License-Identifier: GPL-3.0-or-later
// What MainWindow says in its strip, and what the strip's buttons do.
#include "ui/common/ProblemText.h"
#include "ui/outbox/MainWindow.h"
#include "ui/outbox/NoticeStrip.h"
#include "ui/outbox/OutboxDesk.h"
#include "ui/outbox/OutboxModel.h"

#include <QAction>
#include <QListView>

#include <algorithm>

namespace pennypost {

namespace {

constexpr int noticeMilliseconds = 9000;
using Kind = OutboxRow::Kind;

QString subjectOf(const QString &subject)
{
    return subject.trimmed().isEmpty() ? MainWindow::tr("(no subject)") : subject.simplified();
}

} // namespace

/// After what the strip must not lose: a deletion that can still be undone would be carried out.
void MainWindow::tell(const Notice &notice)
{
    if (!m_strip->holds()) {
        m_strip->present(notice);
        return;
    }
    const auto same = [&notice](const Notice &other) { return other.saysTheSameAs(notice); };
    if (!same(m_strip->notice()) && std::none_of(m_waiting.cbegin(), m_waiting.cend(), same))
        m_waiting.append(notice);
}

void MainWindow::showWaiting()
{
    if (m_strip->isFree() && !m_waiting.isEmpty())
        m_strip->present(m_waiting.takeFirst());
}

/// Where the letter is, not in a dialog: both answers, and a look at it. Waits as tell() does.
void MainWindow::askForDecision(const OutboxRow &row)
{
    if (m_decision == row.id || m_answered == row.id || m_strip->holds())
        return;
    Notice notice;
    notice.text = tr("“%1” went out to %2, but the server’s confirmation never came in. It may have arrived. "
                     "Ask there, or look into your server’s sent mail, before you send it again.")
                      .arg(subjectOf(row.subject), row.who);
    notice.dismissible = false;
    notice.buttons = {
        {m_actions.arrived->text(), [this, id = row.id] { answered(id), m_desk->settleAsSent(id); }},
        {(row.finished ? m_actions.forget : m_actions.sendAgain)->text(),
         [this, id = row.id, finished = row.finished] {
             if (!finished)
                 return sendAgain(id);
             answered(id);
             m_desk->forget(id);
         }},
        {tr("L&ook at it"), [this, row] {
             m_decision.clear();
             m_desk->open(row);
             askForDecision(row);
         }}};
    notice.ended = [this] { m_decision.clear(); };
    m_strip->present(notice);
    m_decision = row.id;
}

/// It is not asked about again while the store is at it.
void MainWindow::answered(const QString &itemId)
{
    m_decision.clear();
    m_answered = itemId;
}

/// In the letter's own window, where the question is until it is closed.
void MainWindow::sendAgain(const QString &itemId)
{
    const bool asking = m_decision == itemId;
    answered(itemId);
    if (asking)
        m_strip->end();
    m_desk->reopen(itemId);
}

/// Out of sight at once, out of the store when the strip goes: until then it can be undone, also by a crash.
void MainWindow::removeCurrent()
{
    const OutboxRow *current = currentRow();
    if (!current || current->kind == Kind::Undecided)
        return;
    const OutboxRow row = *current; // the model's own goes
    if (!m_open.contains(row.id))
        return remove(row);
    // What is written in its window would be lost, or stored once more.
    Notice notice;
    notice.text =
        tr("“%1” is open in its window. Close the window before you delete it.").arg(subjectOf(row.subject));
    notice.about = row.id;
    notice.milliseconds = noticeMilliseconds;
    tell(notice);
    Q_EMIT draftOpenRequested(row.id);
}

void MainWindow::remove(const OutboxRow &row)
{
    Notice notice;
    notice.text = row.kind == Kind::Draft ? tr("The draft “%1” was deleted.").arg(subjectOf(row.subject))
                  : row.kind == Kind::Sent
                      ? tr("The sent letter “%1” was deleted.").arg(subjectOf(row.subject))
                      : tr("The received letter “%1” was deleted.").arg(subjectOf(row.subject));
    notice.milliseconds = noticeMilliseconds;
    notice.holds = true;
    forgetWaitingDraft(row.id);
    notice.buttons = {{tr("&Undo"),
                       [this, row] {
                           m_removing.clear();
                           m_current = row.id;
                           m_model->setHidden(row.id, false);
                           listsRead();
                       },
                       QKeySequence::Undo}};
    notice.ended = [this, row] {
        m_removing.clear();
        m_desk->remove(row);
    };
    m_strip->present(notice);
    m_removing = row.id;

    // The selection moves to the neighbour, so that Del can be pressed again.
    const int at = m_list->currentIndex().row();
    const bool selected = currentRow() && currentRow()->id == row.id;
    m_model->setHidden(row.id, true);
    if (!selected) {
        listsRead();
        return;
    }
    for (const int candidate : {at, at + 1, at - 1, at - 2}) {
        const QModelIndex next = m_model->index(candidate);
        // Not to a row that would put its question in the undo's place.
        if (next.isValid() && next.flags() & Qt::ItemIsSelectable &&
            m_model->row(next).kind != Kind::Undecided) {
            m_list->setCurrentIndex(next);
            break;
        }
    }
    listsRead();
}

void MainWindow::showSent(const SentLetter &letter)
{
    refresh();
    Notice notice;
    notice.text = tr("“%1” was sent.").arg(subjectOf(letter.message.subject));
    notice.milliseconds = noticeMilliseconds;
    notice.buttons = {{tr("Show the &receipt"), [this, letter] { showReceipt(letter); }}};
    tell(notice);
}

void MainWindow::showKeptDraft(const QString &draftId, const QString &subject)
{
    if (!m_decision.isEmpty() || m_strip->holds()) {
        // A question that waits for its answer is the more urgent, and so is what is lost with its notice.
        m_keptWaiting.append({draftId, subject});
        return;
    }
    OutboxRow row;
    row.kind = Kind::Draft;
    row.id = draftId;
    row.subject = subject;
    Notice notice;
    notice.text = tr("“%1” was saved to drafts.").arg(subjectOf(subject));
    notice.milliseconds = noticeMilliseconds;
    notice.buttons = {{tr("&Discard"), [this, row] {
                           m_kept.clear();
                           remove(row);
                       }}};
    notice.ended = [this] { m_kept.clear(); };
    m_strip->present(notice);
    m_kept = draftId;
}

void MainWindow::showWaitingDraft()
{
    if (!m_strip->isFree() || m_keptWaiting.isEmpty())
        return;
    const KeptDraft kept = m_keptWaiting.takeFirst();
    showKeptDraft(kept.id, kept.subject);
}

void MainWindow::forgetWaitingDraft(const QString &draftId)
{
    m_keptWaiting.removeIf([&](const KeptDraft &kept) { return kept.id == draftId; });
}

void MainWindow::draftOpens(const QString &draftId)
{
    m_open.insert(draftId);
    forgetWaitingDraft(draftId);
    if (m_kept == draftId)
        m_strip->end();
    if (m_removing == draftId) {
        m_removing.clear();
        m_model->setHidden(draftId, false);
        listsRead();
        m_strip->callOff();
    }
}

void MainWindow::draftCloses(const QString &draftId)
{
    m_open.remove(draftId);
    if (m_asking == draftId) {
        m_asking.clear();
        m_answered.clear(); // its question may have been left open
    }
    // Nobody needs to hear any more that it is open.
    m_waiting.removeIf([&](const Notice &notice) { return notice.about == draftId; });
}

void MainWindow::tellFailure(const StoreError &error, const QString &itemId)
{
    m_answered.clear(); // what was answered may be asked again
    const ProblemText problem = ProblemWords::of(error);
    Notice notice;
    notice.text = problem.title + u'\n' + problem.sentence;
    if (!problem.serverWords.isEmpty()) // the file, and what the system said
        notice.text += u'\n' + problem.serverWords;
    notice.about = itemId;
    notice.holds = true;
    const bool isNoDraft =
        error.kind == StoreError::Kind::Unreadable || error.kind == StoreError::Kind::NoDraft;
    if (isNoDraft && !itemId.isEmpty()) // no other answer would do
        notice.buttons = {
            {m_actions.forget->text(), [this, itemId] { answered(itemId), m_desk->forget(itemId); }}};
    tell(notice);
}

} // namespace pennypost
