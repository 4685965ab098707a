// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/MailboxParser.h"

#include <QStringView>

#include <optional>
#include <vector>

namespace pennypost {

/// One lexical piece of an address field (RFC 5322 3.2). Positions are those of the whole text; quotes,
/// brackets and parentheses are within.
struct AddressToken
{
    enum class Kind { Atom, Quoted, Literal, Comment, Special };
    Kind kind;
    qsizetype start;
    qsizetype length;
    bool blankBefore;
};

/// What lies between two separators.
struct AddressEntry
{
    std::vector<AddressToken> tokens;
    std::optional<MailboxError> error; ///< of the lexical kind: an open quote, a control character ...
    qsizetype start = 0;
    qsizetype end = 0; ///< one past the last unit that is no blank
};

/// Cuts an address field into entries and these into tokens: what separates, what opens and closes. Used by
/// MailboxParser alone, which gives the tokens their meaning. One pass, no recursion; an entry that no honest
/// hand wrote (thousands of tokens) keeps only its error, so memory stays in bounds.
class MailboxScanner
{
public:
    explicit MailboxScanner(QStringView text) : m_text(text) {}

    /// Fills in the next entry that has anything in it; false at the end.
    bool next(AddressEntry &entry);

private:
    void scanToken(AddressEntry &entry);
    void scanQuoted(AddressEntry &entry);
    void scanEscaped(AddressEntry &entry);
    void scanComment(AddressEntry &entry);
    void scanLiteral(AddressEntry &entry);
    void scanAtom(AddressEntry &entry);
    void scanSpecial(AddressEntry &entry);
    bool beginsGroup(const AddressEntry &entry) const;
    void add(AddressEntry &entry, AddressToken::Kind kind, qsizetype start);
    static void fail(AddressEntry &entry, MailboxError error);

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_blank = false;     ///< a blank came before the token at hand
    bool m_inAngle = false;   ///< between '<' and '>', where separators are plain characters
    bool m_onlyPhrase = true; ///< the entry so far could be a group's or a mailbox's name
};

} // namespace pennypost
