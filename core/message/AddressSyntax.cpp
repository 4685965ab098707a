// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/AddressSyntax.h"

#include <QHostAddress>

#include <algorithm>

namespace pennypost {

namespace {

bool isIpv4(QStringView text)
{
    // By hand: QHostAddress also takes the short forms of inet_aton ("127.1"), which SMTP does not know.
    const auto numbers = text.split(u'.');
    return numbers.size() == 4 && std::all_of(numbers.begin(), numbers.end(), [](QStringView number) {
               const bool digits =
                   std::all_of(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
               return digits && !number.isEmpty() && number.size() <= 3 && number.toInt() <= 255;
           });
}

bool isIpv6(QStringView text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F') ||
               c == u':' || c == u'.';
    });
    QHostAddress address;
    return plain && text.size() <= 45 && address.setAddress(text.toString()) &&
           address.protocol() == QAbstractSocket::IPv6Protocol;
}

} // namespace

bool isAddressBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\u00a0' || c == u'\u3000';
}

bool isRefusedControl(QChar c)
{
    const char16_t unit = c.unicode();
    return (unit < 0x20 && unit != '\t') || (unit >= 0x7f && unit < 0xa0) || unit == 0x2028 || unit == 0x2029;
}

bool isInvisibleFormat(QChar c)
{
    // Zero width joiner and non-joiner belong to the spelling of several languages.
    return c.category() == QChar::Other_Format && c != u'\u200c' && c != u'\u200d';
}

bool isAtext(QChar c)
{
    const char16_t unit = c.unicode();
    if (unit >= 0x80)
        return !isRefusedControl(c) && !isAddressBlank(c);
    return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || (unit >= '0' && unit <= '9') ||
           QStringView(u"!#$%&'*+-/=?^_`{|}~").contains(c);
}

bool hasRefusedCharacter(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isRefusedControl(c) || c.isLowSurrogate())
            return true;
        if (c.isHighSurrogate()) {
            ++i;
            if (i == text.size() || !text[i].isLowSurrogate())
                return true;
        }
    }
    return false;
}

bool areAtoms(QStringView text, QChar separator)
{
    bool needsAtom = true;
    for (const QChar c : text) {
        if (c == separator) {
            if (needsAtom)
                return false;
            needsAtom = true;
        } else if (isAtext(c)) {
            needsAtom = false;
        } else {
            return false;
        }
    }
    return !needsAtom;
}

QString quotedWord(QStringView text)
{
    QString quoted;
    quoted.reserve(text.size() + 2);
    quoted += u'"';
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            quoted += u'\\';
        quoted += c;
    }
    quoted += u'"';
    return quoted;
}

QString smtpLocalPart(const QString &localPart)
{
    return areAtoms(localPart, u'.') ? localPart : quotedWord(localPart);
}

bool isAddressLiteral(QStringView domain)
{
    if (domain.size() < 3 || domain.front() != u'[' || domain.back() != u']')
        return false;
    const QStringView inner = domain.mid(1, domain.size() - 2);
    constexpr QStringView tag = u"IPv6:";
    return inner.startsWith(tag, Qt::CaseInsensitive) ? isIpv6(inner.mid(tag.size())) : isIpv4(inner);
}

} // namespace pennypost
