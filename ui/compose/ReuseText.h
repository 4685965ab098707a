// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drafts/LetterReuse.h"
#include "core/message/MailtoUrl.h"
#include "ui/common/ProblemText.h"
#include "ui/compose/Strip.h"

#include <QLocale>

namespace pennypost {

/// The words around a letter that is answered, passed on or begun by a link. Used by who opens letters and by
/// ComposeController.
class ReuseText
{
    Q_DECLARE_TR_FUNCTIONS(pennypost::ReuseText)

public:
    /// In which times are told: this computer's, or the one they are written in, which says nothing of who
    /// answers.
    enum class Zone { Here, AsWritten };
    /// With the composer's own HTML. May be called on any thread, one call at a time.
    static ReuseWords words(Zone zone = Zone::Here, const QLocale &locale = QLocale());
    /// "On 4 May 2026 at 09:30, Ann wrote:"
    static QString attribution(const OriginalLetter &original, Zone zone, const QLocale &locale);
    /// The header's lines that tell where a letter that is passed on comes from.
    static QString headline(const OriginalLetter &original, Zone zone, const QLocale &locale);

    static ProblemText of(const ReuseError &error);
    /// What a link asked for and did not get. `findings` holds some.
    static Strip of(const QList<MailtoFinding> &findings);
};

} // namespace pennypost
