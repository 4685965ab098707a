// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/MailboxParser.h"

#include "core/base/Result.h"
#include "core/message/AddressSyntax.h"
#include "core/message/MailboxScanner.h"

#include <QRegularExpression>

#include <algorithm>
#include <span>

namespace pennypost {

namespace {

using Kind = AddressToken::Kind;
using Tokens = std::span<const AddressToken>;
using Meaning = Result<Mailbox, MailboxError>;

constexpr qsizetype longestLocalPart = 64;
constexpr qsizetype longestAddrSpec = 254;

/// Gives one entry's tokens their meaning. Each method takes a stretch of them once, from left to right.
class EntryReader
{
public:
    EntryReader(QStringView text, Tokens tokens) : m_text(text), m_tokens(tokens) {}

    Meaning read() const
    {
        const auto angle = find(m_tokens, u'<');
        return angle == m_tokens.size() ? readBare() : readNamed(angle);
    }

private:
    /// `a@b`, `a@b (Name)`
    Meaning readBare() const
    {
        auto mailbox = readAddrSpec(m_tokens);
        if (mailbox)
            mailbox->displayName = trailingComment();
        return mailbox;
    }

    /// `Name <a@b>`, `<@route:a@b>`
    Meaning readNamed(size_t angle) const
    {
        for (const auto &token : m_tokens.first(angle)) {
            if (token.kind == Kind::Special && !is(token, u'.') && !is(token, u'@'))
                return Failure{MailboxError::BadLocalPart};
        }
        const Tokens behind = m_tokens.subspan(angle + 1);
        const auto close = find(behind, u'>');
        if (close == behind.size())
            return Failure{MailboxError::UnclosedAngle};
        const Tokens rest = behind.subspan(close + 1);
        if (std::any_of(rest.begin(), rest.end(), [](const auto &t) { return t.kind != Kind::Comment; }))
            return Failure{MailboxError::TextAfterAddress};

        auto mailbox = readAddrSpec(withoutRoute(behind.first(close)));
        if (mailbox) {
            mailbox->displayName = phrase(m_tokens.first(angle));
            if (mailbox->displayName.isEmpty())
                mailbox->displayName = trailingComment();
        }
        return mailbox;
    }

    /// obs-route: `@a,@b:` ahead of the address, which means nothing any more (RFC 5321 appendix C).
    Tokens withoutRoute(Tokens tokens) const
    {
        const auto first = std::find_if(tokens.begin(), tokens.end(),
                                        [](const auto &token) { return token.kind != Kind::Comment; });
        if (first == tokens.end() || !is(*first, u'@'))
            return tokens;
        const auto colon = find(tokens, u':');
        return colon == tokens.size() ? tokens : tokens.subspan(colon + 1);
    }

    Meaning readAddrSpec(Tokens all) const
    {
        std::vector<AddressToken> tokens;
        std::copy_if(all.begin(), all.end(), std::back_inserter(tokens),
                     [](const auto &token) { return token.kind != Kind::Comment; });
        if (tokens.empty())
            return Failure{holdsAt(all) ? MailboxError::HiddenAt : MailboxError::Empty};
        const auto at = find(tokens, u'@');
        if (at == tokens.size())
            return Failure{holdsAt(all) ? MailboxError::HiddenAt : MailboxError::MissingAt};
        const auto local = readLocalPart(Tokens(tokens).first(at));
        if (!local)
            return Failure{local.error()};
        const auto domain = readDomain(Tokens(tokens).subspan(at + 1));
        if (!domain)
            return Failure{domain.error()};
        const QString ascii = asciiDomain(*domain);
        if (ascii.isEmpty())
            return Failure{MailboxError::BadDomain};
        const qsizetype localOctets = smtpLocalPart(*local).toUtf8().size();
        if (localOctets > longestLocalPart || localOctets + 1 + ascii.size() > longestAddrSpec)
            return Failure{MailboxError::TooLong};
        return Mailbox{{}, *local, *domain};
    }

    /// Within tokens, since one of its own is looked for before.
    bool holdsAt(Tokens tokens) const
    {
        return std::any_of(tokens.begin(), tokens.end(),
                           [this](const auto &token) { return slice(token).contains(u'@'); });
    }

    /// local-part and obs-local-part: words joined by dots, blanks and comments allowed around these.
    Result<QString, MailboxError> readLocalPart(Tokens tokens) const
    {
        if (tokens.empty())
            return Failure{MailboxError::MissingLocalPart};
        QString local;
        bool needsWord = true;
        for (const auto &token : tokens) {
            if (is(token, u'.')) {
                if (needsWord)
                    return Failure{MailboxError::BadDot};
                local += u'.';
                needsWord = true;
            } else if (needsWord && (token.kind == Kind::Atom || token.kind == Kind::Quoted)) {
                local += content(token);
                needsWord = false;
            } else {
                return Failure{MailboxError::BadLocalPart};
            }
        }
        if (needsWord)
            return Failure{MailboxError::BadDot};
        if (local.isEmpty())
            return Failure{MailboxError::MissingLocalPart}; // nothing but quotes
        if (std::any_of(local.begin(), local.end(),
                        [](QChar c) { return c == u'\t' || isInvisibleFormat(c); }))
            return Failure{MailboxError::BadLocalPart};
        // Readers decode an encoded word also where none may be, and find another address in it.
        static const QRegularExpression encodedWord(QStringLiteral("=\\?[^?]*\\?[bBqQ]\\?.*\\?="));
        if (local.contains(QLatin1StringView("=?")) && encodedWord.match(local).hasMatch())
            return Failure{MailboxError::BadLocalPart};
        return local;
    }

