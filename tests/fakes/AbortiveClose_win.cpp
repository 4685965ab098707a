// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/AbortiveClose.h"

#include <winsock2.h>

namespace pennypost {

void makeCloseAbortive(qintptr socketDescriptor)
{
    const linger zero{1, 0};
    ::setsockopt(SOCKET(socketDescriptor), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&zero),
                 sizeof zero);
}

} // namespace pennypost
