// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/HtmlExport.h"

#include "ui/compose/BlockShape.h"
#include "ui/compose/LineDirection.h"

#include <QTextDocument>
#include <QTextFragment>
#include <QTextList>
#include <QUrl>

#include <vector>

namespace pennypost {

namespace {

constexpr QChar noBreakSpace = u'\u00a0';
constexpr QChar objectReplacement = u'\ufffc';

/// HTML folds blanks: those at a line's start and all but the last of several become no-break ones.
/// HtmlImport turns exactly these back.
QString withKeptBlanks(QString text)
{
    bool lineStart = true;
    for (qsizetype begin = 0; begin < text.size();) {
        if (text[begin] != u' ') {
            lineStart = text[begin] == QChar::LineSeparator;
            ++begin;
            continue;
        }
        qsizetype end = begin;
        while (end < text.size() && text[end] == u' ')
            ++end;
        const qsizetype kept = lineStart ? end : end - 1;
        for (qsizetype at = begin; at < kept; ++at)
            text[at] = noBreakSpace;
        lineStart = false;
        begin = end;
    }
    return text;
}

struct Run
{
    QString text;
    TextMarks marks;
};

/// A block's characters, neighbours of equal marks as one, blanks kept.
std::vector<Run> runsOf(const QTextBlock &block)
{
    const int heading = BlockShape::of(block).heading;
    const QString text = withKeptBlanks(block.text());
    std::vector<Run> runs;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        QString part = text.mid(fragment.position() - block.position(), fragment.length());
        part.remove(objectReplacement);
        if (part.isEmpty())
            continue;
        TextMarks marks = TextMarks::of(fragment.charFormat(), heading);
        if (!isHarmlessLink(marks.link))
            marks.link.clear();
        if (!runs.empty() && runs.back().marks == marks)
            runs.back().text += part;
        else
            runs.push_back({part, marks});
    }
    return runs;
}

QString escaped(const QString &text)
{
    QString out = text;
    // What no XML or HTML text may hold; QTextDocument lets it in by paste.
    out.removeIf([](QChar c) { return (c < u' ' && c != u'\t') || c == u'\ufffe' || c == u'\uffff'; });
    out = out.toHtmlEscaped();
    out.replace(QChar::LineSeparator, QLatin1StringView("<br>"));
    return out;
}

QString inlineHtml(const QTextBlock &block)
{
    QString html;
    for (const Run &run : runsOf(block)) {
        QString piece = escaped(run.text);
        if (run.marks.underline)
            piece = u"<u>" + piece + u"</u>";
        if (run.marks.emphasis)
            piece = u"<em>" + piece + u"</em>";
        if (run.marks.strong)
            piece = u"<strong>" + piece + u"</strong>";
        if (!run.marks.link.isEmpty())
            piece = u"<a href=\"" + run.marks.link.toHtmlEscaped() + u"\">" + piece + u"</a>";
        html += piece;
    }
    return html;
}

QString directionOf(const QTextBlock &block)
{
    // The text's own, not where the caret stands on a line without a letter.
    return LineDirection::ofText(block.text()) == Qt::RightToLeft ? QStringLiteral(" dir=\"rtl\"")
                                                                  : QString();
}

/// Takes the lines in order and keeps track of what is open.
class HtmlWriter
{
public:
    void add(const QTextBlock &block)
    {
        const BlockShape shape = BlockShape::of(block);
        if (shape.quote != m_quote || shape.listDepth == 0)
            closeLists();
        if (shape.quote != m_quote || !shape.isPlain())
            endParagraph();
        moveToQuote(shape.quote);
        if (shape.listDepth > 0)
            addItem(block, shape);
        else if (shape.heading > 0)
            addHeading(block, shape);
        else
            addLine(block);
    }

    QString finish()
    {
        closeLists();
        endParagraph();
        moveToQuote(0);
        return u"<html><body>\n" + m_html + u"</body></html>\n";
    }

private:
    struct OpenList
    {
        int depth;
        bool ordered;
        const QTextList *list;
    };

    void addLine(const QTextBlock &block)
    {
        if (block.text().isEmpty()) {
            // The first empty line after text is the gap that two paragraphs have anyway, if another follows.
            if (m_paragraphOpen || m_gap)
                m_pendingEmpty += 1;
            else
                m_html += QStringLiteral("<p><br></p>\n");
            closeParagraph();
            return;
        }
        if (m_pendingEmpty > 0)
            flushEmpty(m_pendingEmpty - 1);
        if (m_paragraphOpen) {
            m_html += QLatin1StringView("<br>\n");
        } else {
            m_html += u"<p" + directionOf(block) + u">";
            m_paragraphOpen = true;
        }
        m_html += inlineHtml(block);
    }

