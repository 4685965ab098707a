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

    QByteArray value()
    {
        QByteArray value;
        while (value.isEmpty() && m_at < m_text.size() && m_text[m_at] != ';') {
            skipBlanks();
            value = until("; \t").toLower();
        }
        if (value.endsWith(','))
            value.chop(1);
        toNextParameter();
        return value;
    }

    bool next(RawParameter &parameter)
    {
        while (m_at < m_text.size()) {
            if (m_text[m_at] == ';')
                ++m_at;
            parameter.name = until("=;").trimmed().toLower();
            if (m_at == m_text.size() || m_text[m_at] == ';')
                continue;
            ++m_at; // the equals sign
            parameter.value = parameterValue(parameter.name);
            if (!parameter.name.isEmpty())
                return true;
        }
        return false;
    }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at]))
            ++m_at;
    }

    static bool isBlank(char c) { return c == ' ' || c == '\t'; }

    /// What goes on behind a value: the next parameter where somebody forgot the semicolon, or nothing up to
    /// it.
    void toNextParameter()
    {
        skipBlanks();
        if (!parameterBeginsAt(m_at))
            until(";");
    }

    bool parameterBeginsAt(qsizetype at) const
    {
        const qsizetype start = at;
        const auto isNameCharacter = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                   c == '*';
        };
        while (at < m_text.size() && isNameCharacter(m_text[at]))
            ++at;
        return at > start && at < m_text.size() && m_text[at] == '=';
    }

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

    QByteArray parameterValue(const QByteArray &name)
    {
        skipBlanks();
        if (m_at == m_text.size() || m_text[m_at] != '"')
            return name.startsWith("name") || name.startsWith("filename") ? unquotedName() : unquotedValue();
        QByteArray value;
        for (++m_at; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            value.append(m_text[m_at]);
        }
        m_at = std::min(m_at + 1, m_text.size());
        toNextParameter();
        return value;
    }

    /// Ends at a comment and where the next parameter begins without a semicolon. Other blanks are of it,
    /// though they are wrong there.
    QByteArray unquotedValue()
    {
        const qsizetype start = m_at;
        for (; m_at < m_text.size() && m_text[m_at] != ';'; ++m_at) {
            const bool begins = m_at > start && isBlank(m_text[m_at - 1]);
            if (begins && (m_text[m_at] == '(' || parameterBeginsAt(m_at)))
                break;
        }
        const QByteArray value = m_text.sliced(start, m_at - start).trimmed().toByteArray();
        toNextParameter();
        return value;
    }

    /// A file's name with blanks or parentheses that nobody quoted is still that name.
    QByteArray unquotedName()
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

struct JoinedPieces
{
    QByteArray octets;
    QByteArray charset; ///< lower case, may be empty
};

JoinedPieces joined(QList<Piece> pieces)
{
    std::sort(pieces.begin(), pieces.end(), [](const Piece &a, const Piece &b) {
        return std::pair(a.number, a.place) < std::pair(b.number, b.place);
    });
    JoinedPieces whole;
    bool first = true;
    for (Piece &piece : pieces) {
        if (first && piece.percented && piece.value.count('\'') >= 2) {
            const qsizetype charsetEnd = piece.value.indexOf('\'');
            whole.charset = piece.value.first(charsetEnd).toLower();
            piece.value = piece.value.sliced(piece.value.indexOf('\'', charsetEnd + 1) + 1);
        }
        whole.octets += piece.percented ? QByteArray::fromPercentEncoding(piece.value) : piece.value;
        first = false;
    }
    return whole;
}

/// A field with its parameters as octets.
struct RawField
{
    QByteArray value;
    QMap<QByteArray, QList<Piece>> pieces;
    QList<RawParameter> plain;
};

RawField rawField(QByteArrayView unfolded)
{
    RawField field;
    FieldScanner scanner(unfolded);
    field.value = scanner.value();
    RawParameter raw;
    while (scanner.next(raw)) {
        Piece piece;
        QByteArray base;
        if (readPieceName(raw.name, base, piece)) {
            piece.value = raw.value;
            piece.place = field.pieces[base].size();
            field.pieces[base].append(piece);
        } else {
            field.plain.append(raw);
        }
    }
    return field;
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
    const RawField raw = rawField(unfolded);
    ParsedField field;
    field.value = raw.value;
    // The RFC 2231 form first: where both are there, the other is for those who can't read this one.
    for (auto it = raw.pieces.cbegin(); it != raw.pieces.cend(); ++it) {
        const JoinedPieces whole = joined(it.value());
        field.parameters.append({it.key(), textFrom(whole.octets, whole.charset)});
    }
    for (const RawParameter &parameter : raw.plain)
        field.parameters.append({parameter.name, decodedEncodedWords(parameter.value)});
    return field;
}

QByteArray rawParameter(QByteArrayView unfolded, QByteArrayView name)
{
    const RawField raw = rawField(unfolded);
    const auto found = std::find_if(raw.plain.begin(), raw.plain.end(),
                                    [&](const RawParameter &parameter) { return parameter.name == name; });
    return found != raw.plain.end() ? found->value : joined(raw.pieces.value(name.toByteArray())).octets;
}

} // namespace pennypost
