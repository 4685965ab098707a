// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/EncodedWord.h"

#include "core/mime/Base64.h"
#include "core/mime/Charset.h"
#include "core/mime/TransferDecoder.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <optional>
#include <vector>

namespace pennypost {

namespace {

constexpr QByteArrayView bPrefix = "=?utf-8?B?";
constexpr QByteArrayView qPrefix = "=?utf-8?Q?";
constexpr QByteArrayView suffix = "?=";
constexpr qsizetype frame = bPrefix.size() + suffix.size();
constexpr QChar firstMark(0x300); ///< of those that combine; below are letters of one piece

bool isPlainInQ(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '!' ||
           c == '*' || c == '+' || c == '-' || c == '/';
}

qsizetype qWidth(QByteArrayView octets)
{
    qsizetype width = 0;
    for (const char c : octets)
        width += isPlainInQ(c) || c == ' ' ? 1 : 3;
    return width;
}

qsizetype bWidth(qsizetype octets)
{
    return (octets + 2) / 3 * 4;
}

QByteArray qText(QByteArrayView octets)
{
    constexpr char digits[] = "0123456789ABCDEF";
    QByteArray text;
    for (const char c : octets) {
        if (isPlainInQ(c))
            text.append(c);
        else if (c == ' ')
            text.append('_');
        else
            text.append('=').append(digits[uchar(c) >> 4]).append(digits[uchar(c) & 15]);
    }
    return text;
}

QByteArray bText(QByteArrayView octets)
{
    QByteArray text(bWidth(octets.size()), Qt::Uninitialized);
    base64::encode(octets.data(), octets.size(), text.data());
    return text;
}

/// Octets of the UTF-8 character at `at`; the text is well-formed.
qsizetype characterLength(QByteArrayView utf8, qsizetype at)
{
    qsizetype length = 1;
    while (at + length < utf8.size() && (uchar(utf8[at + length]) & 0xc0) == 0x80)
        ++length;
    return length;
}

/// Octets of what is seen as one character: a letter and the marks on it, a flag, a family (UAX 29). Of one
/// that takes more than `room`, of its characters.
std::vector<qsizetype> uncutLengths(QStringView text, qsizetype room)
{
    std::vector<qsizetype> lengths;
    const bool isPlain =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c < firstMark && c != u'\r'; });
    if (isPlain) { // Latin letters are one each
        for (const QChar c : text)
            lengths.push_back(c < QChar(0x80) ? 1 : 2);
        return lengths;
    }
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype next = finder.toNextBoundary();
        const qsizetype to = next < 0 ? text.size() : next;
        const QByteArray utf8 = text.sliced(from, to - from).toUtf8();
        from = to;
        const bool fits = frame + std::min(qWidth(utf8), bWidth(utf8.size())) <= room;
        for (qsizetype at = 0; at < utf8.size();) {
            lengths.push_back(fits ? utf8.size() : characterLength(utf8, at));
            at += lengths.back();
        }
    }
    return lengths;
}

struct RawWord
{
    QByteArrayView charset;
    char encoding; ///< 'B' or 'Q'
    QByteArrayView text;
    qsizetype length; ///< of the whole
};

/// The encoded-word that begins at `at`, if one does.
std::optional<RawWord> wordAt(QByteArrayView value, qsizetype at)
{
    const QByteArrayView rest = value.sliced(at);
    if (!rest.startsWith("=?"))
        return std::nullopt;
    const qsizetype charsetEnd = rest.indexOf('?', 2);
    if (charsetEnd < 3 || charsetEnd + 2 >= rest.size() || rest[charsetEnd + 2] != '?')
        return std::nullopt;
    const char encoding = char(rest[charsetEnd + 1] & ~0x20);
    const qsizetype textStart = charsetEnd + 3;
    if (encoding != 'B' && encoding != 'Q')
        return std::nullopt; // before the search below: a field full of these must stay linear
    const qsizetype end = rest.indexOf("?=", textStart);
    if (end < 0)
        return std::nullopt;
    const QByteArrayView charset = rest.sliced(2, charsetEnd - 2);
    // RFC 2231 5: a language may follow the charset.
    const qsizetype star = charset.indexOf('*');
    return RawWord{star < 0 ? charset : charset.first(star), encoding,
                   rest.sliced(textStart, end - textStart), end + 2};
}

