// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outbox/SentLetter.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace pennypost {

/// A window with a sent letter's receipt: when, by which server, how protected, for whom, in the server's
/// words. Copies it, saves the letter as .eml. Deletes itself when closed. GUI thread.
class ReceiptView : public QWidget
{
    Q_OBJECT

public:
    /// `account`: the account's address, for letters that bring no From.
    ReceiptView(const SentLetter &letter, const QString &account);

    void copy() const;
    /// Asks where.
    void saveAs();
    /// Writes the letter there, off the GUI thread; the window's status line tells how it went.
    void saveTo(const QString &file);

Q_SIGNALS:
    void saved(bool whole);

private:
    QWidget *makeHead();
    QWidget *makeBody();
    QWidget *makeFoot();
    void addRecipients(QVBoxLayout &layout);
    void addLines(QVBoxLayout &layout);

    SentLetter m_letter;
    QString m_account;
    QLabel *m_status = nullptr;
};

} // namespace pennypost
