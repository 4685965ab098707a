// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/SecretMask.h"

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {

constexpr qsizetype pieceLength = 8; // what a quint64 holds
constexpr qsizetype shortestAnywhere = 4;

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
        return hide(Secret(line.toByteArray()));
    // Made anew and to size, so that growing leaves no copy behind.
    std::vector<quint64> pieces;
    pieces.reserve(m_pieces.size() + size_t(line.size()));
    pieces = m_pieces;
    eachPiece(line, [&pieces](quint64 piece, qsizetype) { pieces.push_back(piece); });
    std::sort(pieces.begin(), pieces.end());
    m_pieces.swap(pieces);
    wipe(pieces);
}

void SecretMask::hide(const Secret &secret)
{
    const bool known = std::any_of(m_words.begin(), m_words.end(),
                                   [&secret](const Secret &word) { return word.bytes() == secret.bytes(); });
    if (!known && !secret.isEmpty())
        m_words.push_back(secret.clone());
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
    for (const Secret &word : m_words) {
        const QByteArrayView sought = word.bytes();
        for (qsizetype at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
            const qsizetype end = at + sought.size();
            const bool alone =
                (at == 0 || !isOfWord(text[at - 1])) && (end == text.size() || !isOfWord(text[end]));
            if (alone || sought.size() >= shortestAnywhere)
                std::fill(cover.begin() + at, cover.begin() + end, true);
        }
    }
}

} // namespace pennypost
