// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fields.h"

#include "core/mime/EncodedWord.h"

#include <QRegularExpression>

namespace pennypost::letters {

QByteArray valueOf(const QByteArray &field)
{
    const QByteArray whole = QByteArray(field).replace("\r\n", "");
    return whole.mid(whole.indexOf(':') + 1).trimmed();
}

QString fieldFault(const QByteArray &field)
{
    if (!field.endsWith("\r\n"))
        return QStringLiteral("open");
    const auto lines = field.chopped(2).split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QByteArray line = lines[i];
        if (line.endsWith('\r'))
            line.chop(1);
        else if (i + 1 < lines.size())
            return QStringLiteral("bare LF");
        if (line.contains('\r') || line.contains('\0'))
            return QStringLiteral("bare CR or NUL");
        if (i > 0 && !line.startsWith(' '))
            return QStringLiteral("a line that is no fold");
        if (line.trimmed().isEmpty())
            return QStringLiteral("a blank line");
        if (i == 0 && line.endsWith(':') && lines.size() > 1)
            return QStringLiteral("folded ahead of the value");
        if (line.size() > 998)
            return QStringLiteral("too long");
        if (line.contains("=?utf-8?") && line.size() > 78)
            return QStringLiteral("long line with an encoded-word");
        for (const char c : line) {
            if (uchar(c) > 0x7e || (uchar(c) < 0x20))
                return QStringLiteral("no ASCII");
        }
        static const QRegularExpression word(QStringLiteral("=\\?utf-8\\?[BQ]\\?[^ ]*\\?="));
        auto matches = word.globalMatch(QString::fromLatin1(line));
        while (matches.hasNext()) {
            const QString found = matches.next().captured();
            if (found.size() > 75)
                return QStringLiteral("encoded-word over 75");
            if (decodedEncodedWords(found.toLatin1()).contains(QChar::ReplacementCharacter))
                return QStringLiteral("a torn character");
        }
    }
    return {};
}

} // namespace pennypost::letters
