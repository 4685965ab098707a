// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/FlowedText.h"

#include <QList>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace pennypost {

namespace {

constexpr qsizetype width = 72; ///< RFC 3676 4.2: 78 at most, and some readers quote it once more
constexpr QStringView signatureLine = u"-- ";

bool isWide(QChar::Script script)
{
    switch (script) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

/// Has a script without blanks between words.
bool writesNoBlanks(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return isWide(c.script()); });
}

/// A column for most characters and two for those of East Asia.
qsizetype columnsOf(QStringView text)
{
    qsizetype columns = 0;
    for (const QChar c : text)
        columns += c.isLowSurrogate() ? 0 : isWide(c.script()) || c.isHighSurrogate() ? 2 : 1;
    return columns;
}

/// Depth and what is quoted, of ">> text" or "> > text".
struct Quoted
{
    qsizetype depth;
    QStringView text;
};

Quoted splitQuote(QStringView line)
{
    Quoted quoted{0, line};
    while (quoted.text.startsWith(u'>')) {
        ++quoted.depth;
        quoted.text = quoted.text.sliced(1);
        if (quoted.text.startsWith(u" >"))
            quoted.text = quoted.text.sliced(1);
    }
    if (quoted.depth > 0 && quoted.text.startsWith(u' '))
        quoted.text = quoted.text.sliced(1);
    return quoted;
}

bool needsStuffing(QStringView line)
{
    return line.startsWith(u' ') || line.startsWith(u'>') || line.startsWith(u"From ");
}

class Writer
{
public:
    explicit Writer(bool delSp) : m_delSp(delSp) {}

    void paragraph(QStringView line)
    {
        const Quoted quoted = splitQuote(line);
        m_prefix = QString(quoted.depth, u'>');
        QStringView text = quoted.text;
        if (text == signatureLine)
            return put(text, false);
        while (text.endsWith(u' '))
            text.chop(1);
        breakUp(text);
    }

    QString finish(bool endsLine)
    {
        if (!endsLine && m_text.endsWith(u'\n'))
            m_text.chop(1);
        return std::move(m_text);
    }

private:
    void breakUp(QStringView text)
    {
        const qsizetype room = std::max<qsizetype>(width - m_prefix.size() - 2, width / 2);
        if (columnsOf(text) <= room)
            return put(text, false);
        QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
        qsizetype start = 0;
        qsizetype fits = 0;
        qsizetype columns = 0;
        for (qsizetype from = 0; from < text.size();) {
            const qsizetype next = finder.toNextBoundary();
            const qsizetype to = next < 0 ? text.size() : next;
            const QStringView word = text.sliced(from, to - from);
            // A break must not be taken for the text's own blank, nor may a line begin by one.
            const bool mayBreak = from > 0 && (text[from - 1] == u' ' || m_delSp) && word.front() != u' ';
            if (mayBreak)
                fits = from;
            const qsizetype wordColumns = columnsOf(word);
            const bool isSignature = fits > start && isSignatureWhenBroken(text.sliced(start, fits - start));
            if (columns + wordColumns > room && fits > start && !isSignature) {
                put(text.sliced(start, fits - start), true);
                columns = columnsOf(text.sliced(fits, from - fits));
                start = fits;
            }
            columns += wordColumns;
            from = to;
        }
        put(text.sliced(start), false);
    }

    /// A line that would be taken for the signature's separator (RFC 3676 4.3), its break's own blank with
    /// it.
    bool isSignatureWhenBroken(QStringView piece) const
    {
        return piece == signatureLine || (m_delSp && piece == signatureLine.chopped(1));
    }

    void put(QStringView line, bool isSoft)
    {
        m_text += m_prefix;
        if (needsStuffing(line) || (!m_prefix.isEmpty() && !line.isEmpty()))
            m_text += u' ';
        m_text += line;
        if (isSoft && m_delSp)
            m_text += u' ';
        m_text += u'\n';
    }

    bool m_delSp;
    QString m_prefix;
    QString m_text;
};

} // namespace

FlowedText flowed(const QString &text)
{
    FlowedText made;
    made.delSp = writesNoBlanks(text);
    Writer writer(made.delSp);
    QStringView rest = text;
    const bool endsLine = rest.endsWith(u'\n');
    if (endsLine)
        rest.chop(1);
    if (!text.isEmpty()) {
        for (const QStringView line : rest.split(u'\n'))
            writer.paragraph(line);
    }
    made.text = writer.finish(endsLine);
    return made;
}

QString unflowed(const QString &text, bool delSp)
{
    QString made;
    qsizetype openDepth = -1; // of a paragraph that goes on
    QStringView rest = text;
    const bool endsLine = rest.endsWith(u'\n');
    if (endsLine)
        rest.chop(1);
    if (text.isEmpty())
        return made;
    const auto lines = rest.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QStringView line = lines[i];
        qsizetype depth = 0;
        while (depth < line.size() && line[depth] == u'>')
            ++depth;
        line = line.sliced(depth);
        if (line.startsWith(u' '))
            line = line.sliced(1); // it was stuffed
        const bool isSignature = line == signatureLine;
        // RFC 3676 4.5: whose depth changes does not go on, whatever stands at its end.
        const bool goesOn = openDepth == depth && !isSignature;
        if (!goesOn) {
            if (i > 0)
                made += u'\n';
            made += QString(depth, u'>');
            if (depth > 0 && !line.isEmpty())
                made += u' ';
        }
        const bool isFlowed = line.endsWith(u' ') && !isSignature;
        made += isFlowed && delSp ? line.chopped(1) : line;
        openDepth = isFlowed ? depth : -1;
    }
    if (endsLine)
        made += u'\n';
    return made;
}

} // namespace pennypost
