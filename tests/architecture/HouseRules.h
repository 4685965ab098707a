// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

/// The house's rules as a program can read them off one file's text. The table of edges is in HouseRules.cpp:
/// a new edge is a decision and changes it there.
namespace rules {

/// Rooms that a room may include, itself and core/base left out. Key and values as "core/smtp", "ui/compose",
/// "app".
const QHash<QString, QStringList> &edges();
/// Single headers that a room may include beyond edges(), as "core/mime/MimeParser.h".
const QHash<QString, QStringList> &singleHeaders();

/// The room a path belongs to: "core/smtp/Reply.h" -> "core/smtp", "app/cli/main.cpp" -> "app".
QString roomOf(const QString &path);
/// The text with comments and the insides of string and character literals blanked out, line ends kept.
QString codeOnly(const QString &text);
/// Everything that is wrong with one file; each entry is a sentence that begins with PATH:LINE.
QStringList violations(const QString &path, const QString &text);
/// A cycle among the edges, as "a -> b -> a"; empty if there is none.
QString cycleIn(const QHash<QString, QStringList> &graph);

} // namespace rules
