// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/TransferDecoder.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pennypost {

namespace {

/// A line longer than this is decoded in pieces; no writer of quoted-printable makes one over 76.
constexpr qsizetype mostHeld = qsizetype(64) * 1024;
/// Of uuencode: 63 octets at most, and some room for what blanks were added.
constexpr qsizetype longestUuLine = 128;

constexpr auto base64Values = [] {
    std::array<qint16, 256> values{};
    values.fill(-1);
    for (uchar c = 'A'; c <= 'Z'; ++c)
        values[c] = c - 'A';
    for (uchar c = 'a'; c <= 'z'; ++c)
        values[c] = 26 + c - 'a';
    for (uchar c = '0'; c <= '9'; ++c)
        values[c] = 52 + c - '0';
    values[uchar('+')] = 62;
    values[uchar('/')] = 63;
    return values;
}();

constexpr quint32 noGroup = 0xffffffff;

/// Each character's six bits where they belong in a group of four.
constexpr auto groupParts = [] {
    std::array<std::array<quint32, 256>, 4> parts{};
    for (size_t place = 0; place < parts.size(); ++place) {
        for (size_t c = 0; c < base64Values.size(); ++c)
            parts[place][c] = base64Values[c] < 0 ? noGroup : quint32(base64Values[c]) << (18 - 6 * place);
    }
    return parts;
}();

/// The 24 bits of four characters; noGroup if one of them is none of the alphabet.
inline quint32 groupOf(const char *four)
{
    return groupParts[0][uchar(four[0])] | groupParts[1][uchar(four[1])] | groupParts[2][uchar(four[2])] |
           groupParts[3][uchar(four[3])];
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

} // namespace

TransferDecoder::TransferDecoder(QByteArrayView encoding) : m_kind(kindOf(encoding)) {}

TransferDecoder::Kind TransferDecoder::kindOf(QByteArrayView encoding)
{
    constexpr std::array<std::pair<QByteArrayView, Kind>, 6> names{
        {{"base64", Kind::Base64},
         {"quoted-printable", Kind::QuotedPrintable},
         {"x-uuencode", Kind::Uuencode},
         {"x-uue", Kind::Uuencode},
         {"uuencode", Kind::Uuencode},
         {"uue", Kind::Uuencode}}};
    for (const auto &[name, kind] : names) {
        if (encoding.compare(name, Qt::CaseInsensitive) == 0)
            return kind;
    }
    return Kind::Identity;
}

QByteArray TransferDecoder::decode(QByteArrayView portion)
{
    switch (m_kind) {
    case Kind::Identity:
        return portion.toByteArray();
    case Kind::Base64:
        return decodeBase64(portion);
    case Kind::QuotedPrintable:
        return decodeQuotedPrintable(portion);
    case Kind::Uuencode:
        return decodeUuencoded(portion);
    }
    Q_UNREACHABLE();
}

QByteArray TransferDecoder::finish()
{
    QByteArray out;
    if (m_kind == Kind::Uuencode) {
        decodeUuLine(m_held, out);
        m_held.clear();
        return out;
    }
    if (m_held.endsWith('='))
        m_held.chop(1); // a soft break whose line end went to the boundary
    if (!m_held.isEmpty())
        decodeQuotedLine(m_held, out);
    m_held.clear();
    m_bits = 0;
    m_bitCount = 0;
    return out;
}

QByteArray TransferDecoder::decodeBase64(QByteArrayView portion)
{
    QByteArray out(portion.size() / 4 * 3 + 3, Qt::Uninitialized);
    char *to = out.data();
    const char *const end = portion.end();
    for (const char *from = portion.begin(); from < end; ++from) {
        for (quint32 group = 0; m_bitCount == 0 && end - from >= 4; from += 4, to += 3) {
            group = groupOf(from);
            if (group == noGroup)
                break;
            to[0] = char(group >> 16);
            to[1] = char(group >> 8);
            to[2] = char(group);
        }
        if (from == end)
            break;
        const char c = *from;
        if (c == '=') {
            // Padding ends a group; a second stream glued behind it starts afresh.
            m_bits = 0;
            m_bitCount = 0;
            continue;
        }
        const int value = base64Values[uchar(c)];
        if (value < 0)
            continue;
        m_bits = (m_bits << 6) | quint32(value);
        m_bitCount += 6;
        if (m_bitCount >= 8) {
            m_bitCount -= 8;
            *to++ = char(m_bits >> m_bitCount & 0xff);
        }
    }
    out.truncate(to - out.constData());
    return out;
}

QByteArray TransferDecoder::decodeQuotedPrintable(QByteArrayView portion)
{
    QByteArray joined;
    if (!m_held.isEmpty()) {
        joined = m_held;
        joined.append(portion);
        portion = joined;
    }
    QByteArray out;
    out.reserve(portion.size());
    qsizetype start = 0;
    for (qsizetype end = portion.indexOf('\n'); end >= 0; end = portion.indexOf('\n', start)) {
        decodeQuotedLine(portion.sliced(start, end + 1 - start), out);
        start = end + 1;
    }
    QByteArrayView rest = portion.sliced(start);
    if (rest.size() > mostHeld) {
        // Blanks and an escape may go on in the next portion: those stay behind, unless there is nothing
        // else.
        qsizetype cut = rest.size() - 2;
        while (cut > 0 && (rest[cut - 1] == ' ' || rest[cut - 1] == '\t'))
            --cut;
        if (cut >= 1 && rest[cut - 1] == '=')
            cut -= 1;
        else if (cut >= 2 && rest[cut - 2] == '=')
            cut -= 2;
        if (cut <= 0)
            cut = rest.size();
        decodeQuotedLine(rest.first(cut), out);
        rest = rest.sliced(cut);
    }
    m_held = rest.toByteArray();
    return out;
}

void TransferDecoder::decodeQuotedLine(QByteArrayView line, QByteArray &out) const
{
    qsizetype bodyEnd = line.size();
    if (line.endsWith('\n'))
        bodyEnd -= line.endsWith("\r\n") ? 2 : 1;
    const QByteArrayView lineEnd = line.sliced(bodyEnd);
    // Blanks before a line end were added on the way (RFC 2045 6.7 (3)).
    if (!lineEnd.isEmpty()) {
        while (bodyEnd > 0 && (line[bodyEnd - 1] == ' ' || line[bodyEnd - 1] == '\t'))
            --bodyEnd;
    }
    for (qsizetype i = 0; i < bodyEnd; ++i) {
        if (line[i] != '=') {
            out.append(line[i]);
            continue;
        }
        if (i + 1 == bodyEnd && !lineEnd.isEmpty())
            return; // a soft break
        if (i + 2 < bodyEnd && hexDigit(line[i + 1]) >= 0 && hexDigit(line[i + 2]) >= 0) {
            out.append(char(hexDigit(line[i + 1]) << 4 | hexDigit(line[i + 2])));
            i += 2;
        } else {
            out.append('=');
        }
    }
    out.append(lineEnd);
}

QByteArray TransferDecoder::decodeUuencoded(QByteArrayView portion)
{
    QByteArray out;
    for (qsizetype end = portion.indexOf('\n'); end >= 0; end = portion.indexOf('\n')) {
        m_held.append(portion.first(end));
        decodeUuLine(m_held, out);
        m_held.resize(0);
        portion = portion.sliced(end + 1);
    }
    // No line of it is longer, so that what is kept of one need not be.
    m_held.append(portion.first(std::clamp<qsizetype>(longestUuLine - m_held.size(), 0, portion.size())));
    return out;
}

/// "begin 644 name", lines whose first character tells how many octets they hold, "end".
void TransferDecoder::decodeUuLine(QByteArrayView line, QByteArray &out)
{
    if (line.endsWith('\r'))
        line.chop(1);
    if (!m_inUu) {
        m_inUu = line.startsWith("begin ");
        return;
    }
    if (line.trimmed() == "end") {
        m_inUu = false;
        return;
    }
    const auto bitsAt = [line](qsizetype at) { // blanks at a line's end get lost on the way: they are zeros
        return at < line.size() ? quint32(uchar(line[at]) - ' ') & 0x3f : 0;
    };
    const qsizetype octets = line.isEmpty() ? 0 : qsizetype(bitsAt(0));
    for (qsizetype i = 0; i < octets; ++i) {
        const qsizetype group = 1 + i / 3 * 4;
        const qsizetype place = i % 3;
        const quint32 both = bitsAt(group + place) << 6 | bitsAt(group + place + 1);
        out.append(char(both >> (4 - 2 * place) & 0xff));
    }
}

} // namespace pennypost
