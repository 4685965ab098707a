// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace pennypost {

/// The lexical ground that Mailbox, MailboxParser, Envelope and HeaderEncoder share: which characters are
/// atoms (RFC 5322 3.2.3 with RFC 6532's UTF-8), which are refused whatever surrounds them, and how a word is
/// quoted. Pure; any thread.

/// atext: may stand in an atom. Any non-ASCII character that is no blank, control or half of a pair counts.
bool isAtext(QChar c);
/// Space, tab, and the two blanks that pasted text carries (U+00A0, U+3000).
bool isAddressBlank(QChar c);
/// Controls but the tab: C0, DEL, C1, and Unicode's line and paragraph separators.
bool isRefusedControl(QChar c);
/// A refused control or half of a surrogate pair, which has no UTF-8 form.
bool hasRefusedCharacter(QStringView text);
/// Characters that show nothing or turn the reading direction: they can only mislead within an address.
bool isInvisibleFormat(QChar c);

/// One or more atoms with a single `separator` between them: by '.' a dot-atom, by ' ' a phrase of atoms.
bool areAtoms(QStringView text, QChar separator);
/// In quotes, with `"` and `\` escaped.
QString quotedWord(QStringView text);
/// The local part as RFC 5321 4.1.2 writes it: a dot-string where it can be one, else a quoted string.
QString smtpLocalPart(const QString &localPart);

/// "[192.0.2.1]" or "[IPv6:2001:db8::1]" (RFC 5321 4.1.3).
bool isAddressLiteral(QStringView domain);

} // namespace pennypost
