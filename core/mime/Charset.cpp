// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/Charset.h"

#include "core/mime/SystemCharset.h"

#include <QStringDecoder>
#include <QUtf8StringView>

#include <algorithm>
#include <array>
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
    {"iso-8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"ks_c_5601-1987", "windows-949"},
    {"ksc5601", "windows-949"},
    {"euc-kr", "windows-949"},
    {"sjis", "shift_jis"},
    {"x-sjis", "shift_jis"},
    {"shift-jis", "shift_jis"},
    {"ms_kanji", "shift_jis"},
    {"windows-31j", "shift_jis"},
    {"big5-hkscs", "big5"},
    {"unicode", "utf-16"},
    {"utf8", "utf-8"},
    {"x-mac-roman", "macintosh"},
    {"mac-cyrillic", "x-mac-cyrillic"},
    {"cp932", "shift_jis"},
    {"ms932", "shift_jis"},
    {"windows-932", "shift_jis"},
    {"cp936", "gb18030"},
    {"ms936", "gb18030"},
    {"windows-936", "gb18030"},
    {"cp949", "windows-949"},
    {"ms949", "windows-949"},
    {"cp950", "big5"},
    {"hz-gb-2312", "hz"},
    {"csiso2022jp", "iso-2022-jp"},
    {"iso-2022-jp-ms", "iso-2022-jp"},
    {"cseucpkdfmtjapanese", "euc-jp"},
    {"x-euc-jp", "euc-jp"},
    {"cskoi8r", "koi8-r"},
    {"koi8r", "koi8-r"},
    {"koi8u", "koi8-u"},
    {"latin2", "iso-8859-2"},
    {"latin5", "windows-1254"},
    {"latin9", "iso-8859-15"},
    {"cp437", "ibm437"},
    {"ansi_x3.4-1968", "utf-8"},
};

/// What letters are written in. A converter that knows more, such as UTF-7 or SCSU, is not asked for it.
constexpr QByteArrayView families[] = {"utf-8", "utf-16",        "utf-32", "iso-8859-", "windows-",
                                       "koi8-", "iso-2022-",     "euc-jp", "shift_jis", "gb18030",
                                       "big5",  "ibm8",          "cp8",    "macintosh", "ibm437",
                                       "hz",    "x-mac-cyrillic"};

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

/// "iso8859-2", "iso_8859-2", "iso_8859-2:1987"
QByteArray isoName(QByteArray label)
{
    if (label.startsWith("iso8859") || label.startsWith("iso_8859"))
        label.replace(0, label.startsWith("iso8859") ? 7 : 8, "iso-8859");
    const qsizetype year = label.indexOf(':');
    return label.startsWith("iso-8859") && year > 0 ? label.first(year) : label;
}

QByteArray knownName(const QByteArray &charset)
{
    const QByteArray label = isoName(windowsName(charset.trimmed().toLower()));
    const auto *const alias = std::find_if(std::begin(aliases), std::end(aliases),
                                           [&](const Alias &each) { return each.label == label; });
    QByteArray name = alias == std::end(aliases) ? label : QByteArray(alias->name);
    const bool known = std::any_of(std::begin(families), std::end(families),
                                   [&](QByteArrayView family) { return name.startsWith(family); });
    return known ? name : QByteArray();
}

bool isReplaced(QChar c)
{
    return c == QChar::ReplacementCharacter;
}

/// A few wrong octets are no reason to take the rest for something else. With escape sequences what is not
/// read by them would be shown with them.
bool fitsMostly(const QString &text, QByteArrayView name)
{
    const auto bad = std::count_if(text.begin(), text.end(), isReplaced);
    const auto good =
        std::count_if(text.begin(), text.end(), [](QChar c) { return c.unicode() > 0x7f && !isReplaced(c); });
    const int worth = name.startsWith("iso-2022-") || name == "hz" ? 1 : 4;
    return good > 0 && good >= worth * bad;
}

std::optional<QString> decoded(QByteArrayView octets, const char *name, TextEnd end)
{
    if (*name == '\0') // to ICU that is the machine's own
        return std::nullopt;
    using Flag = QStringDecoder::Flag;
    QStringDecoder decoder(name, end == TextEnd::Whole ? Flag::Stateless : Flag::Default);
    if (!decoder.isValid())
        return systemTextFrom(octets, name);
    QString text = decoder(octets);
    if (!decoder.hasError())
        return text;
    text.replace(QChar(QChar::SpecialCharacter(0x1a)), QChar::ReplacementCharacter); // ICU's for some of them
    if (std::none_of(text.begin(), text.end(), isReplaced)) // nor does it say that the end is missing
        text += QChar::ReplacementCharacter;
    return fitsMostly(text, name) ? std::optional(std::move(text)) : std::nullopt;
}

/// That a text in Windows-1252 has the form of UTF-8, beyond ASCII, is no coincidence.
bool isUtf8InDisguise(QByteArrayView octets, const QByteArray &name)
{
    const auto isAscii = [](char c) { return uchar(c) < 0x80; };
    return name == "windows-1252" && !std::all_of(octets.begin(), octets.end(), isAscii) &&
           QUtf8StringView(octets.data(), octets.size()).isValidUtf8();
}

/// Where no mark tells the order of a pair, its zeros do: of most scripts one octet in two is one.
QByteArray withByteOrder(QByteArrayView octets)
{
    constexpr qsizetype looked = 2'000;
    if (octets.startsWith("\xff\xfe") || octets.startsWith("\xfe\xff"))
        return "utf-16";
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < std::min(octets.size(), looked); ++i)
        zeros[size_t(i % 2)] += octets[i] == '\0' ? 1 : 0;
    return zeros[0] > zeros[1] ? "utf-16be" : zeros[0] < zeros[1] ? "utf-16le" : "utf-16";
}

} // namespace

QString textFrom(QByteArrayView octets, const QByteArray &charset, TextEnd end)
{
    QByteArray name = knownName(charset);
    if (name == "utf-16")
        name = withByteOrder(octets);
    const char *first = isUtf8InDisguise(octets, name) ? "utf-8" : name.constData();
    for (const char *each : {first, "utf-8", "windows-1252"}) {
        if (auto text = decoded(octets, each, end))
            return *std::move(text);
    }
    return QString::fromLatin1(octets); // no converter but Qt's own is there
}

} // namespace pennypost
