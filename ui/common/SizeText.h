// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pennypost {

/// "812 bytes", "96 kB", "1.1 MB", "1.0 GB": every size that a person reads, in powers of 1000 as disks and
/// mail providers count, in the application's language. Whole kB are enough; from MB on one place is told.
/// Any thread.
QString sizeText(qint64 octets);

} // namespace pennypost
