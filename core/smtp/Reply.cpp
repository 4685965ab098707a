// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/Reply.h"

#include "core/base/ShownCharacter.h"

namespace pennypost {

namespace {

/// The end of the ANSI escape sequence (ECMA-48) that starts at `at`, so that "ESC [31m" does not leave
/// "[31m" behind.
qsizetype escapeEnd(const QString &text, qsizetype at)
{
    qsizetype end = at + 1;
    if (end >= text.size())
        return end;
    const QChar kind = text.at(end++);
    if (kind == u'[') { // control sequence: parameters, then one final byte
        while (end < text.size() && text.at(end) >= u' ' && text.at(end) < u'@')
            ++end;
        return end < text.size() && text.at(end) <= u'~' ? end + 1 : end;
    }
    if (kind == u']' || kind == u'P' || kind == u'^' ||
        kind == u'_') { // a string, up to BEL or ESC backslash
        while (end < text.size() && text.at(end) != QChar(0x07) && text.at(end) != QChar(0x1B))
            ++end;
        return end < text.size() && text.at(end) == QChar(0x07) ? end + 1 : end;
    }
    return end;
}

QString sanitised(const QByteArray &line)
{
    const QString raw =
        QByteArrayView(line).isValidUtf8() ? QString::fromUtf8(line) : QString::fromLatin1(line);
    QString shown;
    shown.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const QChar c = raw.at(i);
        if (c == QChar(0x1B)) {
            i = escapeEnd(raw, i) - 1;
        } else if (c == u'\t') {
            shown += u' ';
        } else if (c.isHighSurrogate() && i + 1 < raw.size() && raw.at(i + 1).isLowSurrogate()) {
            if (showsAsItself(QChar::surrogateToUcs4(c, raw.at(i + 1))))
                shown += raw.mid(i, 2);
            ++i;
        } else if (showsAsItself(c.unicode())) {
            shown += c;
        }
    }
    return shown.trimmed();
}

} // namespace

QString EnhancedStatus::toString() const
{
    return QStringLiteral("%1.%2.%3").arg(klass).arg(subject).arg(detail);
}

Reply Reply::shortened(qsizetype octets) const
{
    Reply reply{code, enhanced, {}};
    for (const QByteArray &line : lines) {
        if (octets <= 0)
            break;
        reply.lines.append(line.left(octets));
        octets -= line.size();
    }
    return reply;
}

QString Reply::text() const
{
    QString text;
    for (const QByteArray &line : lines) {
        if (!text.isEmpty())
            text += u'\n';
        text += sanitised(line);
    }
    return text;
}

} // namespace pennypost
