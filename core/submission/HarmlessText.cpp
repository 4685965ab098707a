// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/HarmlessText.h"

#include "core/smtp/Reply.h"

namespace pennypost {

QString harmless(const QByteArray &bytes)
{
    return Reply{0, std::nullopt, bytes.trimmed().split('\n')}.text();
}

PeerCertificate harmless(PeerCertificate certificate)
{
    const auto inOneLine = [](const QString &name) { return harmless(name.toUtf8()).simplified(); };
    certificate.subject = inOneLine(certificate.subject);
    certificate.issuer = inOneLine(certificate.issuer);
    for (QString &name : certificate.names)
        name = inOneLine(name);
    return certificate;
}

} // namespace pennypost
