// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/EmlSource.h"

#include "core/mime/MimeBuilder.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {

constexpr qsizetype portion = qsizetype(256) * 1024;
constexpr qsizetype longestLine = 998;

/// Before the colon, without the blanks that old letters have there (RFC 5322 4.5); empty if it is no name.
QByteArrayView fieldName(QByteArrayView line)
{
    QByteArrayView name = line.first(std::max<qsizetype>(line.indexOf(':'), 0));
    while (name.endsWith(' ') || name.endsWith('\t'))
        name.chop(1);
    const bool sound = std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7f; });
    return sound ? name : QByteArrayView();
}

bool isHiddenName(QByteArrayView name)
{
    return name.compare("bcc", Qt::CaseInsensitive) == 0 ||
           name.compare("resent-bcc", Qt::CaseInsensitive) == 0;
}

bool hasEightBit(QByteArrayView line)
{
    return std::any_of(line.begin(), line.end(), [](char c) { return uchar(c) > 0x7f; });
}

} // namespace

EmlSource::EmlSource(FileStamp stamp) : m_file(stamp), m_path(std::move(stamp.path)) {}

Result<void, MimeError> EmlSource::survey()
{
    for (;;) {
        if (auto taken = nextLine(); !taken)
            return taken;
        if (m_line.isEmpty())
            break;
        m_size += m_line.size();
        if (hasEightBit(m_line))
            (m_place == Place::Body ? m_eightBitBody : m_utf8Headers) = true;
    }
    rewind();
    return {};
}

Result<qsizetype, MimeError> EmlSource::read(std::span<char> buffer)
{
    if (m_error)
        return Failure{*m_error};
    qsizetype filled = 0;
    while (filled < qsizetype(buffer.size())) {
        if (m_lineAt == m_line.size()) {
            if (auto taken = nextLine(); !taken) {
                m_error = taken.error();
                return Failure{*m_error};
            }
            if (m_line.isEmpty())
                break;
        }
        const qsizetype count =
            std::min<qsizetype>(qsizetype(buffer.size()) - filled, m_line.size() - m_lineAt);
        std::copy_n(m_line.constData() + m_lineAt, count, buffer.data() + filled);
        m_lineAt += count;
        filled += count;
    }
    m_delivered += filled;
    // Same size and time as surveyed, yet other line ends: only a file rewritten in place gets here.
    if (m_delivered > m_size || (filled == 0 && m_delivered < m_size)) {
        m_error = error(MimeError::Kind::FileChanged);
        return Failure{*m_error};
    }
    return filled;
}

void EmlSource::rewind()
{
    m_file.rewind();
    m_rawAt = m_rawEnd = 0;
    m_line.clear();
    m_lineAt = 0;
    m_lineNumber = m_delivered = 0;
    m_place = Place::Prelude;
    m_prelude = {};
    m_hiding = false;
    m_field.clear();
    m_error.reset();
}

Result<void, MimeError> EmlSource::nextLine()
{
    do {
        if (auto taken = takeFileLine(); !taken)
            return taken;
        if (m_place == Place::Body)
            return {};
        const bool first = m_place == Place::Prelude;
        if (m_line.isEmpty() && first)
            return Failure{error(MimeError::Kind::NoHeader)};
        if (m_line.isEmpty())
            return {};
        if (first && m_prelude.take(m_line) != LetterPrelude::Line::OfLetter)
            continue;
        if (auto taken = takeFieldLine(first); !taken)
            return taken;
    } while (m_place == Place::Prelude || m_hiding);
    return {};
}

Result<void, MimeError> EmlSource::takeFieldLine(bool first)
{
    m_place = Place::Header;
    if (m_line == "\r\n") {
        m_place = Place::Body;
        m_hiding = false;
        return {};
    }
    const bool folded = !first && (m_line.startsWith(' ') || m_line.startsWith('\t'));
    if (folded)
        return checkFieldLine();
    m_field = fieldName(m_line).toByteArray();
    if (m_field.isEmpty())
        return Failure{error(MimeError::Kind::NoHeader)};
    m_hiding = isHiddenName(m_field);
    return checkFieldLine();
}

/// Of a hidden field too: its addresses count, though it does not go out.
Result<void, MimeError> EmlSource::checkFieldLine() const
{
    if (m_line.isValidUtf8())
        return {};
    MimeError notUtf8 = error(MimeError::Kind::HeaderNotUtf8);
    notUtf8.field = QString::fromLatin1(m_field);
    return Failure{notUtf8};
}

Result<void, MimeError> EmlSource::takeFileLine()
{
    m_line.resize(0); // keeps its memory, unlike clear()
    m_lineAt = 0;
    bool ended = false;
    while (!ended) {
        if (m_rawAt == m_rawEnd) {
            if (auto filled = refill(); !filled)
                return filled;
            if (m_rawEnd == 0)
                break;
        }
        const QByteArrayView rest = QByteArrayView(m_raw).sliced(m_rawAt, m_rawEnd - m_rawAt);
        const qsizetype end = rest.indexOf('\n');
        ended = end >= 0;
        const qsizetype count = ended ? end : rest.size();
        // One CR more than a line may have is the one ahead of LF.
        if (m_line.size() + count > longestLine + 1) {
            ++m_lineNumber;
            return Failure{error(MimeError::Kind::BadEncoding)};
        }
        m_line.append(rest.first(count));
        m_rawAt += count + (ended ? 1 : 0);
    }
    if (m_line.isEmpty() && !ended)
        return {};
    if (++m_lineNumber == 1)
        m_line.remove(0, LetterPrelude::markLength(m_line));
    if (ended && m_line.endsWith('\r'))
        m_line.chop(1);
    if (m_line.size() > longestLine || m_line.contains('\r') || m_line.contains('\0'))
        return Failure{error(MimeError::Kind::BadEncoding)};
    m_line += "\r\n";
    return {};
}

Result<void, MimeError> EmlSource::refill()
{
    if (m_raw.isEmpty())
        m_raw.resize(portion);
    m_rawAt = m_rawEnd = 0;
    const auto count = m_file.read({m_raw.data(), size_t(m_raw.size())});
    if (!count)
        return Failure{count.error()};
    m_rawEnd = *count;
    return {};
}

MimeError EmlSource::error(MimeError::Kind kind) const
{
    const bool numbered = kind == MimeError::Kind::BadEncoding || kind == MimeError::Kind::HeaderNotUtf8 ||
                          (kind == MimeError::Kind::NoHeader && !m_line.isEmpty());
    return {kind, m_path, numbered ? QString::number(m_lineNumber) : QString()};
}

Result<std::unique_ptr<MimeSource>, MimeError> openEml(const QString &path)
{
    const QFileInfo file(path);
    auto source = std::make_unique<EmlSource>(FileStamp{path, file.size(), file.lastModified()});
    if (auto surveyed = source->survey(); !surveyed)
        return Failure{surveyed.error()};
    return source;
}

} // namespace pennypost
