// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextDocumentFragment>

class QTextDocument;

namespace pennypost {

/// Fills `document` from what exportHtml() wrote, line by line as it was: export(import(h)) == h. HTML from
/// elsewhere comes out as what a letter can be. Loads nothing, neither from the network nor from files. GUI
/// thread.
void importHtml(const QString &html, QTextDocument &document);

/// Plain lines, in the letter's line height.
void importPlainText(const QString &text, QTextDocument &document);

/// For paste and drop: the same, as a piece to insert.
QTextDocumentFragment fragmentFromHtml(const QString &html);

/// Foreign HTML (a browser's, a word processor's) in exportHtml()'s words: fonts, sizes, colours, tables,
/// pictures and scripts go, structure stays.
QString leanHtml(const QString &foreign);

} // namespace pennypost
