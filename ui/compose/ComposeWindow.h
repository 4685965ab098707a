// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drafts/Draft.h"
#include "core/message/MailtoUrl.h"
#include "core/outbox/SentLetter.h"
#include "ui/compose/ComposeServices.h"
#include "ui/shortcuts/ShortcutArea.h"

#include <QMainWindow>

#include <memory>

class QMenu;

namespace pennypost {

class AttachmentModel;
class AttachmentPane;
class AttachmentTotal;
class BodyEditor;
class ComposeBar;
class ComposeController;
class DropTarget;
class FindBar;
class FormatBar;
class LetterHead;
class SendStateBar;
class Shortcuts;
class WritingHabits;

/// The window a letter is written in: layout and actions, nothing else (ComposeController holds the letter's
/// state). Deletes itself when closed; the draft stays in the store until the letter is sent or discarded.
/// Closed while its letter goes out, it only hides: it comes back if there is something to decide. Closed
/// with something unsaved, it goes once that is stored, and stays when it can't be. GUI thread.
class ComposeWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Opens `draft` as it was; one with only an id is a new letter.
    ComposeWindow(const ComposeServices &services, const Draft &draft, bool mayHaveBeenSent = false);
    ~ComposeWindow() override;

    QString draftId() const;
    /// Its letter goes on by itself, also when this is hidden; see SendFlow.
    bool isUnderWay() const;
    /// The program ends as soon as the letter is out, and this window, back in sight, says so.
    void stayUntilOut();
    void callOffTheEnd();
    bool endsProgram() const;
    /// It opened by itself, after a run that crashed: says so.
    void tellRecovered();
    /// It was made by a link: says what of that is not in it.
    void tellOfLink(const QList<MailtoFinding> &findings);

Q_SIGNALS:
    /// The letter is in the Sent list.
    void sent(const pennypost::SentLetter &letter);
    /// The draft has been stored or removed.
    void draftsChanged();
    /// It closes with something written in it, which is a stored draft now.
    void keptAsDraft(const QString &draftId, const QString &subject);
    void newLetterRequested();
    /// To change this one, or empty: to look at them.
    void accountsRequested(const QString &accountId = {});
    void shortcutsRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void orderTabs();
    void makeActions();
    QAction *makeAction(const QString &id);
    QMenu *makeMenu();
    void connectController();
    void alignColumns();
    void chooseFiles(const QString &folder = {});
    void showStatus();
    void moveToArea(int direction);
    void showTitle();
    void followStep();
    void askForAttention();

    WritingHabits &m_habits;
    Shortcuts &m_shortcuts;
    const ShortcutArea m_commands;
    ComposeBar *m_bar;
    LetterHead *m_head;
    FormatBar *m_formatBar;
    BodyEditor *m_body;
    FindBar *m_find;
    AttachmentModel *m_attachments;
    AttachmentPane *m_pane;
    AttachmentTotal *m_total;
    SendStateBar *m_strip;
    DropTarget *m_drop;
    QAction *m_send = nullptr;
    QAction *m_attach = nullptr;
    QAction *m_rich = nullptr;
    bool m_shown = false;
    std::unique_ptr<ComposeController> m_controller;
};

} // namespace pennypost
