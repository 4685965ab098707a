// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pennypost {

/// Nothing says where windows could be shown: the program was started in a bare terminal, by ssh or by cron.
/// QApplication would end it with SIGABRT and a core dump, so this is asked before. Never on Windows and
/// macOS. Main thread.
bool isDisplayMissing(int argc, char *argv[]);

} // namespace pennypost
