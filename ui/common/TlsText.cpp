// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/TlsText.h"

namespace pennypost {

QString tlsText(const QString &protocol)
{
    const QLatin1StringView asOpenSslSpellsIt("TLSv");
    return protocol.startsWith(asOpenSslSpellsIt) ? u"TLS " + protocol.mid(asOpenSslSpellsIt.size())
                                                  : protocol;
}

} // namespace pennypost
