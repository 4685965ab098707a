// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/FilePermissions.h"

namespace pennypost {

void obeyFilePermissions() {}

} // namespace pennypost
