// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/SendChecks.h"

#include <QCoreApplication>

namespace pennypost {

/// The one question that Send may ask (behaviour: at most one a letter), made of all that is to be asked: it
/// names everything and asks once. A value; SendFlow shows it.
struct SendQuestion
{
    Q_DECLARE_TR_FUNCTIONS(pennypost::SendQuestion)

public:
    QString title;
    QString sentence;
    bool aboutSubject = false; ///< which can be typed where it is asked for, or never be asked for again

    /// `findings`: of the level Ask, at least one.
    static SendQuestion of(const QList<SendFinding> &findings);
};

} // namespace pennypost
