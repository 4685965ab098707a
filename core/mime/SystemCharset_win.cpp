// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/SystemCharset.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <windows.h>

namespace pennypost {

namespace {

struct CodePage
{
    QByteArrayView name;
    UINT number;
};

constexpr CodePage codePages[] = {
    {"koi8-r", 20866},      {"koi8-u", 21866},       {"shift_jis", 932}, {"euc-jp", 51932},
    {"iso-2022-jp", 50220}, {"iso-2022-kr", 50225},  {"gb18030", 54936}, {"big5", 950},
    {"macintosh", 10000},   {"iso-8859-8-i", 28598},
};

/// 0: there is none.
UINT codePageOf(const QByteArray &name)
{
    const auto *const found = std::find_if(std::begin(codePages), std::end(codePages),
                                           [&](const CodePage &each) { return each.name == name; });
    if (found != std::end(codePages))
        return found->number;
    if (name.startsWith("iso-8859-"))
        return 28590 + name.mid(9).toUInt();
    for (const QByteArrayView prefix : {"windows-", "ibm", "cp"}) {
        if (name.startsWith(prefix))
            return name.mid(prefix.size()).toUInt();
    }
    return 0;
}

std::optional<QString> converted(QByteArrayView octets, UINT codePage)
{
    // Those with escape sequences take no flags, and so no octet is wrong in them.
    const DWORD flags = codePage >= 50220 && codePage <= 50229 ? 0 : MB_ERR_INVALID_CHARS;
    const int size = int(octets.size());
    const int units = MultiByteToWideChar(codePage, flags, octets.data(), size, nullptr, 0);
    if (units <= 0)
        return std::nullopt;
    QString text(units, Qt::Uninitialized);
    MultiByteToWideChar(codePage, flags, octets.data(), size, reinterpret_cast<wchar_t *>(text.data()),
                        units);
    return text;
}

} // namespace

std::optional<QString> systemTextFrom(QByteArrayView octets, const QByteArray &name)
{
    const UINT codePage = codePageOf(name);
    if (codePage == 0 || !IsValidCodePage(codePage) || octets.size() > std::numeric_limits<int>::max())
        return std::nullopt;
    if (octets.isEmpty())
        return QString();
    // A last character that is cut off has up to three octets.
    for (qsizetype less = 0; less <= 3 && less < octets.size(); ++less) {
        if (auto text = converted(octets.chopped(less), codePage))
            return text;
    }
    return std::nullopt;
}

} // namespace pennypost
