// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace pennypost {

/// Is this, in any case, a word that servers write in their sentences ("password", "Authentication", "test"),
/// or a part of one? Of words of four letters and more, by a list taken from the replies of the servers in
/// wide use. For SecretMask: keeps no copy. Pure.
bool isOfReplies(QByteArrayView word);

} // namespace pennypost
