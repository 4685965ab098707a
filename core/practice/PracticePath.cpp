// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/PracticePath.h"

#include <QUtf8StringView>

#include <algorithm>

namespace pennypost {

namespace {

/// RFC 5321 4.5.3.1.3, without the angle brackets.
constexpr qsizetype longestPath = 254;

/// The index of the '>' that closes a path which starts after its '<', quoted strings skipped; -1 if none.
qsizetype closingAngle(QByteArrayView text)
{
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '\\')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == '>')
            return i;
        else if (!quoted && (c == ' ' || c == '<'))
            return -1;
    }
    return -1;
}

bool isPath(const QByteArray &path)
{
    const auto at = path.lastIndexOf('@');
    return path.size() <= longestPath && at > 0 && at + 1 < path.size();
}

std::optional<QList<PracticePath::Parameter>> splitParameters(QByteArrayView text)
{
    QList<PracticePath::Parameter> found;
    const QList<QByteArray> words = text.toByteArray().split(' ');
    for (const auto &word : words) {
        if (word.isEmpty())
            continue;
        const auto equals = word.indexOf('=');
        if (equals == 0)
            return std::nullopt;
        const auto keyword = equals < 0 ? word : word.first(equals);
        found.append({keyword.toUpper(), equals < 0 ? QByteArray() : word.mid(equals + 1)});
    }
    return found;
}

} // namespace

bool PracticePath::hasUtf8() const
{
    return std::any_of(path.begin(), path.end(), [](char c) { return static_cast<unsigned char>(c) > 127; });
}

std::optional<PracticePath> PracticePath::parse(QByteArrayView argument, QByteArrayView keyword)
{
    if (argument.size() < keyword.size() ||
        argument.first(keyword.size()).compare(keyword, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    auto rest = argument.sliced(keyword.size());
    if (rest.startsWith(' '))
        rest = rest.sliced(1);
    if (!rest.startsWith('<'))
        return std::nullopt;
    rest = rest.sliced(1);
    const auto end = closingAngle(rest);
    if (end < 0)
        return std::nullopt;

    PracticePath parsed;
    parsed.path = rest.first(end).toByteArray();
    if (parsed.path.startsWith('@')) // a source route: ignored, as RFC 5321 appendix C says
        parsed.path = parsed.path.mid(parsed.path.indexOf(':') + 1);
    if (!parsed.path.isEmpty() && !isPath(parsed.path))
        return std::nullopt;
    rest = rest.sliced(end + 1);
    if (!rest.isEmpty() && !rest.startsWith(' '))
        return std::nullopt;
    auto found = splitParameters(rest);
    if (!found)
        return std::nullopt;
    parsed.parameters = std::move(*found);
    return parsed;
}

} // namespace pennypost
