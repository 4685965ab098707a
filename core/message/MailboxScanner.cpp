// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/MailboxScanner.h"

#include "core/message/AddressSyntax.h"

namespace pennypost {

namespace {

constexpr size_t mostTokens = 2'000;
constexpr int deepestComment = 32;

bool isLineEnd(QChar c)
{
    return c == u'\r' || c == u'\n';
}

} // namespace

bool MailboxScanner::next(AddressEntry &entry)
{
    entry = {};
    m_blank = m_inAngle = false;
    m_onlyPhrase = true;
    bool begun = false;
    while (m_at < m_text.size()) {
        const QChar c = m_text[m_at];
        if (!m_inAngle && (c == u',' || c == u';' || isLineEnd(c))) {
            ++m_at;
            if (begun)
                return true;
            m_blank = false;
            continue;
        }
        if (isAddressBlank(c)) {
            m_blank = true;
            ++m_at;
            continue;
        }
        if (c == u':' && !m_inAngle && beginsGroup(entry)) {
            // The members are entries of their own; the group's name has no place in a Mailbox.
            ++m_at;
            entry = {};
            begun = m_blank = false;
            continue;
        }
        if (!begun)
            entry.start = m_at;
        begun = true;
        scanToken(entry);
        entry.end = m_at;
        m_blank = false;
    }
    if (m_inAngle)
        fail(entry, MailboxError::UnclosedAngle);
    return begun;
}

void MailboxScanner::scanToken(AddressEntry &entry)
{
    const QChar c = m_text[m_at];
    if (isRefusedControl(c)) {
        fail(entry, MailboxError::ControlCharacter);
        ++m_at;
    } else if (c == u'"') {
        scanQuoted(entry);
    } else if (c == u'(') {
        scanComment(entry);
    } else if (c == u'[') {
        scanLiteral(entry);
    } else if (isAtext(c)) {
        scanAtom(entry);
    } else {
        scanSpecial(entry);
    }
}

void MailboxScanner::scanQuoted(AddressEntry &entry)
{
    const qsizetype start = m_at++;
    while (m_at < m_text.size()) {
        const QChar c = m_text[m_at++];
        if (isRefusedControl(c))
            fail(entry, MailboxError::ControlCharacter);
        if (c == u'"')
            return add(entry, AddressToken::Kind::Quoted, start);
        if (c == u'\\')
            scanEscaped(entry);
    }
    fail(entry, MailboxError::UnclosedQuote);
}

void MailboxScanner::scanEscaped(AddressEntry &entry)
{
    if (m_at == m_text.size())
        return;
    if (isRefusedControl(m_text[m_at]))
        fail(entry, MailboxError::ControlCharacter);
    ++m_at;
}

void MailboxScanner::scanComment(AddressEntry &entry)
{
    const qsizetype start = m_at;
    qsizetype depth = 0; // counted, not recursed: a megabyte of "(" costs a megabyte of steps
    while (m_at < m_text.size()) {
        const QChar c = m_text[m_at++];
        if (isRefusedControl(c))
            fail(entry, MailboxError::ControlCharacter);
        if (c == u'\\')
            scanEscaped(entry);
        if (c == u'(' && ++depth > deepestComment)
            fail(entry, MailboxError::TooDeep);
        if (c == u')' && --depth == 0)
            return add(entry, AddressToken::Kind::Comment, start);
    }
    fail(entry, MailboxError::UnclosedComment);
}

void MailboxScanner::scanLiteral(AddressEntry &entry)
{
    const qsizetype start = m_at++;
    while (m_at < m_text.size()) {
        const QChar c = m_text[m_at++];
        if (isRefusedControl(c))
            fail(entry, MailboxError::ControlCharacter);
        if (c == u']')
            return add(entry, AddressToken::Kind::Literal, start);
    }
    fail(entry, MailboxError::BadLiteral);
}

void MailboxScanner::scanAtom(AddressEntry &entry)
{
    const qsizetype start = m_at;
    while (m_at < m_text.size() && isAtext(m_text[m_at]))
        ++m_at;
    if (hasRefusedCharacter(m_text.mid(start, m_at - start)))
        fail(entry, MailboxError::ControlCharacter);
    add(entry, AddressToken::Kind::Atom, start);
}

void MailboxScanner::scanSpecial(AddressEntry &entry)
{
    const qsizetype start = m_at++;
    const QChar c = m_text[start];
    if (c == u'<')
        m_inAngle = true;
    if (c == u'>')
        m_inAngle = false;
    if (c != u'.')
        m_onlyPhrase = false;
    add(entry, AddressToken::Kind::Special, start);
}

bool MailboxScanner::beginsGroup(const AddressEntry &entry) const
{
    return m_onlyPhrase && !entry.error && !entry.tokens.empty();
}

void MailboxScanner::add(AddressEntry &entry, AddressToken::Kind kind, qsizetype start)
{
    if (entry.tokens.size() == mostTokens)
        return fail(entry, MailboxError::TooLong);
    entry.tokens.push_back({kind, start, m_at - start, m_blank});
}

void MailboxScanner::fail(AddressEntry &entry, MailboxError error)
{
    // The first reason counts, but for control characters: those must never pass for a mere typing error.
    if (!entry.error || error == MailboxError::ControlCharacter)
        entry.error = error;
}

} // namespace pennypost
