// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/Charset.h"

#include "core/mime/SystemCharset.h"

#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace pennypost {

namespace {

struct Alias
{
    QByteArrayView label;
    const char *name;
};

/// Labels that mean more than they say (the WHATWG's encoding standard), or that converters don't know.
constexpr Alias aliases[] = {
    {"iso-8859-1", "windows-1252"}, {"latin1", "windows-1252"},
    {"iso-8859-9", "windows-1254"}, {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},     {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},      {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},           {"ks_c_5601-1987", "windows-949"},
    {"ksc5601", "windows-949"},     {"euc-kr", "windows-949"},
    {"sjis", "shift_jis"},          {"x-sjis", "shift_jis"},
    {"shift-jis", "shift_jis"},     {"ms_kanji", "shift_jis"},
    {"windows-31j", "shift_jis"},   {"big5-hkscs", "big5"},
    {"unicode", "utf-16"},          {"utf8", "utf-8"},
    {"x-mac-roman", "macintosh"},
};

/// What letters are written in. A converter that knows more, such as UTF-7 or SCSU, is not asked for it.
constexpr QByteArrayView families[] = {"utf-8", "utf-16",    "utf-32", "iso-8859-", "windows-",
                                       "koi8-", "iso-2022-", "euc-jp", "shift_jis", "gb18030",
                                       "big5",  "ibm8",      "cp8",    "macintosh"};

/// "cp1252", "x-cp1252", "win-1252", "windows1252"
QByteArray windowsName(const QByteArray &label)
{
    for (const QByteArrayView prefix : {"x-cp", "cp", "win-", "windows", "windows-"}) {
        const QByteArray rest = label.startsWith(prefix) ? label.mid(prefix.size()) : QByteArray();
        if (rest.size() == 4 && rest.startsWith("125"))
            return "windows-" + rest;
    }
    return label;
}

QByteArray knownName(const QByteArray &charset)
{
    const QByteArray label = windowsName(charset.trimmed().toLower());
    const auto *const alias = std::find_if(std::begin(aliases), std::end(aliases),
                                           [&](const Alias &each) { return each.label == label; });
    QByteArray name = alias == std::end(aliases) ? label : QByteArray(alias->name);
    const bool known = std::any_of(std::begin(families), std::end(families),
                                   [&](QByteArrayView family) { return name.startsWith(family); });
    return known ? name : QByteArray();
}

std::optional<QString> decoded(QByteArrayView octets, const char *name)
{
    if (*name == '\0') // to ICU that is the machine's own
        return std::nullopt;
    QStringDecoder decoder(name);
    if (!decoder.isValid())
        return systemTextFrom(octets, name);
    QString text = decoder(octets);
    return decoder.hasError() ? std::nullopt : std::optional(std::move(text));
}

} // namespace

QString textFrom(QByteArrayView octets, const QByteArray &charset)
{
    const QByteArray name = knownName(charset);
    for (const char *each : {name.constData(), "utf-8", "windows-1252"}) {
        if (auto text = decoded(octets, each))
            return *std::move(text);
    }
    return QString::fromLatin1(octets); // no converter but Qt's own is there
}

} // namespace pennypost
