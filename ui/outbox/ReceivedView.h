// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/outbox/ReceivedLetter.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QTabWidget;

namespace pennypost {

/// A window with a letter as the practice server received it: header, text, HTML, attachments, source. Reads
/// off the GUI thread, loads nothing from anywhere (SealedBrowser). Deletes itself when closed. GUI thread.
class ReceivedView : public QWidget
{
    Q_OBJECT

public:
    explicit ReceivedView(const QString &emlFile);

    /// Asks where.
    void saveSelectedAs();
    /// Writes the attachment there, off the GUI thread.
    void saveAttachmentTo(int index, const QString &file);

Q_SIGNALS:
    /// Read, or it could not be.
    void ready();
    void saved(bool whole);

private:
    void present(const ReceivedLetter &letter);
    void showHead();
    void showTabs();
    void showFiles();
    void tell(const QString &status);

    ReceivedLetter m_letter;
    QLabel *m_subject;
    QLabel *m_head;
    QTabWidget *m_tabs;
    QWidget *m_filePane;
    QListWidget *m_files;
    QLabel *m_status;
};

} // namespace pennypost
