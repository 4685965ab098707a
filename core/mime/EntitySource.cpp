// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/EntitySource.h"

#include <QByteArrayList>

#include <algorithm>
#include <optional>
#include <utility>

namespace pennypost {

namespace {

constexpr qsizetype portion = qsizetype(256) * 1024;
constexpr qsizetype longestHeader = qsizetype(64) * 1024;
constexpr qint64 longestLine = 998;

bool isContentField(QByteArrayView name)
{
    constexpr QByteArrayView begin("content-");
    return name.size() > begin.size() && name.first(begin.size()).compare(begin, Qt::CaseInsensitive) == 0 &&
           std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

/// The fields that may stand below a letter's own header; nothing if there is another one.
std::optional<QByteArray> fieldsOf(const QByteArrayList &lines)
{
    QByteArray fields;
    int types = 0;
    bool keeps = true;
    for (const QByteArray &line : lines) {
        const bool goesOn = line.startsWith(' ') || line.startsWith('\t');
        // A line of blanks alone is to some programs the header's end.
        if (goesOn && ((fields.isEmpty() && keeps) || line.trimmed().isEmpty()))
            return std::nullopt;
        if (!goesOn) {
            const QByteArray name = line.left(std::max<qsizetype>(line.indexOf(':'), 0)).toLower();
            keeps = name != "mime-version";
            if (keeps && !isContentField(name))
                return std::nullopt;
            types += name == "content-type" ? 1 : 0;
        }
        if (keeps)
            fields += line + "\r\n";
    }
    return types == 1 ? std::optional(fields) : std::nullopt;
}

} // namespace

/// Sees each octet once, across portions.
class EntitySource::Survey
{
public:
    std::optional<MimeError::Kind> take(QByteArrayView octets)
    {
        for (const char c : octets) {
            ++m_at;
            if (const auto wrong = take(c))
                return wrong;
        }
        return std::nullopt;
    }

    QByteArrayList header;
    qint64 bodyAt = -1;
    qint64 line = 1;
    qint64 bareLines = 0; ///< of the body, ended by LF alone
    bool eightBit = false;
    bool afterReturn = false;
    qint64 column = 0;

private:
    std::optional<MimeError::Kind> take(char c)
    {
        using Kind = MimeError::Kind;
        const bool inHeader = bodyAt < 0;
        if (c == '\n') {
            endLine();
            return std::nullopt;
        }
        if (afterReturn || c == '\0')
            return Kind::BadEncoding;
        afterReturn = c == '\r';
        if (afterReturn)
            return std::nullopt;
        if (++column > longestLine)
            return inHeader ? Kind::BadHeader : Kind::BadEncoding;
        eightBit = eightBit || uchar(c) > 0x7f;
        if (!inHeader)
            return std::nullopt;
        m_line.append(c);
        return ++m_headerOctets > longestHeader ? std::optional(Kind::BadHeader) : std::nullopt;
    }

    void endLine()
    {
        if (bodyAt < 0 && m_line.isEmpty())
            bodyAt = m_at;
        else if (bodyAt < 0)
            header.append(std::exchange(m_line, {}));
        else if (!afterReturn)
            ++bareLines;
        ++line;
        column = 0;
        afterReturn = false;
    }

    QByteArray m_line;
    qsizetype m_headerOctets = 0;
    qint64 m_at = 0;
};

EntitySource::EntitySource(std::unique_ptr<ByteSource> inner, QString name)
    : m_inner(std::move(inner)), m_name(std::move(name))
{
}

Result<void, MimeError> EntitySource::survey()
{
    Survey survey;
    QByteArray buffer(portion, Qt::Uninitialized);
    for (;;) {
        const auto count = m_inner->read({buffer.data(), size_t(buffer.size())});
        if (!count)
            return Failure{count.error()};
        if (*count == 0)
            break;
        if (const auto wrong = survey.take(QByteArrayView(buffer.constData(), *count)))
            return Failure{MimeError{*wrong, m_name, QString::number(survey.line)}};
    }
    if (survey.afterReturn)
        return Failure{MimeError{MimeError::Kind::BadEncoding, m_name, QString::number(survey.line)}};
    auto fields = survey.bodyAt < 0 ? std::nullopt : fieldsOf(survey.header);
    if (!fields)
        return Failure{MimeError{MimeError::Kind::BadHeader, m_name, {}}};
    m_header = std::move(*fields);
    m_eightBit = survey.eightBit;
    const CanonicalLines::Extent extent{survey.bodyAt, survey.bareLines, survey.column > 0};
    m_body = std::make_unique<CanonicalLines>(m_inner, extent);
    m_body->rewind();
    return {};
}

} // namespace pennypost
