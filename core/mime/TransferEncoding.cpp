// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/TransferEncoding.h"

#include "core/mime/Base64.h"

#include <QStringBuilder>

namespace pennypost {

namespace {

constexpr qsizetype longestQuotedLine = 76;
constexpr qsizetype longestPlainLine = 78;

bool startsMangledLine(QByteArrayView line)
{
    return line.startsWith('.') || line.startsWith("From ");
}

/// How many octets belong to the character that starts here; never past the end.
qsizetype characterLength(QByteArrayView text, qsizetype at)
{
    const auto lead = uchar(text[at]);
    const qsizetype expected = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
    qsizetype length = 1;
    while (length < expected && at + length < text.size() && (uchar(text[at + length]) & 0xc0) == 0x80)
        ++length;
    return length;
}

struct CountingSink
{
    qint64 size = 0;
    void put(char) { ++size; }
    void put(QByteArrayView text) { size += text.size(); }
};

struct WritingSink
{
    QByteArray bytes;
    void put(char c) { bytes.append(c); }
    void put(QByteArrayView text) { bytes.append(text); }
};

template<class Sink>
void putEscaped(Sink &sink, char octet)
{
    constexpr char digits[] = "0123456789ABCDEF";
    sink.put('=');
    sink.put(digits[uchar(octet) >> 4]);
    sink.put(digits[uchar(octet) & 15]);
}

/// One line without its end. A soft break keeps one column free for its "=".
template<class Sink>
void putQuotedLine(Sink &sink, QByteArrayView line)
{
    qsizetype column = 0;
    const bool hidesStart = startsMangledLine(line);
    for (qsizetype i = 0; i < line.size();) {
        const char c = line[i];
        const bool last = i + 1 == line.size();
        const bool blank = c == ' ' || c == '\t';
        const bool literal = blank ? !last : (c > ' ' && c < 0x7f && c != '=' && !(i == 0 && hidesStart));
        const qsizetype octets = literal ? 1 : characterLength(line, i);
        const qsizetype width = literal ? 1 : 3 * octets;
        const bool endsLine = i + octets == line.size();
        if (column + width > (endsLine ? longestQuotedLine : longestQuotedLine - 1)) {
            sink.put(QByteArrayView("=\r\n"));
            column = 0;
            // What stands first on the new line must not be mangled either: a soft break makes a line start.
            const bool mangled = literal && startsMangledLine(line.sliced(i));
            if (mangled) {
                putEscaped(sink, c);
                column = 3;
                ++i;
                continue;
            }
        }
        if (literal) {
            sink.put(c);
        } else {
            for (const char octet : line.sliced(i, octets))
                putEscaped(sink, octet);
        }
        column += width;
        i += octets;
    }
}

template<class Sink>
void putQuotedPrintable(Sink &sink, QByteArrayView text)
{
    qsizetype start = 0;
    while (start < text.size()) {
        const qsizetype end = text.indexOf(QByteArrayView("\r\n"), start);
        putQuotedLine(sink, text.sliced(start, (end < 0 ? text.size() : end) - start));
        if (end < 0)
            return;
        sink.put(QByteArrayView("\r\n"));
        start = end + 2;
    }
}

bool isHarmlessLine(QByteArrayView line, bool blanksMayGo, uchar above)
{
    if (line.size() > longestPlainLine || startsMangledLine(line))
        return false;
    for (const char c : line) {
        if ((uchar(c) < ' ' && c != '\t') || uchar(c) == 0x7f || uchar(c) > above)
            return false;
    }
    return line.isEmpty() || (line.back() != ' ' && line.back() != '\t') ||
           (blanksMayGo && line.back() == ' ');
}

/// `above`: no octet may be.
bool isHarmless(QByteArrayView text, bool blanksMayGo, uchar above)
{
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype found = text.indexOf('\n', start);
        if (found == start || (found > 0 && text[found - 1] != '\r'))
            return false;
        const qsizetype end = found < 0 ? text.size() : found - 1;
        if (!isHarmlessLine(text.sliced(start, end - start), blanksMayGo, above))
            return false;
        start = end + 2;
    }
    return true;
}

QByteArray nameOf(TransferEncoding encoding)
{
    switch (encoding) {
    case TransferEncoding::SevenBit:
        return "7bit";
    case TransferEncoding::EightBit:
        return "8bit";
    case TransferEncoding::QuotedPrintable:
        return "quoted-printable";
    case TransferEncoding::Base64:
        return "base64";
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray encodingField(TransferEncoding encoding)
{
    return "Content-Transfer-Encoding: " + nameOf(encoding) + "\r\n";
}

TransferEncoding textEncodingFor(QByteArrayView canonicalText, bool blanksMayGo)
{
    if (isHarmless(canonicalText, blanksMayGo, 0x7e))
        return TransferEncoding::SevenBit;
    return quotedPrintableSize(canonicalText) <= base64::encodedSize(canonicalText.size())
               ? TransferEncoding::QuotedPrintable
               : TransferEncoding::Base64;
}

bool fitsEightBit(QByteArrayView canonicalText, bool blanksMayGo)
{
    return isHarmless(canonicalText, blanksMayGo, 0xff);
}

QByteArray encodeQuotedPrintable(QByteArrayView canonicalText)
{
    WritingSink sink;
    sink.bytes.reserve(qsizetype(quotedPrintableSize(canonicalText)));
    putQuotedPrintable(sink, canonicalText);
    return sink.bytes;
}

qint64 quotedPrintableSize(QByteArrayView canonicalText)
{
    CountingSink sink;
    putQuotedPrintable(sink, canonicalText);
    return sink.size;
}

} // namespace pennypost
