// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/OpenSslHandles.h"

namespace pennypost {

/// Has the store know the system's authorities. Where the system keeps each in a file named by its hash, as
/// most Linux distributions do, only those are read that a chain asks for; else all of them, once, which
/// takes a fifth of a second. Any thread. Used by TlsContext.
void addSystemAuthorities(X509_STORE *store);

} // namespace pennypost
