// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace pennypost {

/// Text as it is compared in a search: case, accents and width folded away ("Ünal" is found as "unal"). The
/// same for what is stored and what is asked. Pure.
QString searchKey(const QString &text);

/// The words of a search, folded; a row matches if it holds all of them.
QStringList searchWords(const QString &search);
bool matchesSearch(const QString &key, const QStringList &words);

} // namespace pennypost
