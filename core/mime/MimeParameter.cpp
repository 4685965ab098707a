// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/MimeParameter.h"

#include "core/message/AddressSyntax.h"
#include "core/mime/EncodedWord.h"

#include <algorithm>

namespace pennypost {

namespace {

constexpr qsizetype softLimit = 76;
/// A quoted value up to this stays whole in a `name=`: long lines are legal, torn names are not read
/// everywhere.
constexpr qsizetype longestWholeValue = 700;

bool isAttributeCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           QByteArrayView("!#$&+-.^_`{}|~").contains(c);
}

bool isPlain(const QString &value)
{
    const bool printable = std::all_of(value.begin(), value.end(),
                                       [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
    // Some readers decode encoded-words even where the standard forbids them.
    return printable && !value.contains(QLatin1StringView("=?"));
}

/// The pieces of a value, each short enough for a line of its own, cut between characters.
template<class Encode>
QByteArrayList cutUp(const QString &value, qsizetype room, Encode encode)
{
    QByteArrayList pieces;
    QByteArray piece;
    for (qsizetype i = 0; i < value.size();) {
        const bool pair = value[i].isHighSurrogate() && i + 1 < value.size();
        const QByteArray character = encode(value.mid(i, pair ? 2 : 1).toUtf8());
        if (!piece.isEmpty() && piece.size() + character.size() > room) {
            pieces.append(piece);
            piece.clear();
        }
        piece += character;
        i += pair ? 2 : 1;
    }
    pieces.append(piece);
    return pieces;
}

QByteArray escaped(const QByteArray &character)
{
    return character == "\"" || character == "\\" ? QByteArray('\\' + character) : character;
}

QByteArray percented(const QByteArray &character)
{
    constexpr char digits[] = "0123456789ABCDEF";
    QByteArray text;
    for (const char c : character) {
        if (isAttributeCharacter(c))
            text.append(c);
        else
            text.append('%').append(digits[uchar(c) >> 4]).append(digits[uchar(c) & 15]);
    }
    return text;
}

/// The parameter as one or several `attribute=value`.
QByteArrayList standardForms(const MimeParameter &parameter)
{
    const bool plain = isPlain(parameter.value);
    // "*12*=" and the quotes or the blank ahead of it and the semicolon behind.
    const qsizetype room = std::max<qsizetype>(softLimit - parameter.name.size() - 9, 24);
    const QByteArrayList pieces =
        plain ? cutUp(parameter.value, room, escaped) : cutUp(parameter.value, room - 7, percented);
    QByteArrayList forms;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        QByteArray form = parameter.name;
        if (pieces.size() > 1)
            form += '*' + QByteArray::number(i);
        if (plain)
            form += "=\"" + pieces[i] + '"';
        else
            form += (i == 0 ? "*=utf-8''" : "*=") + pieces[i];
        forms.append(form);
    }
    return forms;
}

QByteArray encodedWordForm(const MimeParameter &parameter)
{
    const QByteArray plain = quotedWord(parameter.value).toUtf8();
    if (isPlain(parameter.value) && plain.size() <= longestWholeValue)
        return parameter.name + '=' + plain;
    const qsizetype room = longestEncodedWord - 2;
    const auto words = encodedWords(parameter.value, room - parameter.name.size() - 2, room);
    return parameter.name + "=\"" + words.join("\r\n ") + '"';
}

} // namespace

QByteArray fieldWithParameters(const QByteArray &name, const QByteArray &value,
                               const QList<MimeParameter> &parameters)
{
    QByteArrayList forms;
    for (const MimeParameter &parameter : parameters) {
        if (parameter.style == MimeParameter::Style::EncodedWord)
            forms.append(encodedWordForm(parameter));
        else
            forms.append(standardForms(parameter));
    }
    QByteArray field = name + ": " + value;
    qsizetype column = field.size();
    for (const QByteArray &form : forms) {
        field += ';';
        const bool fits = column + 2 + form.size() + 1 <= softLimit;
        field += fits ? " " : "\r\n ";
        column = fits ? column + 2 : 1;
        field += form;
        column += form.size();
    }
    return field + "\r\n";
}

bool isMimeToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return c > ' ' && c < 0x7f && !QByteArrayView("()<>@,;:\\\"/[]?=").contains(c);
    });
}

} // namespace pennypost
