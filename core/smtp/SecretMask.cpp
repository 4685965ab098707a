// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/SecretMask.h"

#include "core/smtp/ReplyWords.h"

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {

constexpr qsizetype pieceLength = 8; // what a quint64 holds
constexpr qsizetype shortestAnywhere = 4;
constexpr qsizetype longestNumber = 5; // "5.7.8"

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isBase64(char c)
{
    return isAlphanumeric(c) || c == '+' || c == '/';
}

/// Part of a word in whatever language: beyond ASCII nearly all is.
bool isOfWord(char c)
{
    return isAlphanumeric(c) || uchar(c) > 0x7f;
}

bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isOfNumber(char c)
{
    return (c >= '0' && c <= '9') || c == '.';
}

/// A number ("250", "5.7.8"), a word of replies as sentences have it ("Test", "AUTH"), or too short to be
/// told from one.
bool standsInSentences(QByteArrayView secret)
{
    if (secret.size() < shortestAnywhere)
        return true;
    if (std::all_of(secret.begin(), secret.end(), isOfNumber))
        return secret.size() <= longestNumber;
    const auto uppers = std::count_if(secret.begin() + 1, secret.end(), isUpper);
    const bool written = uppers == 0 || (isUpper(secret.front()) && uppers == secret.size() - 1);
    return written && isOfReplies(secret);
}

bool standsAlone(QByteArrayView text, qsizetype at, qsizetype end)
{
    return (at == 0 || !isOfWord(text[at - 1])) && (end == text.size() || !isOfWord(text[end]));
}

/// A NUL as programs write it down: \0, \000, \x00, \u0000, %00, ^@.
bool endsInWrittenNul(QByteArrayView text)
{
    if (text.endsWith("^@"))
        return true;
    qsizetype digits = text.size();
    while (digits > 0 && text[digits - 1] == '0')
        --digits;
    const QByteArrayView mark = text.first(digits);
    return digits < text.size() &&
           (mark.endsWith('\\') || mark.endsWith("\\x") || mark.endsWith("\\u") || mark.endsWith('%'));
}

bool startsWithWrittenNul(QByteArrayView text)
{
    return text.startsWith("\\0") || text.startsWith("\\x0") || text.startsWith("\\u0") ||
           text.startsWith("%00") || text.startsWith("^@");
}

bool holdsName(QByteArrayView text, QByteArrayView lowerName)
{
    if (lowerName.isEmpty())
        return false;
    const QByteArray lower = text.toByteArray().toLower();
    for (qsizetype at = lower.indexOf(lowerName); at >= 0; at = lower.indexOf(lowerName, at + 1)) {
        if (standsAlone(lower, at, at + lowerName.size()))
            return true;
    }
    return false;
}

/// Does the rest of the line say of a word that it is somebody's input?
bool isQuotation(QByteArrayView before, QByteArrayView after, QByteArrayView user)
{
    const char left = before.isEmpty() ? ' ' : before.back();
    const char right = after.isEmpty() ? ' ' : after.front();
    // A sentence has a blank behind these. Some servers print '?' for a NUL.
    if (left == '\0' || right == '\0' || QByteArrayView(":=([{,?").contains(left))
        return true;
    if ((left == '"' && right == '"') || ((left == '\'' || left == '`') && right == '\'') ||
        (left == '<' && right == '>'))
        return true;
    if (holdsName(before, user) || holdsName(after, user))
        return true;
    return std::none_of(before.begin(), before.end(), isLetter) &&
           std::none_of(after.begin(), after.end(), isLetter);
}

bool isMeant(QByteArrayView text, qsizetype at, qsizetype end, QByteArrayView user)
{
    const qsizetype lineStart = at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
    const qsizetype lineEnd = text.indexOf('\n', end);
    const QByteArrayView before = text.sliced(lineStart, at - lineStart);
    const QByteArrayView after = text.sliced(end, (lineEnd < 0 ? text.size() : lineEnd) - end);
    // Written out, a NUL looks like a part of the word.
    if (endsInWrittenNul(before))
        return after.isEmpty() || !isOfWord(after.front());
    if (startsWithWrittenNul(after))
        return before.isEmpty() || !isOfWord(before.back());
    return standsAlone(text, at, end) && isQuotation(before, after, user);
}

quint64 pushed(quint64 piece, char c)
{
    return piece << 8 | uchar(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

/// Calls `take` with each eight characters that follow each other and with where they begin.
template<class Take>
void eachPiece(QByteArrayView text, Take take)
{
    quint64 piece = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        piece = pushed(piece, text[i]);
        if (i + 1 >= pieceLength)
            take(piece, i + 1 - pieceLength);
    }
}

/// As Secret::wipe(): a plain fill before a free would be left out.
void wipe(std::vector<quint64> &pieces)
{
    volatile quint64 *cursor = pieces.data();
    for (size_t left = pieces.size(); left > 0; --left)
        *cursor++ = 0;
    pieces.clear();
}

} // namespace

SecretMask::~SecretMask()
{
    forget();
}

void SecretMask::forget()
{
    wipe(m_pieces);
    m_words.clear();
}

void SecretMask::hideLine(QByteArrayView line)
{
    line = line.trimmed();
    line = line.sliced(line.lastIndexOf(' ') + 1);
    while (line.endsWith('='))
        line.chop(1);
    if (line.size() < pieceLength)
        return hideWord({Secret(line.toByteArray()), false, {}});
    // Made anew and to size, so that growing leaves no copy behind.
    std::vector<quint64> pieces;
    pieces.reserve(m_pieces.size() + size_t(line.size()));
    pieces = m_pieces;
    eachPiece(line, [&pieces](quint64 piece, qsizetype) { pieces.push_back(piece); });
    std::sort(pieces.begin(), pieces.end());
    m_pieces.swap(pieces);
    wipe(pieces);
}

void SecretMask::hide(const Secret &secret, const QString &user)
{
    hideWord({secret.clone(), standsInSentences(secret.bytes()), user.toUtf8().toLower()});
}

void SecretMask::hideWord(Word word)
{
    const bool known = std::any_of(m_words.begin(), m_words.end(), [&word](const Word &other) {
        return other.secret.bytes() == word.secret.bytes();
    });
    if (!known && !word.secret.isEmpty())
        m_words.push_back(std::move(word));
}

QByteArray SecretMask::masked(const QByteArray &text) const
{
    Cover cover(size_t(text.size()), false);
    coverPieces(text, cover);
    coverWords(text, cover);
    if (std::find(cover.begin(), cover.end(), true) == cover.end())
        return text;
    QByteArray shown;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!cover[size_t(i)])
            shown += text[i];
        else if (i == 0 || !cover[size_t(i - 1)])
            shown += "****";
    }
    return shown;
}

