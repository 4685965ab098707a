// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/ReadableText.h"

namespace pennypost {

QString withShortLines(const QString &text, qsizetype longest)
{
    QString shown;
    shown.reserve(text.size() + text.size() / longest);
    qsizetype inLine = 0;
    for (const QChar character : text) {
        // Never between the halves of a surrogate pair.
        if (inLine >= longest && !character.isLowSurrogate() && character != u'\n') {
            shown.append(u'\n');
            inLine = 0;
        }
        inLine = character == u'\n' ? 0 : inLine + 1;
        shown.append(character);
    }
    return shown;
}

QString withBreakableWords(const QString &html, qsizetype longest, qsizetype most)
{
    QString shown;
    shown.reserve(qMin(html.size(), most));
    qsizetype inWord = 0;
    bool inTag = false;
    bool inEntity = false;
    for (const QChar character : QStringView(html).first(qMin(html.size(), most))) {
        if (character == u'<')
            inTag = true;
        else if (character == u'&')
            inEntity = true;
        const bool blank = character.isSpace();
        if (!inTag && !inEntity && inWord >= longest && !blank && !character.isLowSurrogate()) {
            shown.append(QChar(0x200b));
            inWord = 0;
        }
        shown.append(character);
        inWord = blank ? 0 : inTag ? inWord : inWord + 1;
        if (character == u'>')
            inTag = false;
        else if (character == u';' || blank)
            inEntity = false;
    }
    return shown;
}

} // namespace pennypost
