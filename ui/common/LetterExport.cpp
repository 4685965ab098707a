// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/LetterExport.h"

#include "core/message/Attachment.h"
#include "core/mime/MimeBuilder.h"

#include <QRegularExpression>
#include <QSaveFile>

#include <vector>

namespace pennypost {

namespace {

constexpr size_t block = 256 << 10;

/// Windows takes these for devices, whatever suffix follows.
bool isDevice(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^(CON|PRN|AUX|NUL|(COM|LPT)[0-9¹²³])$"),
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(name).hasMatch();
}

QString reasonOf(const MimeError &error)
{
    // Of a field that is empty there is only its name, as the detail.
    return error.subject.isEmpty() ? error.detail : error.inOneLine();
}

} // namespace

Result<void, QString> exportLetter(const Message &message, const QString &target, bool eightBit)
{
    auto source = buildMime(message);
    if (!source)
        return Failure{reasonOf(source.error())};
    (*source)->useEightBit(eightBit);
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly))
        return Failure{QString(target + u": " + file.errorString())};
    std::vector<char> buffer(block);
    for (;;) {
        const auto got = (*source)->read(buffer);
        if (!got)
            return Failure{reasonOf(got.error())};
        if (*got == 0)
            break;
        if (file.write(buffer.data(), *got) != *got)
            return Failure{QString(target + u": " + file.errorString())};
    }
    if (!file.commit()) // which also syncs it
        return Failure{QString(target + u": " + file.errorString())};
    return {};
}

QString exportName(const QString &subject)
{
    QString name = subject.simplified().left(80);
    for (QChar &character : name) {
        // What one of our systems takes for something else than a name.
        if (QStringView(u"/\\:*?\"<>|").contains(character))
            character = u'-';
    }
    name = safeFileName(name.isEmpty() ? QStringLiteral("letter") : name);
    if (isDevice(name.section(u'.', 0, 0).trimmed()))
        name.prepend(u'_');
    return name + QStringLiteral(".eml");
}

} // namespace pennypost