    Result<QString, MailboxError> readDomain(Tokens tokens) const
    {
        if (tokens.empty())
            return Failure{MailboxError::MissingDomain};
        if (tokens.front().kind == Kind::Literal) {
            if (tokens.size() > 1)
                return Failure{MailboxError::TextAfterAddress};
            const QString literal = slice(tokens.front()).toString();
            return isAddressLiteral(literal) ? Result<QString, MailboxError>(literal)
                                             : Failure{MailboxError::BadLiteral};
        }
        QString domain;
        bool needsLabel = true;
        for (const auto &token : tokens) {
            if (is(token, u'.')) {
                if (needsLabel)
                    return Failure{MailboxError::BadDot};
                domain += u'.';
                needsLabel = true;
            } else if (needsLabel && token.kind == Kind::Atom) {
                domain += slice(token);
                needsLabel = false;
            } else {
                const bool word = token.blankBefore && token.kind != Kind::Special;
                return Failure{word && !needsLabel ? MailboxError::TextAfterAddress
                                                   : MailboxError::BadDomain};
            }
        }
        if (needsLabel)
            return Failure{MailboxError::BadDot};
        return domain;
    }

    QString phrase(Tokens tokens) const
    {
        QString name;
        bool first = true;
        for (const auto &token : tokens) {
            if (token.kind == Kind::Comment)
                continue;
            if (!first && token.blankBefore)
                name += u' ';
            name += content(token);
            first = false;
        }
        return name;
    }

    QString trailingComment() const
    {
        if (m_tokens.empty() || m_tokens.back().kind != Kind::Comment)
            return {};
        return content(m_tokens.back()).trimmed();
    }

    bool is(const AddressToken &token, QChar special) const
    {
        return token.kind == Kind::Special && m_text[token.start] == special;
    }
    size_t find(Tokens tokens, QChar special) const
    {
        const auto found =
            std::find_if(tokens.begin(), tokens.end(), [&](const auto &token) { return is(token, special); });
        return size_t(found - tokens.begin());
    }
    QStringView slice(const AddressToken &token) const { return m_text.mid(token.start, token.length); }

    /// The token's meaning: without its quotes or parentheses, and without escapes in these.
    QString content(const AddressToken &token) const
    {
        const QStringView raw = slice(token);
        if (token.kind != Kind::Quoted && token.kind != Kind::Comment)
            return raw.toString();
        QString plain;
        plain.reserve(raw.size());
        for (qsizetype i = 1; i < raw.size() - 1; ++i) {
            if (raw[i] == u'\\' && i + 1 < raw.size() - 1)
                ++i;
            plain += raw[i];
        }
        return plain;
    }

    QStringView m_text;
    Tokens m_tokens;
};

ParsedMailbox parseEntry(QStringView text, const AddressEntry &entry)
{
    ParsedMailbox parsed;
    parsed.start = entry.start;
    parsed.length = entry.end - entry.start;
    parsed.text = text.mid(parsed.start, parsed.length).toString();
    auto meaning = [&]() -> Meaning {
        if (entry.error)
            return Failure{*entry.error};
        if (hasRefusedCharacter(parsed.text))
            return Failure{MailboxError::ControlCharacter};
        return EntryReader(text, entry.tokens).read();
    }();
    if (meaning)
        parsed.mailbox = std::move(*meaning);
    else
        parsed.error = meaning.error();
    return parsed;
}

} // namespace

QList<ParsedMailbox> parseMailboxes(QStringView text)
{
    QList<ParsedMailbox> mailboxes;
    MailboxScanner scanner(text);
    AddressEntry entry;
    while (scanner.next(entry))
        mailboxes.append(parseEntry(text, entry));
    return mailboxes;
}

ParsedMailbox parseMailbox(QStringView text)
{
    ParsedMailbox whole;
    whole.length = text.size();
    whole.text = text.toString();
    // Where one mailbox is asked for, a line end separates nothing: it is somebody's attempt at a second
    // line.
    if (text.contains(u'\r') || text.contains(u'\n')) {
        whole.error = MailboxError::ControlCharacter;
        return whole;
    }
    const auto entries = parseMailboxes(text);
    if (entries.isEmpty())
        return whole;
    if (entries.size() == 1)
        return entries.front();
    const auto wrong = std::find_if(entries.begin(), entries.end(), [](const auto &e) { return !e.mailbox; });
    whole.error = wrong == entries.end() ? MailboxError::TextAfterAddress : wrong->error;
    return whole;
}

} // namespace pennypost
