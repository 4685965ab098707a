// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Services.h"
#include "core/drafts/LetterReuse.h"
#include "core/message/MailtoUrl.h"

#include <QObject>

namespace pennypost {

struct ProblemText;
class WritingHabits;

/// What the desktop hands over, turned into letters: mailto links, and files with letters in them. Reads
/// files off the GUI thread. Owned by Application; GUI thread.
class LetterOpener : public QObject
{
    Q_OBJECT

public:
    /// `habits` outlive it.
    LetterOpener(Services &services, const WritingHabits &habits, QObject *parent = nullptr);

    /// As the command line has it: "mailto:..." or a file's path. One of the signals follows, from the event
    /// loop.
    void open(const QString &argument);
    void reuse(const QString &file, Reuse as);

Q_SIGNALS:
    /// To be written on: from one of the accounts' mailboxes, where there are any, with no id yet.
    void letterMade(const pennypost::Draft &draft, const QList<pennypost::MailtoFinding> &findings = {});
    /// It is somebody's, to be read.
    void letterFound(const QString &file);
    void failed(const pennypost::ProblemText &problem);

private:
    void openLink(const QString &url);
    /// The default account's first.
    MailboxList ownMailboxes() const;

    Services &m_services;
    const WritingHabits &m_habits;
};

} // namespace pennypost
