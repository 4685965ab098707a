// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/Saslprep.h"

#include "core/sasl/SaslprepTables.h"

#include <QList>

#include <algorithm>
#include <optional>

namespace pennypost {

namespace {

using namespace saslprep_tables;

/// As Secret::wipe(): a plain fill before a free would be left out.
template<class Text>
void wipe(Text &text)
{
    volatile auto *cursor = text.data();
    for (qsizetype left = text.size(); left > 0; --left)
        *cursor++ = typename Text::value_type();
    text.clear();
}

void wipe(QString &text)
{
    volatile char16_t *cursor = reinterpret_cast<char16_t *>(text.data());
    for (qsizetype left = text.size(); left > 0; --left)
        *cursor++ = 0;
    text.clear();
}

/// What Unicode 3.2.0 made of these before its corrigendum 4. Qt 6.4 knows them for that version, too, but
/// puts half of a surrogate pair beside each.
constexpr struct
{
    uint from;
    uint to;
} correctedLater[] = {
    {0x2F868, 0x2136A}, {0x2F874, 0x5F33}, {0x2F91F, 0x43AB}, {0x2F95F, 0x7AAE}, {0x2F9BF, 0x4D57},
};

/// One code point for another, or itself.
uint replaced(uint code)
{
    if (isMappedToSpace(code))
        return U' ';
    for (const auto &row : correctedLater) {
        if (row.from == code)
            return row.to;
    }
    return code;
}

/// RFC 4013 2.1. U+200B stands in both tables; the space comes first there and in other implementations.
QString mapped(const QString &text)
{
    QList<uint> codes = text.toUcs4();
    codes.removeIf([](uint code) { return isMappedToNothing(code) && !isMappedToSpace(code); });
    std::transform(codes.begin(), codes.end(), codes.begin(), replaced);
    QString result = QString::fromUcs4(reinterpret_cast<const char32_t *>(codes.constData()), codes.size());
    wipe(codes);
    return result;
}

std::optional<SaslprepError> errorIn(const QList<uint> &codes, SaslprepUse use)
{
    if (std::any_of(codes.begin(), codes.end(), isProhibited))
        return SaslprepError::ProhibitedCharacter;
    if (std::any_of(codes.begin(), codes.end(), isRightToLeft)) {
        const bool mixed = std::any_of(codes.begin(), codes.end(), isLeftToRight);
        if (mixed || !isRightToLeft(codes.first()) || !isRightToLeft(codes.last()))
            return SaslprepError::MixedDirections;
    }
    if (use == SaslprepUse::Stored && std::any_of(codes.begin(), codes.end(), isUnassigned))
        return SaslprepError::UnassignedCharacter;
    return std::nullopt;
}

} // namespace

Result<QString, SaslprepError> saslprep(const QString &text, SaslprepUse use)
{
    QString plain = mapped(text);
    QString normal = plain.normalized(QString::NormalizationForm_KC, QChar::Unicode_3_2);
    wipe(plain); // its own copy now, if it was `normal`'s as well
    QList<uint> codes = normal.toUcs4();
    const std::optional<SaslprepError> error = errorIn(codes, use);
    wipe(codes);
    if (error) {
        wipe(normal);
        return Failure{*error};
    }
    return normal;
}

Result<Secret, SaslprepError> saslprep(const Secret &secret, SaslprepUse use)
{
    const QByteArrayView bytes = secret.bytes();
    if (std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= ' ' && c < '\x7f'; }))
        return secret.clone();
    QString text = QString::fromUtf8(bytes);
    auto prepared = saslprep(text, use);
    wipe(text);
    if (!prepared)
        return Failure{prepared.error()};
    Secret result(prepared->toUtf8());
    wipe(*prepared);
    return result;
}

} // namespace pennypost
