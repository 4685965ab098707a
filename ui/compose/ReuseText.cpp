// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/ReuseText.h"

#include "ui/compose/HtmlImport.h"

#include <algorithm>

namespace pennypost {

namespace {

using Finding = MailtoFinding::Kind;

/// What a link may quote of itself in a line.
constexpr qsizetype longestQuote = 60;
constexpr qsizetype mostQuotes = 5;

QString listOf(const MailboxList &mailboxes)
{
    QStringList texts;
    for (const Mailbox &mailbox : mailboxes)
        texts.append(mailbox.display());
    return texts.join(QLatin1StringView(", "));
}

QDateTime inZone(const QDateTime &date, ReuseText::Zone zone)
{
    return zone == ReuseText::Zone::Here ? date.toLocalTime() : date;
}

/// leanHtml() writes a whole document.
QString childrenOfBody(const QString &lean)
{
    const QLatin1StringView begin("<body>\n"), end("</body>");
    const qsizetype from = lean.indexOf(begin), to = lean.lastIndexOf(end);
    return from < 0 || to < from ? QString() : lean.sliced(from + begin.size(), to - from - begin.size());
}

QStringList quotesOf(const QList<MailtoFinding> &findings, Finding kind)
{
    QStringList quotes;
    for (const MailtoFinding &finding : findings) {
        if (finding.kind == kind && !quotes.contains(finding.text))
            quotes.append(finding.text.size() > longestQuote ? QString(finding.text.left(longestQuote) + u'…')
                                                             : finding.text);
    }
    if (quotes.size() > mostQuotes) {
        quotes.resize(mostQuotes);
        quotes.append(QStringLiteral("…"));
    }
    return quotes;
}

} // namespace

ReuseWords ReuseText::words(Zone zone, const QLocale &locale)
{
    return {[=](const OriginalLetter &original) { return attribution(original, zone, locale); },
            [=](const OriginalLetter &original) { return headline(original, zone, locale); },
            [](const QString &foreign) { return childrenOfBody(leanHtml(foreign)); }};
}

QString ReuseText::attribution(const OriginalLetter &original, Zone zone, const QLocale &locale)
{
    const Mailbox author = original.from.value(0);
    if (author.isEmpty())
        return tr("The original letter:");
    const QString name = author.displayName.isEmpty() ? author.addrSpec() : author.displayName;
    if (!original.date.isValid())
        return tr("%1 wrote:").arg(name);
    const QDateTime date = inZone(original.date, zone);
    //: of a quoted letter: %1 is a date, %2 a time, %3 who wrote it
    return tr("On %1 at %2, %3 wrote:")
        .arg(locale.toString(date.date(), QLocale::LongFormat),
             locale.toString(date.time(), QLocale::ShortFormat), name);
}

QString ReuseText::headline(const OriginalLetter &original, Zone zone, const QLocale &locale)
{
    QStringList lines{QString(u"---------- " + tr("Forwarded letter") + u" ----------")};
    const auto add = [&](const QString &line, const QString &value) {
        if (!value.isEmpty())
            lines.append(line.arg(value));
    };
    add(tr("From: %1"), listOf(original.from));
    if (original.date.isValid())
        add(tr("Date: %1"), locale.toString(inZone(original.date, zone), QLocale::LongFormat));
    add(tr("Subject: %1"), original.subject);
    add(tr("To: %1"), listOf(original.to));
    add(tr("Cc: %1"), listOf(original.cc));
    return lines.join(u'\n');
}

ProblemText ReuseText::of(const ReuseError &error)
{
    ProblemText text;
    switch (error.kind) {
    case ReuseError::Kind::CannotRead:
        text.title = tr("The letter cannot be opened");
        text.sentence =
            tr("Its file cannot be read. See whether it is still there and whether you may read it.");
        break;
    case ReuseError::Kind::NoLetter:
        text.title = tr("This file is no letter");
        text.sentence = tr("It does not begin as a letter does. Open a file that a mail program saved, "
                           "mostly with a name that ends in .eml.");
        break;
    case ReuseError::Kind::NotKept:
        text = ProblemWords::of(error.store);
        text.title = tr("The letter's attachments find no place");
        return text;
    }
    text.serverWords = error.detail;
    return text;
}

Strip ReuseText::of(const QList<MailtoFinding> &findings)
{
    QStringList sentences;
    const auto has = [&](Finding kind) {
        return std::any_of(findings.begin(), findings.end(),
                           [kind](const MailtoFinding &finding) { return finding.kind == kind; });
    };
    const auto add = [&](Finding kind, const QString &sentence) {
        if (has(kind))
            sentences.append(sentence.contains(u"%1")
                                 ? sentence.arg(quotesOf(findings, kind).join(QLatin1StringView(", ")))
                                 : sentence);
    };
    add(Finding::FileIgnored, tr("It wanted a file of yours attached: only you attach files."));
    add(Finding::BadAddress, tr("Not an address: %1."));
    add(Finding::LineInField, tr("Tried to smuggle in lines of its own: %1."));
    add(Finding::FieldIgnored, tr("Not for a link to set: %1."));
    add(Finding::NotText, tr("Not readable: %1."));
    add(Finding::BadIdentifier, tr("Names no letter: %1."));
    Strip strip;
    strip.title = tr("Not all that the link asks for is in this letter");
    strip.sentence = sentences.join(u' ');
    return strip;
}

} // namespace pennypost
