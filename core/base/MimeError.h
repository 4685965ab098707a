// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace pennypost {

/// Why the letter's bytes can't be had.
struct MimeError
{
    enum class Kind {
        FileMissing,
        FileUnreadable, ///< `detail` is the system's reason
        FileChanged,    ///< grew, shrank or was written to since it was attached
        BadHeader,      ///< CR, LF or NUL in a field, or a field that is ours to write
        BadAddress,
        BadEncoding, ///< an .eml handed in with a line that can't be sent as it is; `detail` is its number
        NoHeader, ///< an .eml handed in without a header, or with a line in it that is no field: `detail` is
                  ///< its number, if there is any
        HeaderNotUtf8, ///< an .eml handed in with raw octets in its header that are no UTF-8: `field`, and
                       ///< the line's number as `detail`
    };
    Kind kind;
    QString subject; ///< the file's path, the field's name or the address
    QString detail;
    QString field = {}; ///< a header field's name

    /// "the file: the reason", or what of it is known.
    QString inOneLine() const { return detail.isEmpty() ? subject : QString(subject + u": " + detail); }

    bool operator==(const MimeError &) const = default;
};

} // namespace pennypost

Q_DECLARE_METATYPE(pennypost::MimeError)
