// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace pennypost {

/// The whole schema, as the steps that lead to it: step n brings a database from version n to n + 1 (PRAGMA
/// user_version). A step that has been released is never changed again; tests/data keeps a database of each
/// version.
QList<QStringList> schemaSteps();

} // namespace pennypost
