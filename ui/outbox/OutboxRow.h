// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace pennypost {

/// One line of the main window's list. A value; GUI thread.
struct OutboxRow
{
    enum class Kind {
        Heading,
        Undecided, ///< may have been sent: `id` is the outbox item's
        Draft,     ///< `id` is the draft's
        Sent,      ///< `id` is the sent letter's
        Received,  ///< by the practice server: `id` is the file's path
    };

    Kind kind = Kind::Heading;
    QString id;
    QString who; ///< recipients, for a received letter the sender; a heading's text
    QString subject;
    QString note; ///< what is special about it, in a word or two
    QDateTime time;
    bool finished = false; ///< an undecided one that came as a file: it cannot be edited and sent again here

    bool operator==(const OutboxRow &) const = default;
};

} // namespace pennypost
