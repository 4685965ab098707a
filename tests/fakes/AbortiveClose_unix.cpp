// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/AbortiveClose.h"

#include <sys/socket.h>

namespace pennypost {

void makeCloseAbortive(qintptr socketDescriptor)
{
    const linger zero{1, 0};
    ::setsockopt(int(socketDescriptor), SOL_SOCKET, SO_LINGER, &zero, sizeof zero);
}

} // namespace pennypost
