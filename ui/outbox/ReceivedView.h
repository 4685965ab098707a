// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drafts/LetterReuse.h"
#include "ui/outbox/ReceivedLetter.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QListWidget;
class QTabWidget;

namespace pennypost {

class Shortcuts;

/// A window with a letter that lies in a file, one that the practice server received or that somebody opened:
/// header, text, HTML, attachments, source, and what can be made of it. Reads off the GUI thread, loads
/// nothing from anywhere (SealedBrowser). Deletes itself when closed. GUI thread.
class ReceivedView : public QWidget
{
    Q_OBJECT

public:
    enum class Origin { Practice, File };

    ReceivedView(const QString &emlFile, Origin origin, Shortcuts &shortcuts);

    /// Asks where.
    void saveSelectedAs();
    /// Writes the attachment there, off the GUI thread.
    void saveAttachmentTo(int index, const QString &file);

Q_SIGNALS:
    /// Read, or it could not be.
    void ready();
    void saved(bool whole);
    void reuseRequested(const QString &emlFile, pennypost::Reuse as);

private:
    QBoxLayout *makeButtons(Shortcuts &shortcuts);
    void present(const ReceivedLetter &letter);
    void reuse(Reuse as);
    void showHead();
    void showTabs();
    void showFiles();
    void tell(const QString &status);

    Origin m_origin;
    ReceivedLetter m_letter;
    QWidget *m_buttons;
    QLabel *m_subject;
    QLabel *m_head;
    QTabWidget *m_tabs;
    QWidget *m_filePane;
    QListWidget *m_files;
    QLabel *m_status;
};

} // namespace pennypost
