// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/HeaderEncoder.h"

#include "core/message/AddressSyntax.h"
#include "core/message/Envelope.h"
#include "core/message/MailboxParser.h"
#include "core/message/MessageId.h"
#include "core/mime/HeaderWriter.h"

#include <QSet>

#include <algorithm>
#include <vector>

namespace pennypost::header {

namespace {

using Kind = MimeError::Kind;

/// A word that could not be folded would carry its line over 998 octets, so longer ones are encoded; a quoted
/// name longer than a line likewise.
constexpr qsizetype longestPlainWord = 900;
constexpr qsizetype longestQuotedName = 66;
/// Behind a longer one no encoded-word fits on the line, which must not be over 76 (RFC 2047 2).
constexpr qsizetype longestNameBeforeWord = 50;
/// Of base64 on a line.
constexpr qsizetype dataWidth = 76;

Failure<MimeError> badHeader(const QByteArray &name)
{
    return Failure{MimeError{Kind::BadHeader, QString::fromUtf8(name), {}}};
}

bool hasForbiddenCharacter(QStringView text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c == u'\r' || c == u'\n' || c.isNull(); });
}

bool isPrintableAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

/// A stretch of an unstructured value between single blanks.
struct TextWord
{
    qsizetype start;
    qsizetype end;
    bool encode;
};

bool needsEncoding(QStringView word)
{
    return word.isEmpty() || word.size() > longestPlainWord || !isPrintableAscii(word) ||
           word.contains(u"=?");
}

/// Cut at single blanks. More than one in a row, or one at an end, would not survive every fold and gateway:
/// the empty word between them says that they must be encoded, and its neighbours with it.
std::vector<TextWord> textWords(QStringView text)
{
    std::vector<TextWord> words;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != u' ')
            continue;
        words.push_back({start, i, needsEncoding(text.mid(start, i - start))});
        start = i + 1;
    }
    for (size_t i = 0; i < words.size(); ++i) {
        if (words[i].start != words[i].end)
            continue;
        if (i > 0)
            words[i - 1].encode = true;
        if (i + 1 < words.size() && words[i + 1].start != words[i + 1].end)
            words[i + 1].encode = true;
    }
    return words;
}

/// A display name as atoms, a quoted string or encoded-words.
void writeName(HeaderWriter &writer, const QString &name)
{
    const QString quoted = quotedWord(name);
    if (!isPrintableAscii(name) || name.contains(QLatin1StringView("=?")) ||
        quoted.size() > longestQuotedName)
        return writer.encoded(name);
    const bool atoms = std::all_of(name.begin(), name.end(), [](QChar c) { return isAtext(c) || c == u' '; });
    const bool singleBlanks =
        !name.startsWith(u' ') && !name.endsWith(u' ') && !name.contains(QLatin1StringView("  "));
    writer.word((atoms && singleBlanks ? name : quoted).toLatin1());
}

bool isAddressField(const QByteArray &lowerName)
{
    static const QSet<QByteArray> names{
        "reply-to",          "sender",           "errors-to",     "disposition-notification-to",
        "return-receipt-to", "mail-followup-to", "mail-reply-to", "resent-from",
        "resent-to",         "resent-cc",        "resent-sender", "x-confirm-reading-to",
    };
    return names.contains(lowerName);
}

bool isIdentifierField(const QByteArray &lowerName)
{
    return lowerName == "in-reply-to" || lowerName == "references" || lowerName == "supersedes" ||
           lowerName == "resent-message-id";
}

Field extraIdentifiers(const HeaderField &field)
{
    QList<QByteArray> ids;
    for (const QString &word : field.value.split(u' ', Qt::SkipEmptyParts)) {
        if (!word.startsWith(u'<') || !word.endsWith(u'>') || !isPrintableAscii(word))
            return badHeader(field.name);
        ids.append(word.mid(1, word.size() - 2).toLatin1());
    }
    return identifiers(field.name, ids);
}

/// Of their own grammar, in which an encoded-word means nothing: URIs in brackets (RFC 2369, 5064), keys and
/// pictures in base64, which may be folded anywhere.
bool isOpaqueField(const QByteArray &lowerName)
{
    static const QSet<QByteArray> names{"autocrypt", "archived-at", "face", "openpgp", "x-face"};
    return names.contains(lowerName) || (lowerName.startsWith("list-") && lowerName != "list-id");
}

Field opaque(const HeaderField &field)
{
    if (!isPrintableAscii(field.value))
        return badHeader(field.name);
    const QByteArray name = field.name.toLower();
    const bool foldsAnywhere = name == "autocrypt" || name == "face" || name == "x-face";
    HeaderWriter writer(field.name);
    for (QByteArrayView rest : field.value.toLatin1().simplified().split(' ')) {
        if (!foldsAnywhere && rest.size() > longestPlainWord)
            return badHeader(field.name);
        for (; foldsAnywhere && rest.size() > dataWidth; rest = rest.sliced(dataWidth))
            writer.word(rest.first(dataWidth));
        writer.word(rest);
    }
    return writer.finish();
}

