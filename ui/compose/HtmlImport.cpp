// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/HtmlImport.h"

#include "core/mime/HtmlToText.h"
#include "ui/compose/BlockShape.h"
#include "ui/compose/HtmlExport.h"

#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>
#include <QXmlStreamReader>

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace pennypost {

namespace {

struct Run
{
    QString text;
    TextMarks marks;
};

struct Line
{
    BlockShape shape;
    int list = 0; ///< which one, from 1
    std::vector<Run> runs;
};

/// The reverse of HtmlExport's withKeptBlanks(): a no-break space among blanks or at a line's start was one.
void restoreBlanks(Line &line)
{
    const auto isBlank = [](QChar c) { return c == u' ' || c == u'\u00a0'; };
    std::vector<QChar *> characters;
    for (Run &run : line.runs) {
        for (QChar &c : run.text)
            characters.push_back(&c);
    }
    for (size_t begin = 0; begin < characters.size();) {
        size_t end = begin;
        while (end < characters.size() && isBlank(*characters[end]))
            ++end;
        const bool lineStart = begin == 0 || *characters[begin - 1] == QChar::LineSeparator;
        if (end - begin > 1 || (end > begin && lineStart)) {
            for (size_t at = begin; at < end; ++at)
                *characters[at] = u' ';
        }
        begin = end + 1;
    }
}

/// Reads exportHtml()'s subset into lines; gives up on anything else.
class LeanReader
{
public:
    std::optional<std::vector<Line>> read(QString html)
    {
        // The only tag of ours that isn't XML; a "<br>" in a text is escaped, so this meets tags alone.
        html.replace(QLatin1StringView("<br>"), QLatin1StringView("<br/>"));
        QXmlStreamReader xml(html);
        while (!xml.atEnd()) {
            switch (xml.readNext()) {
            case QXmlStreamReader::StartElement:
                if (!open(xml.name(), xml.attributes().value(QLatin1StringView("href")).toString()))
                    return std::nullopt;
                break;
            case QXmlStreamReader::EndElement:
                close(xml.name());
                break;
            case QXmlStreamReader::Characters:
                addText(xml.text().toString());
                break;
            default:
                break;
            }
        }
        if (xml.hasError())
            return std::nullopt;
        for (Line &line : m_lines)
            restoreBlanks(line);
        return std::move(m_lines);
    }

private:
    bool open(QStringView name, const QString &link)
    {
        if (name == u"html" || name == u"body")
            return true;
        if (name == u"p")
            return beginParagraph();
        if (name == u"br")
            return breakLine();
        if (name == u"blockquote") {
            ++m_quote;
            m_hadParagraph = false;
            return true;
        }
        if (name == u"ul" || name == u"ol") {
            m_lists.push_back({name == u"ol", ++m_listCount});
            m_hadParagraph = false;
            return true;
        }
        if (name == u"li" && !m_lists.empty())
            return beginLine({m_quote, 0, int(m_lists.size()), m_lists.back().ordered},
                             m_lists.back().number);
        if (name.size() == 2 && name[0] == u'h' && name[1] >= u'1' && name[1] <= u'6')
            return beginLine({m_quote, name[1].digitValue(), 0, false}, 0);
        return openMarks(name, link);
    }

    bool openMarks(QStringView name, const QString &link)
    {
        TextMarks marks = m_marks.empty() ? TextMarks{} : m_marks.back();
        if (name == u"strong")
            marks.strong = true;
        else if (name == u"em")
            marks.emphasis = true;
        else if (name == u"u")
            marks.underline = true;
        else if (name == u"a" && isHarmlessLink(link))
            marks.link = link;
        else
            return false;
        m_marks.push_back(marks);
        return true;
    }

    void close(QStringView name)
    {
        if (name == u"p") {
            m_inParagraph = false;
            m_inLine = false;
        } else if (name == u"blockquote") {
            --m_quote;
            m_hadParagraph = false;
        } else if (name == u"ul" || name == u"ol") {
            m_lists.pop_back();
            m_inLine = false;
        } else if (name == u"li" || (name.size() == 2 && name[0] == u'h' && name != u"hr")) {
            m_inLine = false;
        } else if (!m_marks.empty() && name != u"br" && name != u"html" && name != u"body") {
            m_marks.pop_back();
        }
    }

    bool beginParagraph()
    {
        if (m_inLine)
            return false; // <li><p> and their like are none of ours
        m_inParagraph = true;
        m_paragraphEmpty = true;
        m_firstOfParagraph = m_lines.size();
        return beginLine({m_quote, 0, 0, false}, 0, false);
    }

    bool beginLine(const BlockShape &shape, int list, bool endsParagraphs = true)
    {
        if (m_inLine && shape.listDepth == 0)
            return false;
        if (endsParagraphs)
            m_hadParagraph = false;
        m_lines.push_back({shape, list, {}});
        m_inLine = true;
        return true;
    }

    bool breakLine()
    {
        if (!m_inLine)
            return false;
        if (!m_inParagraph) {
            // A heading or item stays one block; <hN><br></hN> is how an empty one is written.
            if (m_lines.back().shape.heading == 0 || !m_lines.back().runs.empty())
                appendRun(QString(QChar::LineSeparator));
            return true;
        }
        // <p><br></p> is one empty line, which it has already.
        if (!m_paragraphEmpty)
            m_lines.push_back({{m_quote, 0, 0, false}, 0, {}});
        return true;
    }

    void addText(QString text)
    {
        if (!m_inLine)
            return;         // between the tags
        text.remove(u'\n'); // the writer's own; a block holds none
        if (text.isEmpty())
            return;
        if (m_inParagraph && m_paragraphEmpty) {
            m_paragraphEmpty = false;
            if (m_hadParagraph) // the gap between two paragraphs is an empty line
                m_lines.insert(m_lines.begin() + qsizetype(m_firstOfParagraph),
                               Line{{m_quote, 0, 0, false}, 0, {}});
            m_hadParagraph = true;
        }
        appendRun(text);
    }

    void appendRun(const QString &text)
    {
        const TextMarks marks = m_marks.empty() ? TextMarks{} : m_marks.back();
        std::vector<Run> &runs = m_lines.back().runs;
        if (!runs.empty() && runs.back().marks == marks)
            runs.back().text += text;
        else
            runs.push_back({text, marks});
    }

    struct OpenList
    {
        bool ordered;
        int number;
    };
    std::vector<Line> m_lines;
    std::vector<OpenList> m_lists;
    std::vector<TextMarks> m_marks;
    int m_quote = 0;
    int m_listCount = 0;
    size_t m_firstOfParagraph = 0;
    bool m_inLine = false;
    bool m_inParagraph = false;
    bool m_paragraphEmpty = false;
    bool m_hadParagraph = false;
};

void fill(QTextDocument &document, const std::vector<Line> &lines)
{
    document.clear();
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    std::map<int, QTextList *> lists;
    bool first = true;
    for (const Line &line : lines) {
        if (first)
            cursor.setBlockFormat(line.shape.blockFormat());
        else
            cursor.insertBlock(line.shape.blockFormat(), line.shape.charFormat());
        first = false;
        // A block inserted after an item begins in its list.
        if (QTextList *inherited = cursor.currentList(); inherited && line.list == 0)
            inherited->remove(cursor.block());
        if (line.list > 0) {
            QTextList *&list = lists[line.list];
            if (list)
                list->add(cursor.block());
            else
                list = cursor.createList(line.shape.listFormat());
        }
        cursor.setBlockCharFormat(line.shape.charFormat());
        for (const Run &run : line.runs)
            cursor.insertText(run.text, run.marks.charFormat(line.shape));
    }
    cursor.endEditBlock();
}

/// Renders foreign HTML without fetching what it points to.
class DeafDocument : public QTextDocument
{
public:
    DeafDocument() { setUndoRedoEnabled(false); }

protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace

QString leanHtml(const QString &foreign)
{
    constexpr qreal quoteMargin = 40; // what Qt gives a <blockquote>
    constexpr qreal paragraphMargin = 6;
    constexpr qreal deepestQuote = 20; // a margin may be anything
    DeafDocument document;
    if (nestsTooDeep(foreign)) {
        document.setPlainText(htmlToText(foreign).trimmed());
        return exportHtml(document);
    }
    document.setHtml(foreign);

    // From the end, so that inserted lines don't meet the loop again.
    for (QTextBlock block = document.lastBlock(); block.isValid(); block = block.previous()) {
        const QTextBlockFormat before = block.blockFormat();
        const QTextBlock above = block.previous();
        const bool inList = block.textList();
        BlockShape shape = BlockShape::of(block);
        shape.quote = int(std::clamp(before.leftMargin() / quoteMargin, 0.0, deepestQuote));
        QTextCursor cursor(block);
        QTextBlockFormat plain = shape.blockFormat();
        if (inList)
            plain.setObjectIndex(block.textList()->objectIndex()); // or it would leave its list
        cursor.setBlockFormat(plain);
        const bool apart =
            !inList && shape.heading == 0 && above.isValid() && !above.textList() &&
            above.blockFormat().headingLevel() == 0 && !block.text().isEmpty() && !above.text().isEmpty() &&
            (before.topMargin() >= paragraphMargin || above.blockFormat().bottomMargin() >= paragraphMargin);
        if (apart) {
            cursor.movePosition(QTextCursor::StartOfBlock);
            cursor.insertBlock();
            block = cursor.block().previous();
            QTextCursor(block).setBlockFormat(shape.blockFormat());
        }
    }
    return exportHtml(document);
}

void importHtml(const QString &html, QTextDocument &document)
{
    auto lines = LeanReader().read(html);
    if (!lines)
        lines = LeanReader().read(leanHtml(html));
    fill(document, lines && !lines->empty() ? *lines : std::vector<Line>{Line{}});
}

void importPlainText(const QString &text, QTextDocument &document)
{
    std::vector<Line> lines;
    for (const QString &line : text.split(u'\n'))
        lines.push_back({{}, 0, {Run{line, {}}}});
    fill(document, lines);
}

QTextDocumentFragment fragmentFromHtml(const QString &html)
{
    QTextDocument document;
    importHtml(html, document);
    return QTextDocumentFragment(&document);
}

} // namespace pennypost
