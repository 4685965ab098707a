// SPDX-License-Identifier: GPL-3.0-or-later
// Encoded-words in fields of mailboxes, where names alone may hold them.
#include "core/mime/Charset.h"
#include "core/mime/EncodedWord.h"

#include <algorithm>

namespace pennypost {

namespace {

/// Walks a field of mailboxes once and decodes what names somebody: phrases, quoted strings, comments.
class MailboxesDecoder
{
public:
    explicit MailboxesDecoder(QByteArrayView value) : m_value(value), m_lastClose(value.lastIndexOf("?=")) {}

    QString text()
    {
        while (m_at < m_value.size()) {
            const char c = m_value[m_at];
            if (c == '"')
                takeQuoted();
            else if (c == '(')
                takeComment();
            else if (c == '<')
                takeUpTo('>');
            else if (const auto run = runAt(m_at); run > 0 && !isOfAddress(m_at, run))
                takeWords(run);
            else if (run > 0)
                m_at += run;
            else
                ++m_at;
        }
        keep(m_value.size());
        return m_text;
    }

private:
    /// Octets of the encoded-words from here on that have nothing but blanks between them.
    qsizetype runAt(qsizetype start) const
    {
        qsizetype end = start;
        for (qsizetype at = start; at < m_lastClose;) {
            // Behind the last "?=" nothing closes a word, so nothing is searched for there.
            const qsizetype length = encodedWordLength(m_value, at);
            if (length == 0)
                break;
            at = end = at + length;
            while (at < m_value.size() && (m_value[at] == ' ' || m_value[at] == '\t'))
                ++at;
        }
        return end - start;
    }

    /// Glued to an address, where nothing is encoded (RFC 2047 5 (3)) and one reader's ceo@ is another's
    /// nobody.
    bool isOfAddress(qsizetype start, qsizetype length) const
    {
        const auto isOfAtom = [this](qsizetype at) {
            return at >= 0 && at < m_value.size() && !QByteArrayView(" \t,;:<>()\"@").contains(m_value[at]);
        };
        constexpr qsizetype longest = 320; // no address is
        qsizetype before = start - 1;
        while (start - before < longest && isOfAtom(before))
            --before;
        const qsizetype end = start + length;
        qsizetype behind = end;
        while (behind - end < longest && isOfAtom(behind))
            ++behind;
        const auto isAt = [this](qsizetype at) {
            return at >= 0 && at < m_value.size() && m_value[at] == '@';
        };
        return isAt(before) || isAt(behind);
    }

    /// What came up to `end` stays as it is.
    void keep(qsizetype end)
    {
        m_text += textFrom(m_value.sliced(m_kept, end - m_kept), {});
        m_kept = end;
    }

    void takeUpTo(char close)
    {
        const qsizetype end = m_value.indexOf(close, m_at);
        m_at = end < 0 ? m_value.size() : end + 1;
    }

    void takeWords(qsizetype length)
    {
        keep(m_at);
        const QString name = decodedEncodedWords(m_value.sliced(m_at, length));
        const bool needsQuotes = std::any_of(name.begin(), name.end(), isSpecial);
        m_text += needsQuotes ? quotedString(name) : name;
        m_at = m_kept = m_at + length;
    }

    /// Many put encoded-words into quotes, where none should be.
    void takeQuoted()
    {
        QByteArray octets;
        qsizetype at = m_at + 1;
        for (; at < m_value.size() && m_value[at] != '"'; ++at) {
            if (m_value[at] == '\\' && at + 1 < m_value.size())
                ++at;
            octets.append(m_value[at]);
        }
        if (at == m_value.size()) { // never closed
            m_at = at;
            return;
        }
        keep(m_at);
        m_text += quotedString(decodedEncodedWords(octets));
        m_at = m_kept = at + 1;
    }

    void takeComment()
    {
        qsizetype depth = 0;
        do {
            const char c = m_value[m_at];
            const auto run = c == '=' ? runAt(m_at) : 0;
            if (run > 0) {
                keep(m_at);
                m_text += escaped(decodedEncodedWords(m_value.sliced(m_at, run)), QLatin1StringView("()\\"));
                m_at = m_kept = m_at + run;
                continue;
            }
            if (c == '\\')
                ++m_at;
            else if (c == '(')
                ++depth;
            else if (c == ')')
                --depth;
            ++m_at;
        } while (depth > 0 && m_at < m_value.size());
        m_at = std::min(m_at, m_value.size());
    }

    /// RFC 5322 3.2.3, and the blanks that would be lost at the ends.
    static bool isSpecial(QChar c)
    {
        return c < QChar(0x80) && QLatin1StringView("()<>[]:;@\\,.\"").contains(c);
    }

    static QString escaped(const QString &text, QLatin1StringView special)
    {
        QString made;
        for (const QChar c : text) {
            if (special.contains(c))
                made += u'\\';
            made += c;
        }
        return made;
    }

    static QString quotedString(const QString &text)
    {
        return u'"' + escaped(text, QLatin1StringView("\"\\")) + u'"';
    }

    QByteArrayView m_value;
    qsizetype m_lastClose;
    QString m_text;
    qsizetype m_at = 0;
    qsizetype m_kept = 0; ///< up to where m_text has it all
};

} // namespace

QString decodedMailboxes(QByteArrayView value)
{
    return MailboxesDecoder(value).text();
}

} // namespace pennypost
