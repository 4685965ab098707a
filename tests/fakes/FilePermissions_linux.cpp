// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/FilePermissions.h"

#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace pennypost {

// By the system calls alone: the C library has no function for them, and libcap would be one package more.
void obeyFilePermissions()
{
    __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3] = {};
    if (syscall(SYS_capget, &header, data) != 0)
        return;
    const __u32 overriding = (1U << CAP_DAC_OVERRIDE) | (1U << CAP_DAC_READ_SEARCH);
    data[0].effective &= ~overriding;
    data[0].permitted &= ~overriding; // access(2) asks root for these
    syscall(SYS_capset, &header, data);
}

} // namespace pennypost
