// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/MimeParser.h"

#include "core/mime/Charset.h"
#include "core/mime/FlowedText.h"
#include "core/mime/LetterPrelude.h"
#include "core/mime/LineReader.h"
#include "core/mime/ReceivedHeader.h"
#include "core/mime/TransferDecoder.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace pennypost {

namespace {

constexpr qsizetype portion = qsizetype(64) * 1024;
constexpr qsizetype noParent = -1;
constexpr QByteArrayView letterType = "message/rfc822";
constexpr QByteArrayView textType = "text/plain";

/// A field costs more memory than its octets.
constexpr qint64 fieldCost = 64;

/// Walks the letter once, line by line. Parts lie in one flat row with their parents' numbers and become a
/// tree at the very end; those that are open, multiparts and letters within the letter, lie on a stack. So
/// nothing recurses, however the input nests.
class LetterReader
{
public:
    LetterReader(QIODevice &device, const MimeLimits &limits) : m_lines(device), m_limits(limits) {}

    Result<ReceivedPart, MimeParseError> read()
    {
        begin(noParent);
        while (nextLine()) {
            if (m_inHeader)
                takeHeaderLine();
            else
                takeBodyLine();
            if (m_current == 0 && m_headerOctets > m_limits.headerOctets)
                return Failure{MimeParseError::HeaderTooLong};
        }
        if (m_lines.failed())
            return Failure{MimeParseError::CannotRead};
        if (m_inHeader)
            endHeader(m_inPrelude && m_blankEnd > 0 ? m_blankEnd : m_lines.end(), End::CutShort);
        closeDownTo(0, m_lines.end());
        return tree();
    }

private:
    struct Node
    {
        ReceivedPart part;
        qsizetype parent;
    };
    /// A multipart that has not met its closing boundary, or a letter within it.
    struct Open
    {
        qsizetype node;
        QByteArray delimiter; ///< with its two hyphens; a letter has none
    };
    /// How a header ends: by its blank line, or where something else began or nothing came.
    enum class End { ByBlankLine, CutShort };

    /// Of a body no other line matters than those that may be a boundary.
    bool nextLine()
    {
        if (m_inHeader)
            return m_lines.next(headerRoom());
        const bool found = m_lines.nextBeginningBy('-');
        if (m_lines.endLengthPassed() > 0)
            m_lastLineEnd = m_lines.endLengthPassed();
        return found;
    }

    /// What of a line may still be needed; that it is a boundary is seen however long the header was.
    qsizetype headerRoom() const
    {
        return std::max(qsizetype(m_limits.headerOctets - m_headerOctets) + 1, LineReader::shortKept);
    }

    void begin(qsizetype parent)
    {
        m_current = qsizetype(m_nodes.size());
        m_nodes.push_back({{}, parent});
        m_inHeader = true;
        m_headerOctets = 0;
        m_headerLineEnd = 0;
        m_rawField.clear();
    }

    void beginLetter(qsizetype parent)
    {
        begin(parent);
        m_inPrelude = true;
        m_prelude = {};
        m_blankEnd = 0;
    }

    void takeHeaderLine()
    {
        const int lineEndAhead = std::exchange(m_headerLineEnd, m_lines.endLength());
        QByteArrayView line = m_lines.text();
        m_headerOctets += m_lines.end() - m_lines.start();
        if (m_lines.start() == 0)
            line = line.sliced(LetterPrelude::markLength(line));
        if (m_inPrelude && isPrelude(line))
            return;
        const bool first = std::exchange(m_inPrelude, false);
        const bool folded = line.startsWith(' ') || line.startsWith('\t');
        if (m_lines.length() == 0) {
            endHeader(m_lines.end(), End::ByBlankLine);
        } else if (boundaryAt(line)) {
            // A part cut short before its blank line.
            endHeader(m_lines.start(), End::CutShort);
            m_lastLineEnd = lineEndAhead;
            takeBodyLine();
        } else if (m_full || m_headerOctets > m_limits.headerOctets) {
            m_nodes[size_t(m_current)].part.isCut = true;
        } else if (folded && !m_rawField.isEmpty()) {
            m_rawField.append(line).append("\r\n");
        } else if (!line.contains(':')) {
            // No field: somebody forgot the blank line, or meant the one ahead.
            endHeader(first && m_blankEnd > 0 ? m_blankEnd : m_lines.start(), End::CutShort);
            takeBodyLine();
        } else {
            endField();
            m_rawField = line.toByteArray() + "\r\n";
        }
    }

