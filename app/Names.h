// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pennypost {

/// Name and version of the program, before or after its Q*Application is made: both executables share one
/// profile, whose place follows from the name.
void setApplicationNames();

} // namespace pennypost
