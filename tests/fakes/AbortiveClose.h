// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace pennypost {

/// Makes the next close of this socket a RST instead of a FIN, dropping what is still in its buffers.
void makeCloseAbortive(qintptr socketDescriptor);

} // namespace pennypost
