// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/HostName.h"

#include <QSslCertificate>
#include <QUrl>

#include <algorithm>

namespace pennypost {

namespace {

bool fitsName(const QString &pattern, const QString &host)
{
    if (!pattern.startsWith(QLatin1StringView("*.")))
        return pattern.compare(host, Qt::CaseInsensitive) == 0;
    const auto parent = QStringView(pattern).mid(1);
    const qsizetype dot = host.indexOf(u'.');
    return parent.count(u'.') >= 2 && !parent.contains(u'*') && dot > 0 &&
           QStringView(host).mid(dot).compare(parent, Qt::CaseInsensitive) == 0;
}

} // namespace

std::optional<HostName> HostName::make(const QString &asWritten)
{
    QString text = asWritten.trimmed();
    const bool bracketed = text.startsWith(u'[') && text.endsWith(u']');
    if (bracketed)
        text = text.mid(1, text.size() - 2);

    HostName host;
    if (QHostAddress address; address.setAddress(text)) {
        host.m_ascii = address.toString();
        host.m_address = address;
        return host;
    }
    const auto isForbidden = [](QChar c) { return c.unicode() <= 0x20 || c.unicode() == 0x7f; };
    if (bracketed || std::any_of(text.cbegin(), text.cend(), isForbidden))
        return std::nullopt;
    if (text.endsWith(u'.'))
        text.chop(1);
    host.m_ascii = QString::fromLatin1(QUrl::toAce(text)).toLower();
    if (host.m_ascii.isEmpty())
        return std::nullopt;
    return host;
}

bool HostName::isNamedBy(const QSslCertificate &certificate) const
{
    const auto alternatives = certificate.subjectAlternativeNames();
    if (m_address) {
        QHostAddress plain = *m_address;
        plain.setScopeId({}); // says which interface of ours, nothing about the peer
        const auto addresses = alternatives.values(QSsl::IpAddressEntry);
        return std::any_of(addresses.begin(), addresses.end(), [&](const QString &entry) {
            return QHostAddress(entry).isEqual(plain, QHostAddress::StrictConversion);
        });
    }
    if (m_ascii.isEmpty())
        return false;
    const auto names = alternatives.values(QSsl::DnsEntry);
    return std::any_of(names.begin(), names.end(),
                       [this](const QString &name) { return fitsName(name, m_ascii); });
}

} // namespace pennypost
