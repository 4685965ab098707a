// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Display.h"

namespace pennypost {

bool isDisplayMissing(int, char *[])
{
    return false;
}

} // namespace pennypost