    bool isPrelude(QByteArrayView line)
    {
        const auto kind = m_prelude.take(line);
        // A file may begin with blank lines; within a letter they are what they are.
        const bool blank =
            kind == LetterPrelude::Line::Blank && m_current == 0 && m_lines.length() <= LineReader::shortKept;
        if (blank && m_blankEnd == 0)
            m_blankEnd = m_lines.end();
        return blank || kind == LetterPrelude::Line::Separator;
    }

    void endField()
    {
        if (m_rawField.isEmpty())
            return;
        m_allHeaderOctets += m_rawField.size() + fieldCost;
        m_full = m_full || m_allHeaderOctets > m_limits.allHeaderOctets;
        ReceivedField field = receivedField(m_rawField);
        if (!field.name.isEmpty())
            m_nodes[size_t(m_current)].part.header.append(std::move(field));
        m_rawField.clear();
    }

    void endHeader(qint64 bodyStart, End how)
    {
        endField();
        m_inHeader = false;
        m_lastLineEnd = 0;
        Node &node = m_nodes[size_t(m_current)];
        ReceivedPart &part = node.part;
        part.bodyOffset = bodyStart;
        part.bodyLength = -1;
        const QByteArray boundary = readContentFields(part, isInDigest(node) ? letterType : textType);
        const bool opensLetter =
            part.isLetter() && how == End::ByBlankLine && TransferDecoder(part.transferEncoding).isIdentity();
        const bool opensMultipart = !boundary.isEmpty() && boundary.size() < LineReader::shortKept - 4;
        if (!opensLetter && !opensMultipart)
            return;
        const bool isTooMuch = qsizetype(m_open.size()) >= m_limits.depth || (opensLetter && isFull());
        part.isCut = part.isCut || isTooMuch;
        if (isTooMuch)
            return;
        m_open.push_back({m_current, opensLetter ? QByteArray() : QByteArray("--" + boundary)});
        if (opensLetter)
            beginLetter(m_current);
    }

    /// RFC 2046 5.1.5: what says nothing of its type there is a letter.
    bool isInDigest(const Node &node) const
    {
        return node.parent != noParent && m_nodes[size_t(node.parent)].part.mimeType == "multipart/digest";
    }

    bool isFull() const { return m_full || qsizetype(m_nodes.size()) >= m_limits.parts; }

    void takeBodyLine()
    {
        const auto found = boundaryAt(m_lines.text());
        if (!found) {
            m_lastLineEnd = m_lines.endLength();
            return;
        }
        const auto [level, closing] = *found;
        const qint64 contentEnd = m_lines.start() - m_lastLineEnd;
        closeDownTo(level + 1, contentEnd);
        m_lastLineEnd = 0;
        if (closing) {
            closeDownTo(level, m_lines.end());
        } else if (isFull()) {
            m_current = m_open[level].node; // whose end is looked for all the same
            m_nodes[size_t(m_current)].part.isCut = true;
        } else {
            begin(m_open[level].node);
        }
    }

    struct Boundary
    {
        size_t level;
        bool closing;
    };

    /// The open multipart whose delimiter this line is, the innermost first.
    std::optional<Boundary> boundaryAt(QByteArrayView line) const
    {
        if (!line.startsWith("--"))
            return std::nullopt;
        for (size_t level = m_open.size(); level-- > 0;) {
            const QByteArray &delimiter = m_open[level].delimiter;
            if (delimiter.isEmpty() || !line.startsWith(delimiter))
                continue;
            const QByteArrayView rest = line.sliced(delimiter.size()).trimmed();
            if (rest.isEmpty() || rest == "--")
                return Boundary{level, !rest.isEmpty()};
        }
        return std::nullopt;
    }

    /// Ends the part at hand and all multiparts above `level` at `contentEnd`.
    void closeDownTo(size_t level, qint64 contentEnd)
    {
        // A multipart at hand is still in its preamble: it ends with the others below, or not yet.
        if (m_open.empty() || m_open.back().node != m_current)
            end(m_current, contentEnd);
        while (m_open.size() > level) {
            end(m_open.back().node, contentEnd);
            m_open.pop_back();
        }
    }

