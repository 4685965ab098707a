// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace pennypost {

/// An enhanced mail system status code (RFC 3463): class.subject.detail.
struct EnhancedStatus
{
    int klass = 0;   ///< 2, 4 or 5
    int subject = 0; ///< 0 to 999
    int detail = 0;  ///< 0 to 999
    bool operator==(const EnhancedStatus &) const = default;
    QString toString() const;
};

/// What a server said, whole: RFC 5321 4.2. A value; any thread.
struct Reply
{
    int code = 0; ///< 200 to 599; a 1yz gets this far too, for SubmissionDialogue to refuse it by name
    std::optional<EnhancedStatus>
        enhanced;            ///< from the first line that has one of the reply's own class (RFC 2034)
    QList<QByteArray> lines; ///< each line's text without the code, raw, without its line end

    bool isPositive() const { return code >= 200 && code < 300; }
    bool isIntermediate() const { return code >= 300 && code < 400; }
    bool isTransient() const { return code >= 400 && code < 500; }
    bool isPermanent() const { return code >= 500 && code < 600; }
    bool isFailure() const { return code >= 400 && code < 600; }
    /// 25z: the mail system took it (RFC 5321 4.2.1). Another 2yz answers another command: the two sides are
    /// out of step.
    bool isTaken() const { return code / 10 == 25; }

    /// The words for a person: lines joined by '\n', UTF-8 else Latin-1, control characters and escapes taken
    /// out.
    QString text() const;

    /// The same with no more text than so many octets in all.
    Reply shortened(qsizetype octets) const;

    bool operator==(const Reply &) const = default;
};

} // namespace pennypost

Q_DECLARE_METATYPE(pennypost::Reply)
