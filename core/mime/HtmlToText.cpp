// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/HtmlToText.h"

#include "core/mime/Charset.h"
#include "core/mime/HtmlEntities.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {

constexpr qsizetype longestEntity = 10;

bool isHtmlBlank(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\r' || c == u'\t' || c == u'\f';
}

QString namedEntity(QStringView name)
{
    char32_t character = htmlEntity(name);
    if (character == 0)
        character = htmlEntity(name.toString().toLower()); // "&AMP;"
    if (name == u"apos")
        character = U'\'';
    if (character == 0xa0)
        character = U' ';
    return character == 0 ? QString() : QString::fromUcs4(&character, 1);
}

QString numericEntity(QStringView digits)
{
    bool valid = false;
    const bool hex = digits.startsWith(u'x', Qt::CaseInsensitive);
    const char32_t code = hex ? digits.mid(1).toUInt(&valid, 16) : digits.toUInt(&valid, 10);
    if (!valid || code == 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        return {};
    if (code >= 0x80 && code < 0xa0) // of Windows-1252, as every reader takes them
        return textFrom(QByteArray(1, char(code)), "windows-1252");
    return code == 0xa0 ? QStringLiteral(" ") : QString::fromUcs4(&code, 1);
}

/// The entity that begins at `at` and how long it is; nothing if it is none.
std::pair<QString, qsizetype> entityAt(QStringView text, qsizetype at)
{
    const qsizetype end = text.mid(at, longestEntity + 1).indexOf(u';');
    const QStringView name = end > 1 ? text.mid(at + 1, end - 1) : QStringView();
    return {name.startsWith(u'#') ? numericEntity(name.mid(1)) : namedEntity(name), end + 1};
}

QString withoutEntities(QStringView text)
{
    QString made;
    for (qsizetype at = 0; at < text.size();) {
        const auto [character, length] =
            text[at] == u'&' ? entityAt(text, at) : std::pair(QString(), qsizetype(0));
        made += character.isEmpty() ? QString(text[at]) : character;
        at += character.isEmpty() ? 1 : length;
    }
    return made;
}

/// Takes an attribute's value out of a tag's text: name="value", name='value' or name=value.
QString attribute(QStringView tag, QStringView name)
{
    qsizetype at = 0;
    const auto skipBlanks = [&] {
        while (at < tag.size() && isHtmlBlank(tag[at]))
            ++at;
    };
    const auto word = [&](bool endsAtEquals) {
        const qsizetype start = at;
        while (at < tag.size() && !isHtmlBlank(tag[at]) && !(endsAtEquals && tag[at] == u'='))
            ++at;
        return tag.mid(start, at - start);
    };
    word(true); // the tag's own name
    while (at < tag.size()) {
        skipBlanks();
        const QStringView key = word(true);
        skipBlanks();
        if (at >= tag.size() || tag[at] != u'=') {
            at += key.isEmpty() ? 1 : 0;
            continue;
        }
        ++at;
        skipBlanks();
        QStringView value;
        if (at < tag.size() && (tag[at] == u'"' || tag[at] == u'\'')) {
            const qsizetype end = tag.indexOf(tag[at], at + 1);
            value = tag.mid(at + 1, (end < 0 ? tag.size() : end) - at - 1);
            at = end < 0 ? tag.size() : end + 1;
        } else {
            value = word(false);
        }
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return withoutEntities(value);
    }
    return {};
}

/// What holds others and wants an end of its own: what a reader has to nest.
bool isContainer(QStringView name)
{
    static const QSet<QString> others{
        QStringLiteral("p"),     QStringLiteral("li"),    QStringLiteral("td"),     QStringLiteral("th"),
        QStringLiteral("tr"),    QStringLiteral("dt"),    QStringLiteral("dd"),     QStringLiteral("tbody"),
        QStringLiteral("thead"), QStringLiteral("tfoot"), QStringLiteral("option"), QStringLiteral("br"),
        QStringLiteral("hr"),    QStringLiteral("img"),   QStringLiteral("input"),  QStringLiteral("meta"),
        QStringLiteral("link"),  QStringLiteral("col"),   QStringLiteral("area"),   QStringLiteral("base"),
        QStringLiteral("wbr"),   QStringLiteral("html"),  QStringLiteral("head"),   QStringLiteral("body")};
    return !others.contains(name.toString().toLower());
}

/// Walks the markup once and writes the text as it goes.
class HtmlReader
{
public:
    explicit HtmlReader(QStringView html) : m_html(html) {}

    QString read()
    {
        while (m_at < m_html.size()) {
            const QChar c = m_html[m_at];
            if (c == u'<' && m_at <= m_lastClose && beginsTag())
                readTag();
            else if (c == u'&')
                readEntity();
            else
                put(m_html[m_at++]);
        }
        QString text = m_text.trimmed();
        return text.isEmpty() ? text : QString(text % u'\n');
    }

private:
    /// What is no tag is text: "I <3 you".
    bool beginsTag() const
    {
        const QChar next = m_at + 1 < m_html.size() ? m_html[m_at + 1] : QChar();
        return next.isLetter() || next == u'/' || next == u'!' || next == u'?';
    }

    /// The tag's end, of which those within quoted values are none. Far away, or where a quote has no end,
    /// the next one is it: so this stays linear.
    qsizetype tagEnd() const
    {
        constexpr qsizetype longestTag = 4096;
        QChar quote;
        QChar before; // but for blanks
        const qsizetype limit = std::min(m_html.size(), m_at + longestTag);
        for (qsizetype i = m_at; i < limit; ++i) {
            const QChar c = m_html[i];
            if (!quote.isNull()) {
                if (c == quote)
                    quote = QChar();
            } else if (c == u'>') {
                return i;
            } else if ((c == u'"' || c == u'\'') && before == u'=') {
                quote = c;
            }
            if (!isHtmlBlank(c))
                before = c;
        }
        return m_html.indexOf(u'>', m_at);
    }

    void readTag()
    {
        if (m_html.mid(m_at).startsWith(u"<!--"))
            return skipPast(u"-->");
        const qsizetype close = tagEnd();
        const QStringView tag = m_html.mid(m_at + 1, close - m_at - 1);
        m_at = close + 1;
        const bool closing = tag.startsWith(u'/');
        qsizetype end = closing ? 1 : 0;
        while (end < tag.size() && tag[end].isLetterOrNumber())
            ++end;
        const QString name = tag.mid(closing ? 1 : 0, end - (closing ? 1 : 0)).toString().toLower();
        if (!closing && (name == u"style" || name == u"script" || name == u"title"))
            return skipPast(QString(u"</" % name));
        if (closing)
            endElement(name);
        else
            startElement(name, tag);
    }

    void startElement(const QString &name, QStringView tag)
    {
        if (name == u"br") {
            m_text += u'\n';
        } else if (name == u"hr") {
            breakLine(1);
            m_text += QLatin1StringView("---\n");
        } else if (name == u"li") {
            breakLine(1);
            m_text += QLatin1StringView("- ");
            m_itemStart = m_text.size();
        } else if (name == u"img") {
            for (const QChar c : attribute(tag, u"alt"))
                put(c);
        } else if (name == u"a") {
            m_link = attribute(tag, u"href");
            m_linkStart = m_text.size();
        } else if (name == u"td" || name == u"th") {
            put(u' ');
        } else if (linesAround(name) > 0) {
            breakLine(linesAround(name));
        }
        if (name == u"pre")
            m_preformatted = true;
    }

    void endElement(const QString &name)
    {
        if (name == u"pre")
            m_preformatted = false;
        if (name == u"a")
            return endLink();
        if (linesAround(name) > 0)
            breakLine(linesAround(name));
    }

    void endLink()
    {
        const QString shown = m_text.mid(m_linkStart).trimmed();
        const QString link = std::exchange(m_link, {});
        const bool told =
            link.isEmpty() || link.startsWith(u'#') || link == shown || link == QString(u"mailto:" % shown);
        if (!told)
            m_text += QString(u" <" % link % u'>');
    }

    /// 2: a blank line around it, 1: a line of its own, 0: within the line.
    static int linesAround(const QString &name)
    {
        static const QSet<QString> paragraphs{
            QStringLiteral("p"),   QStringLiteral("h1"),    QStringLiteral("h2"),
            QStringLiteral("h3"),  QStringLiteral("h4"),    QStringLiteral("h5"),
            QStringLiteral("h6"),  QStringLiteral("ul"),    QStringLiteral("ol"),
            QStringLiteral("pre"), QStringLiteral("table"), QStringLiteral("blockquote"),
        };
        static const QSet<QString> lines{QStringLiteral("div"), QStringLiteral("li"), QStringLiteral("tr")};
        return paragraphs.contains(name) ? 2 : lines.contains(name) ? 1 : 0;
    }

    void breakLine(int lineEnds)
    {
        if (m_text.size() == m_itemStart) // "<li><p>": the item has its line
            return;
        while (m_text.endsWith(u' '))
            m_text.chop(1);
        if (m_text.isEmpty())
            return;
        int present = 0;
        while (present < lineEnds && present < m_text.size() && m_text[m_text.size() - 1 - present] == u'\n')
            ++present;
        for (; present < lineEnds; ++present)
            m_text += u'\n';
    }

    void readEntity()
    {
        const auto [text, length] = entityAt(m_html, m_at);
        if (text.isEmpty()) {
            put(m_html[m_at++]);
            return;
        }
        m_text += text;
        m_at += length;
    }

    void put(QChar c)
    {
        if (m_preformatted || !isHtmlBlank(c))
            m_text += c;
        else if (!m_text.isEmpty() && !m_text.endsWith(u' ') && !m_text.endsWith(u'\n'))
            m_text += u' ';
    }

    void skipPast(QStringView end)
    {
        const qsizetype found = m_html.indexOf(end, m_at, Qt::CaseInsensitive);
        m_at = found < 0 ? m_html.size() : found + end.size();
        if (found >= 0 && end.startsWith(u'<')) {
            const qsizetype close = m_html.indexOf(u'>', m_at);
            m_at = close < 0 ? m_html.size() : close + 1;
        }
    }

    QStringView m_html;
    qsizetype m_at = 0;
    qsizetype m_lastClose = m_html.lastIndexOf(u'>'); ///< behind it a "<" is text; keeps the search linear
    QString m_text;
    QString m_link;
    qsizetype m_linkStart = 0;
    qsizetype m_itemStart = -1; ///< behind the mark of a list's item
    bool m_preformatted = false;
};

} // namespace

QString htmlToText(QStringView html)
{
    return HtmlReader(html).read();
}

bool nestsTooDeep(QStringView html)
{
    constexpr int deepest = 100;
    int depth = 0;
    for (qsizetype at = html.indexOf(u'<'); at >= 0; at = html.indexOf(u'<', at + 1)) {
        const bool closes = at + 1 < html.size() && html[at + 1] == u'/';
        const qsizetype start = at + (closes ? 2 : 1);
        qsizetype end = start;
        while (end < html.size() && html[end].isLetterOrNumber())
            ++end;
        const QStringView name = html.mid(start, end - start);
        if (name.isEmpty() || !name.front().isLetter() || !isContainer(name))
            continue;
        depth = closes ? std::max(depth - 1, 0) : depth + 1;
        if (depth > deepest)
            return true;
    }
    return false;
}

} // namespace pennypost
