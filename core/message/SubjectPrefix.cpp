// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/SubjectPrefix.h"

#include <QStringView>

#include <algorithm>

namespace pennypost {

namespace {

/// No mark is longer, its number included.
constexpr qsizetype longestMark = 24;
constexpr qsizetype longestListName = 60;

// Of mail programs in Arabic, Bahasa, Chinese, Czech, Danish, Dutch, English, Estonian, Finnish, French,
// German, Greek, Hebrew, Hungarian, Icelandic, Italian, Japanese, Korean, Latvian, Norwegian, Polish,
// Portuguese, Romanian, Russian, Spanish, Swedish, Turkish, Ukrainian, Vietnamese and Welsh. "VS" answers in
// Finnish and passes on in Norwegian: it is of both.
constexpr QStringView answers[] = {
    u"re",   u"aw",   u"antw", u"antwort", u"sv",   u"vs",      u"ré",    u"rép",       u"réf",
    u"res",  u"rif",  u"odp",  u"ynt",     u"vá",   u"atb",     u"απ",    u"σχετ",      u"rsp",
    u"bls",  u"відп", u"отв",  u"ответ",   u"رد",   u"הש",      u"תשובה", u"回复",      u"回覆",
    u"答复", u"答覆", u"返信", u"회신",    u"답장", u"trả lời", u"svar",  u"respuesta", u"vast"};
constexpr QStringView forwards[] = {u"fw",   u"fwd",        u"wg",          u"tr",         u"rv",   u"enc",
                                    u"vb",   u"vs",         u"vl",          u"doorst",     u"pd",   u"ilt",
                                    u"i̇lt",  u"továbbítás", u"pārs",        u"πρθ",        u"trs",  u"yml",
                                    u"ct",   u"пересл",     u"إعادة توجيه", u"הועבר",      u"转发", u"轉寄",
                                    u"轉發", u"転送",       u"전달",        u"chuyển tiếp"};
/// Italian has one letter for each, which in small may begin anything.
constexpr QStringView answerLetter = u"R", forwardLetter = u"I";

/// "Re[2]", "Re(2)", "Re^2", "Re *2" are "Re".
QStringView withoutNumber(QStringView mark)
{
    if (mark.endsWith(u'.')) // "Antw.", "Rép."
        return mark.chopped(1).trimmed();
    QStringView rest = mark;
    if (rest.endsWith(u']') || rest.endsWith(u')'))
        rest.chop(1);
    const qsizetype before = rest.size();
    while (!rest.isEmpty() && rest.back().isDigit())
        rest.chop(1);
    const bool isNumber =
        rest.size() < before && !rest.isEmpty() && QStringView(u"[(^*").contains(rest.back());
    return isNumber ? rest.chopped(1).trimmed() : mark;
}

template<size_t size>
bool isOneOf(QStringView mark, const QStringView (&table)[size], QStringView letter)
{
    const QStringView bare = withoutNumber(mark);
    const QString lower = bare.toString().toLower();
    return bare == letter ||
           std::any_of(std::begin(table), std::end(table), [&](QStringView each) { return each == lower; });
}

template<size_t size>
QStringView withoutMarks(QStringView text, const QStringView (&table)[size], QStringView letter)
{
    QStringView rest = text.trimmed();
    for (;;) {
        const auto head = rest.first(std::min(rest.size(), longestMark));
        const auto colon =
            std::find_if(head.begin(), head.end(), [](QChar c) { return c == u':' || c == u'：'; });
        if (colon == head.end() || !isOneOf(head.first(colon - head.begin()).trimmed(), table, letter))
            return rest;
        rest = rest.sliced(colon - head.begin() + 1).trimmed();
    }
}

/// "[list]", as mailing lists put it ahead of a subject whatever mark it begins with; else empty.
QStringView listName(QStringView text)
{
    const qsizetype end =
        text.startsWith(u'[') ? text.first(std::min(text.size(), longestListName)).indexOf(u']') : -1;
    return text.first(end + 1);
}

template<size_t size>
QString marked(const QString &subject, QLatin1StringView mark, const QStringView (&table)[size],
               QStringView letter)
{
    const QStringView rest = withoutMarks(subject, table, letter);
    const QStringView list = listName(rest);
    const QStringView behind = rest.sliced(list.size());
    const QStringView bare = withoutMarks(behind, table, letter);
    if (!list.isEmpty() && bare.size() < behind.trimmed().size())
        return mark + u' ' + list + (bare.isEmpty() ? u"" : u" ") + bare;
    return rest.isEmpty() ? QString(mark) : QString(mark + u' ' + rest);
}

} // namespace

QString answerSubject(const QString &subject)
{
    return marked(subject, QLatin1StringView("Re:"), answers, answerLetter);
}

QString forwardSubject(const QString &subject)
{
    return marked(subject, QLatin1StringView("Fwd:"), forwards, forwardLetter);
}

} // namespace pennypost