QByteArray qDecoded(QByteArrayView text)
{
    QByteArray spaced = text.toByteArray();
    spaced.replace('_', ' ');
    TransferDecoder decoder("quoted-printable");
    QByteArray octets = decoder.decode(spaced);
    return octets + decoder.finish();
}

QByteArray bDecoded(QByteArrayView text)
{
    TransferDecoder decoder("base64");
    QByteArray octets = decoder.decode(text);
    return octets + decoder.finish();
}

bool isBlank(QByteArrayView text)
{
    return text.trimmed().isEmpty();
}

/// Words of one charset in a row, undecoded.
struct WordRun
{
    QByteArray charset;
    QByteArray octets;
    void flushTo(QString &text)
    {
        if (!octets.isEmpty())
            text += textFrom(octets, charset);
        octets.clear();
    }
};

} // namespace

QByteArrayList encodedWords(QStringView text, qsizetype firstRoom, qsizetype room)
{
    const QByteArray utf8 = text.toUtf8();
    const bool allInB = bWidth(utf8.size()) < qWidth(utf8);
    QByteArrayList words;
    const std::vector<qsizetype> lengths = uncutLengths(text, std::min(firstRoom, room));
    qsizetype at = 0;
    for (auto length = lengths.begin(); length != lengths.end();) {
        const qsizetype mostRoom = words.isEmpty() ? firstRoom : room;
        // A family of four, uncut, is too long for a word in Q.
        const bool inB = allInB || frame + qWidth(QByteArrayView(utf8).sliced(at, *length)) > mostRoom;
        // As many as fit, one at least.
        qsizetype octets = 0;
        qsizetype width = 0;
        do {
            octets += *length;
            width += qWidth(QByteArrayView(utf8).sliced(at + octets - *length, *length));
            ++length;
        } while (length != lengths.end() &&
                 frame + (inB ? bWidth(octets + *length)
                              : width + qWidth(QByteArrayView(utf8).sliced(at + octets, *length))) <=
                     mostRoom);
        const QByteArrayView piece = QByteArrayView(utf8).sliced(at, octets);
        words.append((inB ? bPrefix : qPrefix).toByteArray() + (inB ? bText(piece) : qText(piece)) + suffix);
        at += octets;
    }
    return words;
}

QString decodedEncodedWords(QByteArrayView value)
{
    QString text;
    WordRun run;
    bool afterWord = false;
    // Nothing closes a word behind the last "?=", so nothing is searched for there: this keeps the whole
    // linear.
    const qsizetype lastClose = value.lastIndexOf(suffix);
    qsizetype plainStart = 0;
    qsizetype at = 0;
    while (at < lastClose) {
        const qsizetype open = value.indexOf("=?", at);
        if (open < 0 || open >= lastClose)
            break;
        const auto word = wordAt(value, open);
        if (!word) {
            at = open + 2;
            continue;
        }
        const QByteArrayView between = value.sliced(plainStart, open - plainStart);
        const QByteArray charset = word->charset.toByteArray().toLower();
        if (!(afterWord && isBlank(between))) {
            run.flushTo(text);
            text += textFrom(between, {});
        }
        if (run.charset != charset)
            run.flushTo(text);
        run.charset = charset;
        run.octets += word->encoding == 'B' ? bDecoded(word->text) : qDecoded(word->text);
        afterWord = true;
        at = plainStart = open + word->length;
    }
    run.flushTo(text);
    return text + textFrom(value.sliced(plainStart), {});
}

qsizetype encodedWordLength(QByteArrayView value, qsizetype at)
{
    const auto word = wordAt(value, at);
    return word ? word->length : 0;
}

QString sanitisedValue(const QString &value)
{
    QString clean;
    clean.reserve(value.size());
    for (const QChar c : value) {
        if (c == u'\t' || c == u'\n' || c == u'\r' || c == QChar::LineSeparator ||
            c == QChar::ParagraphSeparator)
            clean += u' ';
        else if (c.category() != QChar::Other_Control)
            clean += c;
    }
    return clean;
}

} // namespace pennypost
