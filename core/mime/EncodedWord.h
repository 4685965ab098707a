// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace pennypost {

/// The longest encoded-word (RFC 2047 2).
inline constexpr qsizetype longestEncodedWord = 75;

/// The text as encoded-words of UTF-8, in B or Q, whichever is shorter for the whole. No character is split;
/// each word has at most `room` octets, the first at most `firstRoom`, but at least one character. Joined by
/// folds or blanks they read as the text again, blanks between them not counting. Good for phrases as well: Q
/// uses only what RFC 2047 5 (3) allows there. Pure; any thread.
QByteArrayList encodedWords(QStringView text, qsizetype firstRoom = longestEncodedWord,
                            qsizetype room = longestEncodedWord);

/// An unfolded field's value as text: encoded-words decoded, those side by side joined before their charset
/// is applied (some senders tear characters apart), raw UTF-8 or else Latin-1 for what is 8-bit. Tolerant and
/// linear. The result may hold any character: see sanitisedValue().
QString decodedEncodedWords(QByteArrayView value);

/// The same of a field of mailboxes (RFC 5322 3.4): a decoded name that needs quotes has them, so that the
/// text parses to the mailboxes that were meant.
///
///     decodedMailboxes("=?utf-8?Q?M=C3=BCller=2C_Jan?= <jan@example.org>"); // "Müller, Jan" <jan@...>
QString decodedMailboxes(QByteArrayView value);

/// Octets of the encoded-word that begins at `at`; 0 if none does.
qsizetype encodedWordLength(QByteArrayView value, qsizetype at);

/// For showing: tabs and line ends as blanks, no other control character.
QString sanitisedValue(const QString &value);

} // namespace pennypost