    void end(qsizetype node, qint64 contentEnd)
    {
        ReceivedPart &part = m_nodes[size_t(node)].part;
        if (part.bodyLength >= 0)
            return;
        // A header that a boundary cut short ends with its last line, whose end is the boundary's.
        part.bodyOffset = std::min(part.bodyOffset, contentEnd);
        part.bodyLength = contentEnd - part.bodyOffset;
    }

    ReceivedPart tree()
    {
        // From the last to the first: when a part is handed to its parent, its own children are all there.
        for (size_t i = m_nodes.size(); i-- > 0;) {
            Node &node = m_nodes[i];
            std::reverse(node.part.children.begin(), node.part.children.end());
            if (node.parent != noParent)
                m_nodes[size_t(node.parent)].part.children.append(std::move(node.part));
        }
        return std::move(m_nodes.front().part);
    }

    LineReader m_lines;
    MimeLimits m_limits;
    std::vector<Node> m_nodes;
    std::vector<Open> m_open;
    qsizetype m_current = 0;
    QByteArray m_rawField;
    bool m_inHeader = true;
    bool m_inPrelude = true; ///< nothing of the letter, or of the one within, has come yet
    LetterPrelude m_prelude;
    qint64 m_blankEnd = 0; ///< where the body begins if those blank lines are ahead of no header
    bool m_full = false;   ///< no more fields or parts are taken
    qint64 m_headerOctets = 0;
    qint64 m_allHeaderOctets = 0;
    int m_headerLineEnd = 0; ///< as m_lastLineEnd, within a header
    int m_lastLineEnd = 0;   ///< length of the line end ahead: it belongs to the boundary
};

/// Hands out the part's raw octets in portions until `take` has enough or they end; false if the device
/// fails.
template<class Take>
bool eachPortion(QIODevice &device, const ReceivedPart &part, Take take)
{
    if (!device.seek(part.bodyOffset))
        return false;
    QByteArray buffer(portion, Qt::Uninitialized);
    for (qint64 left = part.bodyLength; left > 0;) {
        const qint64 count = device.read(buffer.data(), std::min<qint64>(left, portion));
        if (count <= 0)
            return false;
        left -= count;
        if (!take(QByteArrayView(buffer.constData(), count)))
            break;
    }
    return true;
}

} // namespace

QString ReceivedPart::field(QByteArrayView name) const
{
    const auto found = std::find_if(header.begin(), header.end(), [&](const ReceivedField &candidate) {
        return name.compare(candidate.name, Qt::CaseInsensitive) == 0;
    });
    return found == header.end() ? QString() : found->value;
}

Result<ReceivedPart, MimeParseError> parseMime(QIODevice &device, const MimeLimits &limits)
{
    if (!device.isReadable() || !device.seek(0))
        return Failure{MimeParseError::CannotRead};
    return LetterReader(device, limits).read();
}

QByteArray decodedBytes(QIODevice &device, const ReceivedPart &part, qint64 limit)
{
    QByteArray bytes;
    TransferDecoder decoder(part.transferEncoding);
    eachPortion(device, part, [&](QByteArrayView octets) {
        bytes += decoder.decode(octets);
        return bytes.size() < limit;
    });
    if (bytes.size() < limit)
        bytes += decoder.finish();
    bytes.truncate(std::min<qint64>(bytes.size(), std::max<qint64>(limit, 0)));
    return bytes;
}

QString decodedText(QIODevice &device, const ReceivedPart &part, qint64 limit)
{
    const QByteArray octets = decodedBytes(device, part, limit);
    const TextEnd end = octets.size() < limit ? TextEnd::Whole : TextEnd::CutOff;
    QString text = textFrom(octets, part.charset, end);
    text.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n"));
    return part.isFlowed ? unflowed(text, part.delSp) : text;
}

bool copyDecoded(QIODevice &device, const ReceivedPart &part, QIODevice &sink)
{
    TransferDecoder decoder(part.transferEncoding);
    bool written = true;
    const bool read = eachPortion(device, part, [&](QByteArrayView octets) {
        const QByteArray bytes = decoder.decode(octets);
        written = sink.write(bytes) == bytes.size();
        return written;
    });
    if (!read || !written)
        return false;
    const QByteArray rest = decoder.finish();
    return sink.write(rest) == rest.size();
}

} // namespace pennypost