QString SecretMask::masked(const QString &text) const
{
    return QString::fromUtf8(masked(text.toUtf8()));
}

Reply SecretMask::masked(const Reply &reply) const
{
    Reply shown = reply;
    for (QByteArray &line : shown.lines)
        line = masked(line);
    return shown;
}

void SecretMask::coverPieces(QByteArrayView text, Cover &cover) const
{
    if (m_pieces.empty())
        return;
    eachPiece(text, [&](quint64 piece, qsizetype start) {
        if (std::binary_search(m_pieces.begin(), m_pieces.end(), piece))
            std::fill_n(cover.begin() + start, pieceLength, true);
    });
    // What is left of a quotation at its ends is too short to be known.
    for (size_t i = 1; i < cover.size(); ++i) {
        const char c = text[qsizetype(i)];
        cover[i] = cover[i] || (cover[i - 1] && (isBase64(c) || c == '='));
    }
    for (size_t i = cover.size(); i-- > 1;)
        cover[i - 1] = cover[i - 1] || (cover[i] && isBase64(text[qsizetype(i - 1)]));
}

void SecretMask::coverWords(QByteArrayView text, Cover &cover) const
{
    for (const Word &word : m_words) {
        const QByteArrayView sought = word.secret.bytes();
        for (qsizetype at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
            const qsizetype end = at + sought.size();
            const bool meant = word.ordinary
                                   ? isMeant(text, at, end, word.user)
                                   : standsAlone(text, at, end) || sought.size() >= shortestAnywhere;
            if (meant)
                std::fill(cover.begin() + at, cover.begin() + end, true);
        }
    }
}

} // namespace pennypost
