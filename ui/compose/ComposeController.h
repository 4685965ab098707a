// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drafts/Draft.h"
#include "core/message/MailtoUrl.h"
#include "ui/compose/AttachmentNotices.h"
#include "ui/compose/ComposeServices.h"
#include "ui/compose/DraftSaver.h"
#include "ui/compose/LetterForm.h"
#include "ui/compose/OfferedFiles.h"
#include "ui/compose/OpenedCopies.h"
#include "ui/compose/RecipientCompletion.h"
#include "ui/compose/SendFlow.h"

#include <QObject>

namespace pennypost {

class SendStateBar;

/// The state of one letter while its window is open: brings the form, the journal and the way out together,
/// so that the window is left with layout and actions. GUI thread; dies before the widgets it was given.
class ComposeController : public QObject
{
    Q_OBJECT

public:
    ComposeController(const ComposeServices &services, const LetterWidgets &widgets, SendStateBar &bar,
                      const Draft &draft, bool mayHaveBeenSent);
    /// Hands what is not yet saved to the store's thread, which finishes it.
    ~ComposeController() override;

    LetterForm &form() { return m_form; }
    SendFlow &flow() { return m_flow; }

    /// Opened by itself, after a run that crashed: says of when the letter is.
    void tellRecovered();
    void tellOfLink(const QList<MailtoFinding> &findings);
    /// Send; with no account left it says so, whatever else the letter lacks.
    void send();
    void save();
    /// What was pasted, dropped or chosen.
    void attach(const OfferedFiles &offered);
    /// In the program the desktop has for it, as a copy; see OpenedCopies.
    void openAttachment(int row);
    /// Plain to rich and back; says what was lost, with a way back.
    void setRich(bool rich);
    void askForLink();
    /// Takes the letter away, with a while to undo that.
    void discard();
    enum class Closing {
        Now,
        OutOfSight, ///< the letter is on its way
        WhenSaved,  ///< closeWanted() follows; or the strip says why it can't be saved, and the window stays
    };
    /// The window wants to close.
    Closing close();
    /// Whether what was written stays behind as a draft, safely stored, when the window goes now.
    bool leavesDraft() const;

    /// "Saved 10:42", "Saving", "Not saved: the disk is full"; empty while there is nothing to say.
    QString savedText() const;
    bool hasSavingFailed() const { return m_saver.state() == DraftSaver::State::Failed; }
    /// "1.2 MB attached, 1.7 MB as sent"; empty for none.
    QString sizeText() const;

Q_SIGNALS:
    void statusChanged();
    void draftsChanged();
    /// Nothing is left to do here.
    void closeWanted();
    /// To choose files in this folder.
    void filesWanted(const QString &folder);

private:
    void finishDiscard();
    bool isWorthKeeping() const;
    void followSaving();
    void tellNotSaved();
    void tellNotOpened(const QString &name, const QString &title, const QString &sentence);

    ComposeServices m_services;
    LetterWidgets m_widgets;
    SendStateBar &m_bar;
    LetterForm m_form;
    RecipientCompletion m_completion;
    DraftSaver m_saver;
    SendFlow m_flow;
    std::unique_ptr<Alarm> m_discardAlarm;
    OpenedCopies m_opened;
    AttachmentNotices m_notices;
    bool m_closesWhenSaved = false;
};

} // namespace pennypost
