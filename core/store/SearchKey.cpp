// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SearchKey.h"

#include <algorithm>

namespace pennypost {

QString searchKey(const QString &text)
{
    QString key;
    key.reserve(text.size());
    // By way of upper case: folding alone leaves a sharp s as it is.
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toUpper().toCaseFolded();
    for (const QChar character : decomposed) {
        if (!character.isMark())
            key.append(character.isSpace() ? QChar(u' ') : character);
    }
    return key;
}

QStringList searchWords(const QString &search)
{
    return searchKey(search).split(u' ', Qt::SkipEmptyParts);
}

bool matchesSearch(const QString &key, const QStringList &words)
{
    return std::ranges::all_of(words, [&](const QString &word) { return key.contains(word); });
}

} // namespace pennypost
