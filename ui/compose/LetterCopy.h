// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/Message.h"
#include "ui/compose/Strip.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace pennypost {

struct ComposeServices;
class LetterForm;
class SaveLetterDialog;
class SendStateBar;

/// A letter that can't be sent or stored, kept as a file that any mail program opens: its exact bytes, as
/// they go out under the Message-ID its draft has (exportLetter). So Bcc is not in it, as in what
/// `pennypost-cli build` writes: who is given the file must not learn of it. The strip tells how it went,
/// and which recipients are not in it because what was typed is no address. Needs no store to work: where
/// that is what failed, the file gets a Message-ID of its own; and no account, only somebody it is from. GUI
/// thread; written beside it.
class LetterCopy : public QObject
{
    Q_OBJECT

public:
    LetterCopy(const ComposeServices &services, LetterForm &form, SendStateBar &bar,
               QObject *parent = nullptr);

    /// Asks where, unless it asks already. `date` is the Date of the attempt that failed; invalid: now.
    /// `back` shows again what the strip had to say before.
    void save(const QDateTime &date, std::function<void()> back);

Q_SIGNALS:
    /// There is nobody the letter could be from.
    void accountsRequested();

private:
    void write(const Message &letter, const QString &file, const QStringList &leftOut);
    void tell(const Strip &strip, bool matters);
    void tellIncomplete();
    void tellNoSender();
    Strip failure(const QString &why, const StripButton &remedy) const;
    StripButton wayBack() const; ///< to what the strip said before
    Message letter() const;
    QStringList noAddresses() const; ///< typed in To and Cc

    const ComposeServices &m_services;
    LetterForm &m_form;
    SendStateBar &m_bar;
    QPointer<SaveLetterDialog> m_dialog;
    QDateTime m_date;
    std::function<void()> m_back;
};

} // namespace pennypost
