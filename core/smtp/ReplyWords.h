// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace pennypost {

/// Is this, in any case, a word of four letters or more that servers write in their sentences ("password",
/// "Authentication", "test")? A list taken from the replies of the servers in wide use. For SecretMask. Pure.
bool isReplyWord(QByteArrayView word);

} // namespace pennypost
