// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/SentLetter.h"

#include "core/message/Envelope.h"
#include "core/message/MailboxParser.h"

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

MailboxList SentLetter::takenFor() const
{
    const QSet<QString> accepted(receipt.accepted.begin(), receipt.accepted.end());
    MailboxList taken;
    for (const Mailbox &mailbox : message.recipients()) {
        if (accepted.contains(pathOf(mailbox)))
            taken.append(mailbox);
    }
    if (!taken.isEmpty())
        return taken;
    // A finished letter (--eml) brings its envelope alone, and another one may have been asked for.
    for (const QString &path : receipt.accepted) {
        if (const auto parsed = parseMailbox(path).mailbox)
            taken.append(*parsed);
    }
    return taken;
}

QStringList SentLetter::recipients() const
{
    const MailboxList taken = takenFor();
    if (taken.isEmpty())
        return receipt.accepted;
    QStringList names;
    for (const Mailbox &mailbox : taken)
        names.append(mailbox.display());
    return names;
}

} // namespace pennypost
