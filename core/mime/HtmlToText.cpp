// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/HtmlToText.h"

#include <QSet>

#include <array>
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
    static constexpr std::array<std::pair<QStringView, char32_t>, 16> entities{{
        {u"amp", U'&'},
        {u"lt", U'<'},
        {u"gt", U'>'},
        {u"quot", U'"'},
        {u"apos", U'\''},
        {u"nbsp", U' '},
        {u"copy", U'©'},
        {u"reg", U'®'},
        {u"ndash", U'–'},
        {u"mdash", U'—'},
        {u"hellip", U'…'},
        {u"euro", U'€'},
        {u"laquo", U'«'},
        {u"raquo", U'»'},
        {u"bull", U'•'},
        {u"shy", U'\u00ad'},
    }};
    for (const auto &[known, character] : entities) {
        if (name == known)
            return QString::fromUcs4(&character, 1);
    }
    return {};
}

QString numericEntity(QStringView digits)
{
    bool valid = false;
    const bool hex = digits.startsWith(u'x', Qt::CaseInsensitive);
    const char32_t code = hex ? digits.mid(1).toUInt(&valid, 16) : digits.toUInt(&valid, 10);
    if (!valid || code == 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        return {};
    return code == 0xa0 ? QStringLiteral(" ") : QString::fromUcs4(&code, 1);
}

/// Takes an attribute's value out of a tag's text: name="value", name='value' or name=value.
QString attribute(QStringView tag, QStringView name)
{
    for (qsizetype at = tag.indexOf(name, 0, Qt::CaseInsensitive); at > 0;
         at = tag.indexOf(name, at + 1, Qt::CaseInsensitive)) {
        qsizetype i = at + name.size();
        if (!isHtmlBlank(tag[at - 1]) || i >= tag.size() || tag[i] != u'=')
            continue;
        ++i;
        if (i < tag.size() && (tag[i] == u'"' || tag[i] == u'\'')) {
            const qsizetype end = tag.indexOf(tag[i], i + 1);
            return tag.mid(i + 1, (end < 0 ? tag.size() : end) - i - 1).toString();
        }
        qsizetype end = i;
        while (end < tag.size() && !isHtmlBlank(tag[end]))
            ++end;
        return tag.mid(i, end - i).toString();
    }
    return {};
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
            if (c == u'<' && m_at <= m_lastClose)
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
    void readTag()
    {
        if (m_html.mid(m_at).startsWith(u"<!--"))
            return skipPast(u"-->");
        const qsizetype close = m_html.indexOf(u'>', m_at);
        const QStringView tag = m_html.mid(m_at + 1, close - m_at - 1);
        m_at = close + 1;
        const bool closing = tag.startsWith(u'/');
        qsizetype end = closing ? 1 : 0;
        while (end < tag.size() && tag[end].isLetterOrNumber())
            ++end;
        const QString name = tag.mid(closing ? 1 : 0, end - (closing ? 1 : 0)).toString().toLower();
        if (!closing && (name == u"style" || name == u"script" || name == u"head" || name == u"title"))
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
        const qsizetype end = m_html.mid(m_at, longestEntity + 1).indexOf(u';');
        const QStringView name = end > 1 ? m_html.mid(m_at + 1, end - 1) : QStringView();
        const QString text = name.startsWith(u'#') ? numericEntity(name.mid(1)) : namedEntity(name);
        if (text.isEmpty()) {
            put(m_html[m_at++]);
            return;
        }
        m_text += text;
        m_at += end + 1;
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
    bool m_preformatted = false;
};

} // namespace

QString htmlToText(QStringView html)
{
    return HtmlReader(html).read();
}

} // namespace pennypost
