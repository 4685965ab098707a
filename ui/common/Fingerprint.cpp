// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Fingerprint.h"

#include "ui/common/Bidi.h"

#include <QRegularExpression>

namespace pennypost {

QString Fingerprint::line(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.toHex(':').toUpper());
}

QString Fingerprint::inTwoLines(QString text)
{
    static const QRegularExpression whole(
        QStringLiteral("(?<![0-9A-F:])((?:[0-9A-F]{2}:){16})((?:[0-9A-F]{2}:){15}[0-9A-F]{2})(?![0-9A-F:])"));
    qsizetype from = 0;
    for (auto match = whole.match(text); match.hasMatch(); match = whole.match(text, from)) {
        const QString halves = Bidi::value(match.captured(1)) + u'\n' + Bidi::value(match.captured(2));
        text.replace(match.capturedStart(), match.capturedLength(), halves);
        from = match.capturedStart() + halves.size();
    }
    return text;
}

} // namespace pennypost
