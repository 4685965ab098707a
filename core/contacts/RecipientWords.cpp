// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contacts/RecipientWords.h"

#include "core/store/SearchKey.h"

namespace pennypost {

namespace {

/// Longer ones are nobody's name; what is typed of them is found by its beginning all the same.
constexpr qsizetype longestWord = 64;

void appendWords(QStringList &words, const QString &text)
{
    QString word;
    const auto end = [&] {
        if (!word.isEmpty() && !words.contains(word))
            words.append(word);
        word.clear();
    };
    for (const QChar c : searchKey(text)) {
        // Half of a pair is of a script beyond the first plane: letters, as far as names go.
        if (!c.isLetterOrNumber() && !c.isSurrogate())
            end();
        else if (word.size() < longestWord)
            word += c;
    }
    end();
}

} // namespace

QStringList recipientWords(const Mailbox &mailbox)
{
    QStringList words;
    appendWords(words, mailbox.displayName);
    appendWords(words, mailbox.localPart);
    appendWords(words, mailbox.domain.section(u'.', 0, -2));
    return words;
}

QStringList typedWords(const QString &typed)
{
    QStringList words;
    appendWords(words, typed);
    return words;
}

} // namespace pennypost