/// RFC 5322 3.6.5: phrases with commas between them, so that none of those is within an encoded-word.
Field phraseList(const HeaderField &field)
{
    QStringList phrases;
    for (const QString &phrase : field.value.split(u',')) {
        if (!phrase.trimmed().isEmpty())
            phrases.append(phrase.trimmed());
    }
    if (phrases.isEmpty())
        return badHeader(field.name);
    HeaderWriter writer(field.name);
    for (qsizetype i = 0; i < phrases.size(); ++i) {
        writeName(writer, phrases[i]);
        if (i + 1 < phrases.size())
            writer.glue(",");
    }
    return writer.finish();
}

Field extraAddresses(const HeaderField &field)
{
    MailboxList mailboxes;
    for (const ParsedMailbox &entry : parseMailboxes(field.value)) {
        if (!entry.mailbox)
            return Failure{MimeError{Kind::BadAddress, entry.text, QString::fromLatin1(field.name)}};
        mailboxes.append(*entry.mailbox);
    }
    const bool isOne =
        field.name.toLower() == "sender" || field.name.toLower() == "resent-sender"; // RFC 5322 3.6.2
    if (mailboxes.isEmpty() || (isOne && mailboxes.size() > 1))
        return badHeader(field.name);
    return addressList(field.name, mailboxes);
}

} // namespace

Field unstructured(const QByteArray &name, const QString &text)
{
    if (hasForbiddenCharacter(text))
        return badHeader(name);
    HeaderWriter writer(name);
    if (text.isEmpty())
        return writer.finish();
    const auto words = textWords(text);
    const bool encodes =
        std::any_of(words.begin(), words.end(), [](const TextWord &word) { return word.encode; });
    if (encodes && name.size() > longestNameBeforeWord)
        return badHeader(name);
    for (size_t i = 0; i < words.size();) {
        if (!words[i].encode) {
            const auto word = QStringView(text).mid(words[i].start, words[i].end - words[i].start);
            writer.word(word.toLatin1());
            ++i;
            continue;
        }
        // Blanks between encoded-words do not count, so a run is encoded as one text with its blanks.
        const qsizetype start = words[i].start;
        while (i + 1 < words.size() && words[i + 1].encode)
            ++i;
        writer.encoded(QStringView(text).mid(start, words[i].end - start));
        ++i;
    }
    return writer.finish();
}

Field addressList(const QByteArray &name, const MailboxList &mailboxes)
{
    if (mailboxes.isEmpty())
        return QByteArray();
    HeaderWriter writer(name);
    for (qsizetype i = 0; i < mailboxes.size(); ++i) {
        const Mailbox &mailbox = mailboxes[i];
        // The one gate for addresses: what has no path has no place in a header either.
        const auto path = SmtpPath::make(mailbox);
        if (!path || hasForbiddenCharacter(mailbox.displayName))
            return Failure{MimeError{Kind::BadAddress, mailbox.display(), QString::fromLatin1(name)}};
        QByteArray address = path->octets().toByteArray();
        if (!mailbox.displayName.isEmpty()) {
            writeName(writer, mailbox.displayName);
            address = '<' + address + '>';
        }
        writer.word(i + 1 < mailboxes.size() ? QByteArray(address + ',') : address);
    }
    return writer.finish();
}

Field identifiers(const QByteArray &name, const QList<QByteArray> &ids)
{
    if (ids.isEmpty())
        return QByteArray();
    HeaderWriter writer(name);
    for (const QByteArray &id : ids) {
        if (!isMessageId(id))
            return badHeader(name);
        writer.word(QByteArray('<' + id + '>'));
    }
    return writer.finish();
}

Field date(const QDateTime &date)
{
    if (!date.isValid() || date.date().year() < 1900 || date.date().year() > 9999)
        return badHeader("Date");
    constexpr const char *days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    constexpr const char *months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    // A zone of whole minutes, as the grammar has it; local mean times of old had seconds.
    const int offset = date.offsetFromUtc() / 60;
    const QDateTime zoned = date.toOffsetFromUtc(offset * 60);
    const QDate day = zoned.date();
    const QTime time = zoned.time();
    const int zone = std::abs(offset) / 60 * 100 + std::abs(offset) % 60;
    const auto digits = [](int number, qsizetype width) {
        return QByteArray::number(number).rightJustified(width, '0');
    };
    return QByteArray("Date: " + QByteArray(days[day.dayOfWeek() - 1]) + ", " + digits(day.day(), 1) + ' ' +
                      months[day.month() - 1] + ' ' + digits(day.year(), 4) + ' ' + digits(time.hour(), 2) +
                      ':' + digits(time.minute(), 2) + ':' + digits(time.second(), 2) +
                      (offset < 0 ? " -" : " +") + digits(zone, 4) + "\r\n");
}

Field extra(const HeaderField &field)
{
    if (hasForbiddenCharacter(field.value)) // ahead of the parser below, to which a line end separates
        return badHeader(field.name);
    const QByteArray name = field.name.toLower();
    if (isAddressField(name))
        return extraAddresses(field);
    if (isIdentifierField(name))
        return extraIdentifiers(field);
    if (name == "keywords")
        return phraseList(field);
    if (isOpaqueField(name))
        return opaque(field);
    return unstructured(field.name, field.value);
}

} // namespace pennypost::header
