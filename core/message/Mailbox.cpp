// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/Mailbox.h"

#include "core/message/AddressSyntax.h"

#include <QUrl>

#include <algorithm>

namespace pennypost {

namespace {

/// RFC 1035 2.3.4 less the length octets.
constexpr qsizetype longestDomain = 253;
constexpr qsizetype longestLabel = 63;

bool isLetterDigitHyphen(QStringView label)
{
    return std::all_of(label.begin(), label.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
}

/// RFC 1123 2.1: what a name server can know.
bool isHostName(QStringView name)
{
    if (name.isEmpty() || name.size() > longestDomain)
        return false;
    const auto labels = name.split(u'.');
    const bool sound = std::all_of(labels.begin(), labels.end(), [](QStringView label) {
        return !label.isEmpty() && label.size() <= longestLabel && isLetterDigitHyphen(label) &&
               label.front() != u'-' && label.back() != u'-';
    });
    // "192.0.2.1" without brackets is an address that somebody took for a name: no name server knows it.
    return sound && !(labels.size() == 4 && isAddressLiteral(QString(u'[' + name.toString() + u']')));
}

/// IDNA hides a hyphen at a label's end in the encoded form, so the typed form is looked at.
bool hasHyphenAtLabelEnd(const QString &domain)
{
    return domain.startsWith(u'-') || domain.endsWith(u'-') || domain.contains(QLatin1StringView(".-")) ||
           domain.contains(QLatin1StringView("-."));
}

} // namespace

QString asciiDomain(const QString &domain)
{
    if (domain.startsWith(u'['))
        return isAddressLiteral(domain) ? domain : QString();
    if (domain.size() > longestDomain || hasHyphenAtLabelEnd(domain))
        return {};
    const bool ascii = std::all_of(domain.begin(), domain.end(), [](QChar c) { return c.unicode() < 0x80; });
    const QString name = ascii ? domain.toLower() : QString::fromLatin1(QUrl::toAce(domain)).toLower();
    return isHostName(name) ? name : QString();
}

QString Mailbox::addrSpec() const
{
    return smtpLocalPart(localPart) % u'@' % domain;
}

QString Mailbox::display() const
{
    if (displayName.isEmpty())
        return addrSpec();
    const QString name = areAtoms(displayName, u' ') ? displayName : quotedWord(displayName);
    return name % QLatin1StringView(" <") % addrSpec() % u'>';
}

bool Mailbox::sameAddress(const Mailbox &other) const
{
    if (localPart != other.localPart)
        return false;
    const QString mine = asciiDomain(domain);
    return mine.isEmpty() ? domain.compare(other.domain, Qt::CaseInsensitive) == 0
                          : mine.compare(asciiDomain(other.domain), Qt::CaseInsensitive) == 0;
}

} // namespace pennypost
