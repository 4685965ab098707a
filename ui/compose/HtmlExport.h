// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTextDocument;

namespace pennypost {

/// The rich body as mail: p, br, strong, em, u, a, ul, ol, li, blockquote, h1 to h6 and `dir="rtl"`, and
/// nothing else. Never QTextDocument::toHtml(), which writes fonts, sizes and -qt- properties that override
/// the receiver's own. Everything that came from outside is escaped; a link that is none of http, https,
/// mailto, tel and ftp is written as its text.
///
/// A block is a line as it was typed. Lines become one <p> with <br> between, an empty line begins the next
/// <p>, a further one is <p><br></p>; HtmlImport reads exactly that back. Used by the composer. GUI thread
/// (QTextDocument is Qt Gui's), but no widget.
QString exportHtml(const QTextDocument &document);

/// The same letter for the text/plain alternative, lines ended by '\n': "- " and "1. " before list items,
/// "> " before quotations, a link's address after its text. No-break spaces stay what they are.
QString exportPlainText(const QTextDocument &document);

/// Whether exportHtml() says anything that exportPlainText() can't: what a switch to plain text would lose.
bool hasFormatting(const QTextDocument &document);

/// For links: the schemes that a letter may point to.
bool isHarmlessLink(const QString &address);

} // namespace pennypost
