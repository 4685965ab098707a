// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/CleanValue.h"

namespace pennypost {

namespace {

/// Joiners and non-joiners (U+200C and D) are letters' own business and stay.
bool isUnseen(QChar c)
{
    const char16_t code = c.unicode();
    return (c.category() == QChar::Other_Control && !c.isSpace()) || code == 0x00AD || code == 0x061C ||
           code == 0x180E || code == 0x200B || code == 0x200E || code == 0x200F ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2064) ||
           (code >= 0x2066 && code <= 0x206F) || code == 0xFEFF;
}

} // namespace

QValidator::State CleanValue::validate(QString &input, int &position) const
{
    QString clean;
    int cursor = position;
    for (qsizetype index = 0; index < input.size(); ++index) {
        const QChar c = input.at(index);
        if (!isUnseen(c) && !(clean.isEmpty() && c.isSpace()))
            clean.append(c);
        else if (index < position)
            --cursor;
    }
    if (clean != input) {
        input = clean;
        position = cursor;
    }
    return !clean.isEmpty() && clean.back().isSpace() ? Intermediate : Acceptable;
}

void CleanValue::fixup(QString &input) const
{
    input = input.trimmed();
}

} // namespace pennypost
