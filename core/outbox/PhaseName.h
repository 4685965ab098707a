// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outbox/OutboxItem.h"

namespace pennypost {

/// A Phase as the database and logs write it: names, so that a later phase shifts no meaning. Pure.
inline QString nameOf(Phase phase)
{
    switch (phase) {
    case Phase::Sending:
        return QStringLiteral("sending");
    case Phase::FinalDot:
        return QStringLiteral("final-dot");
    case Phase::MayHaveBeenSent:
        break;
    }
    return QStringLiteral("may-have-been-sent");
}

/// What is no name of ours is in doubt: a person decides, nothing goes out by itself.
inline Phase phaseNamed(const QString &name)
{
    for (const Phase phase : {Phase::Sending, Phase::FinalDot}) {
        if (name == nameOf(phase))
            return phase;
    }
    return Phase::MayHaveBeenSent;
}

} // namespace pennypost
