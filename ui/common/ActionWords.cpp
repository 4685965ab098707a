// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ActionWords.h"

namespace pennypost {

QString ActionWords::plain(const QString &text)
{
    QString words;
    words.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'&' && ++at == text.size())
            break; // marks nothing
        words += text[at];
    }
    return words;
}

QString ActionWords::withKeys(const QString &words, const QKeySequence &keys)
{
    return keys.isEmpty() ? words
                          : tr("%1 (%2)", "tooltip: what a button does, its shortcut")
                                .arg(words, keys.toString(QKeySequence::NativeText));
}

} // namespace pennypost