    void closeParagraph()
    {
        if (m_paragraphOpen)
            m_html += QLatin1StringView("</p>\n");
        m_gap = m_gap || m_paragraphOpen;
        m_paragraphOpen = false;
    }
    void flushEmpty(int lines)
    {
        for (int i = 0; i < lines; ++i)
            m_html += QLatin1StringView("<p><br></p>\n");
        m_pendingEmpty = 0;
    }
    /// Something else follows: what is left of the empty lines has to be said in full.
    void endParagraph()
    {
        closeParagraph();
        flushEmpty(m_pendingEmpty);
        m_gap = false;
    }

    void addHeading(const QTextBlock &block, const BlockShape &shape)
    {
        const QString tag = u'h' + QString::number(shape.heading);
        const QString content = inlineHtml(block);
        m_html += u'<' + tag + directionOf(block) + u'>' +
                  (content.isEmpty() ? QStringLiteral("<br>") : content) + u"</" + tag + u">\n";
    }

    void addItem(const QTextBlock &block, const BlockShape &shape)
    {
        const QTextList *list = block.textList();
        while (!m_lists.empty() && (m_lists.back().depth > shape.listDepth ||
                                    (m_lists.back().depth == shape.listDepth && m_lists.back().list != list)))
            closeList();
        if (!m_lists.empty() && m_lists.back().depth == shape.listDepth) {
            m_html += QLatin1StringView("</li>\n");
        } else {
            m_html += shape.ordered ? QLatin1StringView("<ol>\n") : QLatin1StringView("<ul>\n");
            m_lists.push_back({shape.listDepth, shape.ordered, list});
        }
        m_html += u"<li" + directionOf(block) + u">" + inlineHtml(block);
    }

    void closeList()
    {
        m_html += m_lists.back().ordered ? QLatin1StringView("</li>\n</ol>\n")
                                         : QLatin1StringView("</li>\n</ul>\n");
        m_lists.pop_back();
    }
    void closeLists()
    {
        while (!m_lists.empty())
            closeList();
    }

    void moveToQuote(int depth)
    {
        for (; m_quote < depth; ++m_quote)
            m_html += QLatin1StringView("<blockquote type=\"cite\">\n");
        for (; m_quote > depth; --m_quote)
            m_html += QLatin1StringView("</blockquote>\n");
    }

    QString m_html;
    std::vector<OpenList> m_lists;
    int m_quote = 0;
    int m_pendingEmpty = 0;
    bool m_paragraphOpen = false;
    bool m_gap = false; ///< a paragraph stands before, in the same surroundings
};

QString plainLine(const QTextBlock &block)
{
    QString line;
    QString text = block.text();
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        QString part = text.mid(fragment.position() - block.position(), fragment.length());
        part.remove(objectReplacement);
        line += part;
        const QString link = TextMarks::of(fragment.charFormat(), 0).link;
        // A link of several fragments is named once, after the last of them.
        auto next = it;
        ++next;
        const bool goesOn = !next.atEnd() && TextMarks::of(next.fragment().charFormat(), 0).link == link;
        if (link.isEmpty() || goesOn || !isHarmlessLink(link))
            continue;
        if (!line.endsWith(link) && u"mailto:" + part != link && u"https://" + part != link)
            line += u" <" + link + u">";
    }
    return line;
}

} // namespace

QString exportHtml(const QTextDocument &document)
{
    HtmlWriter writer;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        writer.add(block);
    return writer.finish();
}

QString exportPlainText(const QTextDocument &document)
{
    QStringList lines;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const BlockShape shape = BlockShape::of(block);
        const QString quote = QStringLiteral("> ").repeated(shape.quote);
        QString marker;
        if (shape.listDepth > 0) {
            marker = QString(qsizetype(shape.listDepth - 1) * 3, u' ');
            marker += shape.ordered ? QString::number(block.textList()->itemNumber(block) + 1) + u". "
                                    : QStringLiteral("- ");
        }
        QString first = quote + marker;
        for (const QString &line : plainLine(block).split(QChar::LineSeparator)) {
            lines.append(first + line);
            first = quote + QString(marker.size(), u' ');
        }
    }
    return lines.join(u'\n');
}

bool hasFormatting(const QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (BlockShape::of(block) != BlockShape{})
            return true;
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (!TextMarks::of(it.fragment().charFormat(), 0).isNone())
                return true;
        }
    }
    return false;
}

bool isHarmlessLink(const QString &address)
{
    static const QStringList schemes{QStringLiteral("http"), QStringLiteral("https"),
                                     QStringLiteral("mailto"), QStringLiteral("tel"), QStringLiteral("ftp")};
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() && schemes.contains(url.scheme().toLower());
}

} // namespace pennypost
