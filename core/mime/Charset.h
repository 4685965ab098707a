// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace pennypost {

/// Whether octets end where their text does, or wherever somebody stopped reading.
enum class TextEnd { Whole, CutOff };

/// Octets as text by a charset's name as letters have it, by ICU or else by the system's converters: the
/// UTFs, ISO-8859, Windows-125x, KOI8, ISO-2022, EUC, Shift_JIS, GB18030 and Big5, under the names that are
/// about. As readers do it, Latin-1 is taken for Windows-1252 and GB2312 for GB18030, their supersets, and
/// for UTF-8 where it can be nothing else; UTF-7, in which what looks harmless is not, is no charset. Where a
/// few octets of many don't fit there are replacement characters; UTF-8 and then Windows-1252 where the name
/// is unknown or most don't fit it. Linear; pure; any thread.
QString textFrom(QByteArrayView octets, const QByteArray &charset, TextEnd end = TextEnd::Whole);

} // namespace pennypost
