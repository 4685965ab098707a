// SPDX-License-Identifier: GPL-3.0-or-later
// The receiving half of MimeParameter.h: RFC 2045's grammar with RFC 2231's continuations, as senders really
// write them.
#include "core/mime/Charset.h"
#include "core/mime/EncodedWord.h"
#include "core/mime/MimeParameter.h"

#include <QMap>

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {

/// One `attribute=value` as it stands there.
struct RawParameter
{
    QByteArray name; ///< lower case, with its stars
    QByteArray value;
};

/// Walks the field once, left to right.
class FieldScanner
{
public:
    explicit FieldScanner(QByteArrayView text) : m_text(text) {}

    QByteArray value() { return until(";").trimmed().toLower(); }

    bool next(RawParameter &parameter)
    {
        while (m_at < m_text.size()) {
            ++m_at; // the semicolon
            parameter.name = until("=;").trimmed().toLower();
            if (m_at == m_text.size() || m_text[m_at] == ';')
                continue;
            ++m_at; // the equals sign
            parameter.value = parameterValue();
            if (!parameter.name.isEmpty())
                return true;
        }
        return false;
    }

private:
    /// Up to one of `stops`, without comments.
    QByteArray until(QByteArrayView stops)
    {
        QByteArray text;
        qsizetype depth = 0;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (depth == 0 && stops.contains(c))
                break;
            if (c == '(')
                ++depth;
            else if (c == ')' && depth > 0)
                --depth;
            else if (depth == 0)
                text.append(c);
            ++m_at;
        }
        return text;
    }

    QByteArray parameterValue()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t'))
            ++m_at;
        if (m_at == m_text.size() || m_text[m_at] != '"')
            return unquotedValue();
        QByteArray value;
        for (++m_at; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            value.append(m_text[m_at]);
        }
        const qsizetype semicolon = m_text.indexOf(';', std::min(m_at, m_text.size()));
        m_at = semicolon < 0 ? m_text.size() : semicolon;
        return value;
    }

    /// A name with blanks or parentheses that nobody quoted is still that name.
    QByteArray unquotedValue()
    {
        const qsizetype semicolon = m_text.indexOf(';', m_at);
        const qsizetype end = semicolon < 0 ? m_text.size() : semicolon;
        const QByteArray value = m_text.sliced(m_at, end - m_at).trimmed().toByteArray();
        m_at = end;
        return value;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

/// One piece of an RFC 2231 value: "filename*1*".
struct Piece
{
    int number = 0;
    qsizetype place = 0; ///< among those of its name, where two claim the same number
    bool percented = false;
    QByteArray value;
};

/// Splits "filename*1*" into its parts; false if the name has no star, or one that means nothing.
bool readPieceName(const QByteArray &raw, QByteArray &base, Piece &piece)
{
    const qsizetype star = raw.indexOf('*');
    if (star <= 0)
        return false;
    base = raw.first(star);
    QByteArray rest = raw.sliced(star + 1);
    piece.percented = rest.isEmpty() || rest.endsWith('*');
    if (rest.endsWith('*'))
        rest.chop(1);
    bool number = true;
    piece.number = rest.isEmpty() ? 0 : rest.toInt(&number);
    return number && piece.number >= 0;
}

QString joined(QList<Piece> pieces)
{
    std::sort(pieces.begin(), pieces.end(), [](const Piece &a, const Piece &b) {
        return std::pair(a.number, a.place) < std::pair(b.number, b.place);
    });
    QByteArray charset;
    QByteArray octets;
    bool first = true;
    for (Piece &piece : pieces) {
        if (first && piece.percented && piece.value.count('\'') >= 2) {
            const qsizetype charsetEnd = piece.value.indexOf('\'');
            charset = piece.value.first(charsetEnd).toLower();
            piece.value = piece.value.sliced(piece.value.indexOf('\'', charsetEnd + 1) + 1);
        }
        octets += piece.percented ? QByteArray::fromPercentEncoding(piece.value) : piece.value;
        first = false;
    }
    return textFrom(octets, charset);
}

} // namespace

QString ParsedField::parameter(QByteArrayView name) const
{
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [&](const MimeParameter &parameter) { return parameter.name == name; });
    return found == parameters.end() ? QString() : found->value;
}

ParsedField parseFieldWithParameters(QByteArrayView unfolded)
{
    ParsedField field;
    FieldScanner scanner(unfolded);
    field.value = scanner.value();
    QMap<QByteArray, QList<Piece>> pieces;
    QList<MimeParameter> plain;
    RawParameter raw;
    while (scanner.next(raw)) {
        Piece piece;
        QByteArray base;
        if (readPieceName(raw.name, base, piece)) {
            piece.value = raw.value;
            piece.place = pieces[base].size();
            pieces[base].append(piece);
        } else {
            plain.append({raw.name, decodedEncodedWords(raw.value)});
        }
    }
    // The RFC 2231 form first: where both are there, the other is for those who can't read this one.
    for (auto it = pieces.cbegin(); it != pieces.cend(); ++it)
        field.parameters.append({it.key(), joined(it.value())});
    field.parameters += plain;
    return field;
}

} // namespace pennypost
