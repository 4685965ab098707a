// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace pennypost {

/// Why something could not be kept or found.
struct StoreError
{
    enum class Kind {
        CannotOpen,
        Damaged, ///< set aside as NAME.damaged-N; a fresh one is in use
        TooNew,  ///< written by a later version of Pennypost: nothing is touched
        DiskFull,
        CannotRead, ///< a source file that can't be read, for a reason that only the system's text tells
        NoSource,   ///< no file is there (any more)
        SourceIsFolder,
        SourceNoFile, ///< a device, a pipe: nothing with a beginning and an end
        SourceDenied, ///< this user may not read it
        SourceChanged,
        NotFound,
        NoDraft,    ///< a finished message (--eml), of which nothing can be edited; nothing was changed
        Unreadable, ///< one letter's row is damaged; it is left as it is
        Cancelled,
        Failed,
    };
    Kind kind = Kind::Failed;
    QString detail; ///< SQLite's or the system's text, with the path

    bool operator==(const StoreError &) const = default;
};

} // namespace pennypost

Q_DECLARE_METATYPE(pennypost::StoreError)
