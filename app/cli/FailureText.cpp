// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/FailureText.h"

#include "app/cli/RemedyText.h"

namespace pennypost {

QString codesOf(const Reply &reply)
{
    const QString words = reply.text().simplified();
    return reply.code == 0 ? words : QString(QString::number(reply.code) + u' ' + words); // 0: none was heard
}

QString refusalLine(const RefusedPath &refused)
{
    const bool isForNow = refused.reply.code / 100 == 4;
    return (isForNow ? u"refused for now: " : u"refused: ") + refused.path + u": " + codesOf(refused.reply);
}

QString wordsOf(const SubmissionError &error)
{
    return error.reply ? error.reply->text() : error.detail.trimmed();
}

QStringList failureLines(const SubmissionError &error, const QString &cause)
{
    QStringList lines{cause};
    for (const QString &path : error.delivered)
        lines.append(u"accepted: " + path);
    for (const auto &each : error.refused)
        lines.append(refusalLine(each));
    if (const QString remedy = remedyOf(error); !remedy.isEmpty())
        lines.append(u"what to do: " + remedy);
    // A word on the letter itself would be lost without its own line.
    if (error.reply && !isSaidToRecipient(error))
        lines.append(codesOf(*error.reply));
    if (const QString words = wordsOf(error); !error.reply && !words.isEmpty())
        lines.append(words.split(u'\n', Qt::SkipEmptyParts));
    if (error.certificate)
        lines.append(u"certificate of " + error.certificate->subject + u", issued by " +
                     error.certificate->issuer + u", SHA-256 " +
                     QString::fromLatin1(error.certificate->sha256.toHex(':').toUpper()));
    return lines;
}

} // namespace pennypost
