// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/RecipientPaste.h"

#include "core/message/MailboxParser.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

namespace pennypost {

namespace {

QString withoutHeaderName(const QString &line)
{
    static const QRegularExpression header(QStringLiteral("^\\s*(to|cc|bcc|from|reply-to)\\s*:(?!//)"),
                                           QRegularExpression::CaseInsensitiveOption);
    QString rest = line;
    return rest.remove(header);
}

QString withoutMailto(const QString &entry)
{
    if (!entry.startsWith(QLatin1StringView("mailto:"), Qt::CaseInsensitive))
        return entry;
    const QString path = entry.mid(7).section(u'?', 0, 0);
    return QUrl::fromPercentEncoding(path.toUtf8());
}

/// One row of a spreadsheet: the cells before an address are its name.
QStringList entriesOfRow(const QString &row)
{
    QStringList entries;
    QStringList name;
    const QStringList cells = row.split(u'\t', Qt::SkipEmptyParts);
    for (const QString &cell : cells) {
        const QString text = cell.trimmed();
        const ParsedMailbox parsed = parseMailbox(text);
        if (!parsed.mailbox) {
            if (!text.isEmpty())
                name.append(text);
            continue;
        }
        Mailbox mailbox = *parsed.mailbox;
        const bool named = mailbox.displayName.isEmpty() && !name.isEmpty();
        if (named)
            mailbox.displayName = name.join(u' ');
        entries.append(named ? mailbox.display() : text);
        name.clear();
    }
    entries.append(name);
    return entries;
}

} // namespace

QString recipientsFromPaste(QStringView text)
{
    QString unfolded = text.toString();
    unfolded.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n")).replace(u'\r', u'\n');
    // A header field goes on in lines that begin with a blank (RFC 5322 2.2.3).
    static const QRegularExpression fold(QStringLiteral(",\\n[ \\t]+"));
    unfolded.replace(fold, QStringLiteral(", "));

    QStringList entries;
    const QStringList lines = unfolded.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QString bare = withoutMailto(withoutHeaderName(line).trimmed());
        if (bare.contains(u'\t')) {
            entries.append(entriesOfRow(bare));
            continue;
        }
        const QList<ParsedMailbox> parsed = parseMailboxes(bare);
        for (const ParsedMailbox &entry : parsed) {
            if (!entry.text.trimmed().isEmpty())
                entries.append(entry.text.trimmed());
        }
    }
    return entries.join(QLatin1StringView(", "));
}

} // namespace pennypost
