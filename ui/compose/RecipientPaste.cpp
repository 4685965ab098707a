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

/// "Name (address)" as "Name <address>": what mail programs and web pages show, where an address field takes
/// the parentheses for a remark. Everything else as it is.
QString withAngles(const ParsedMailbox &entry)
{
    QString text = entry.text.trimmed();
    const qsizetype open = text.lastIndexOf(u'(');
    if (entry.mailbox || entry.error != MailboxError::HiddenAt || open < 0 || !text.endsWith(u')'))
        return text;
    ParsedMailbox inner = parseMailbox(withoutMailto(text.mid(open + 1).chopped(1).trimmed()));
    if (!inner.mailbox)
        return text;
    const QString name = text.left(open).trimmed();
    // A name in quotes is meant without them.
    const ParsedMailbox named = parseMailbox(QString(name + QLatin1StringView(" <a@b>")));
    const bool quoted = name.startsWith(u'"') && named.mailbox;
    if (!name.isEmpty())
        inner.mailbox->displayName = quoted ? named.mailbox->displayName : name;
    return inner.mailbox->display();
}

/// One row of a spreadsheet: the cells before an address are its name.
QStringList entriesOfRow(const QString &row)
{
    QStringList entries;
    QStringList name;
    const QStringList cells = row.split(u'\t', Qt::SkipEmptyParts);
    for (const QString &cell : cells) {
        const QString text = withAngles(parseMailbox(cell.trimmed()));
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
            if (const QString recipient = withAngles(entry); !recipient.isEmpty())
                entries.append(recipient);
        }
    }
    return entries.join(QLatin1StringView(", "));
}

} // namespace pennypost
