// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/SentLetter.h"

#include "core/message/Envelope.h"

#include <QSet>

namespace pennypost {

namespace {

QString pathOf(const Mailbox &mailbox)
{
    return SmtpPath::make(mailbox).value_or(SmtpPath()).display();
}

} // namespace

QStringList SentLetter::leftOut() const
{
    QSet<QString> told(receipt.accepted.begin(), receipt.accepted.end());
    for (const RefusedPath &refused : receipt.refused)
        told.insert(refused.path);
    QStringList paths;
    for (const Mailbox &mailbox : finished ? MailboxList() : message.recipients()) {
        const QString path = pathOf(mailbox);
        if (!path.isEmpty() && !told.contains(path)) {
            told.insert(path); // once
            paths.append(path);
        }
    }
    return paths;
}

QStringList SentLetter::recipients() const
{
    const QSet<QString> accepted(receipt.accepted.begin(), receipt.accepted.end());
    QStringList names;
    for (const Mailbox &mailbox : message.recipients()) {
        if (accepted.contains(pathOf(mailbox)))
            names.append(mailbox.display());
    }
    // A finished letter (--eml) brings its envelope alone, and another one may have been asked for.
    return names.isEmpty() ? receipt.accepted : names;
}

} // namespace pennypost
