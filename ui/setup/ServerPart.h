// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pennypost {

/// Where in a server's settings a problem can be mended.
enum class ServerPart { Host, Certificate, Proxy };

} // namespace pennypost
