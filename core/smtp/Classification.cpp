// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/SubmissionError.h"

#include <algorithm>
#include <initializer_list>

namespace pennypost {

namespace {

// The table is read from the top; the first row that fits decides. A new kind of refusal is a new row above
// the general ones of its stage, and a row in tst_classification.

constexpr int any = -1;

/// Any part may be `any`; all three: the row does not ask for an enhanced code.
struct EnhancedPattern
{
    int klass = any;
    int subject = any;
    int detail = any;
};

using Words = std::initializer_list<const char *>;

struct Row
{
    unsigned stages;
    int lowest; ///< basic code, inclusive
    int highest;
    EnhancedPattern enhanced;
    Words words; ///< lower case; one of them must be in the reply; none: not asked for
    Problem problem;
};

constexpr unsigned bit(Stage stage)
{
    return 1U << unsigned(stage);
}

constexpr unsigned greeting = bit(Stage::Greeting);
constexpr unsigned hello = bit(Stage::Hello) | bit(Stage::Encrypt);
constexpr unsigned signIn = bit(Stage::Authenticate);
constexpr unsigned sender = bit(Stage::MailFrom);
constexpr unsigned recipient = bit(Stage::Recipients);
constexpr unsigned data = bit(Stage::Data);
constexpr unsigned ofLetter = bit(Stage::Body) | bit(Stage::FinalDot) | bit(Stage::Done);
constexpr unsigned ofTransaction = sender | recipient | data | ofLetter;
constexpr unsigned everywhere = ~0U;

constexpr EnhancedPattern anyEnhanced;

constexpr Words appPasswordWords = {
    "application-specific",
    "app-specific",
    "app specific",
    "app password",
    "application password",
    "authorization code",
    "authorized code",
    "web browser",
    "\xE6\x8E\x88\xE6\x9D\x83\xE7\xA0\x81", // "authorization code" in Chinese, UTF-8
    "\xCA\xDA\xC8\xA8\xC2\xEB",             // and in GBK, as QQ and 163 send it
};
constexpr Words expiredWords = {
    "password has expired",
    "password is expired",
    "password expired",
    "expired password",
};
constexpr Words passwordsDisabledWords = {
    "smtpclientauthentication is disabled", "basic authentication is disabled",
    "user has no permission", // 163: SMTP access is off until switched on in webmail
};
constexpr Words notSignedInWords = {
    "authentication required", "authentication is required", "not authenticated",  "must authenticate",
    "must be authenticated",   "auth command first",         "authenticate first", "auth first",
    "sign in first",
};
constexpr Words senderWords = {
    "sender address rejected",
    "not owned by",
    "sendasdenied",
    "send as denied",
    "send as this sender",
    "authorization user",
    "email address is not verified",
    "sender verify failed",
};
constexpr Words eightBitWords = {"8bitmime", "8-bit data", "8bit data"};
constexpr Words quotaWords = {
    "sending limit", "sending quota", "submissionquota", "daily limit",  "daily quota",
    "daily user",    "daily sending", "hourly limit",    "hourly quota", "per hour",
    "per day",       "rate limit",    "unusual rate",
};
constexpr Words tooManyRecipientWords = {"too many recipients", "multiple destination domains"};
constexpr Words relayWords = {
    "relaying", "relay access", "to relay", "relay denied", "relay not", "no relay", "relay is",
};
constexpr Words networkWords = {
    "helo command rejected", "client host rejected", "blocked using", "blocklist", "blacklist", "block list",
};
constexpr Words blocklistWords = {"blocked using", "blocklist", "blacklist", "block list"};
constexpr Words contentWords = {
    "spam", "virus", "malware", "content", "attachment", "phish", "banned", "policy", "url", "executable",
};

const Row table[] = {
    // To AUTH, which we send over TLS alone, 538 and 5.7.11 are about this mechanism (RFC 4954 6): the next
    // one.
    {signIn, 538, 538, anyEnhanced, {}, Problem::MechanismRefused},
    {signIn, 500, 599, {5, 7, 11}, {}, Problem::MechanismRefused},
    // The encryption that a server asks for; said by 530, 523, 524 and 538 at any command.
    {everywhere, 500, 599, {5, 7, 10}, {}, Problem::EncryptionRequired},
    {everywhere, 500, 599, {5, 7, 11}, {}, Problem::EncryptionRequired},
    {signIn | ofTransaction, 500, 599, anyEnhanced, {"starttls"}, Problem::EncryptionRequired},

    // Before the letter's turn: whoever is refused here is this computer or its network.
    {greeting | hello, 400, 499, anyEnhanced, {}, Problem::Temporary},
    {hello, 500, 504, anyEnhanced, blocklistWords, Problem::ServerRefusesUs},
    {hello, 500, 504, anyEnhanced, {}, Problem::Refused}, // the command or the name in it, not who says it
    {greeting | hello, 500, 599, anyEnhanced, {}, Problem::ServerRefusesUs},

    // AUTH. What is no matter of the password first, for asking for it again would only mislead.
    {signIn, 500, 599, {5, 7, 139}, {}, Problem::PasswordsDisabled},
    {signIn, 500, 599, {5, 7, 57}, {}, Problem::PasswordsDisabled},
    {signIn, 500, 599, anyEnhanced, passwordsDisabledWords, Problem::PasswordsDisabled},
    {signIn, 400, 599, anyEnhanced, {"too many"}, Problem::AuthenticationDelayed},
    // RFC 4954's 534 5.7.9 by its words, then Google's, which is the same number for another thing.
    {signIn, 534, 534, anyEnhanced, {"too weak", "weaker"}, Problem::MechanismRefused},
    {signIn, 534, 534, {5, 7, 9}, {}, Problem::AppPasswordNeeded},
    {signIn, 534, 534, {5, 7, 14}, {}, Problem::AppPasswordNeeded},
    {signIn, 500, 599, anyEnhanced, appPasswordWords, Problem::AppPasswordNeeded},
    {signIn, 432, 432, {4, 3, any}, {}, Problem::Temporary}, // Exchange's limit of connections
    {signIn, 432, 432, anyEnhanced, {}, Problem::PasswordChangeNeeded},
    {signIn, 400, 599, {any, 7, 12}, {}, Problem::PasswordChangeNeeded},
    {signIn, 500, 599, anyEnhanced, expiredWords, Problem::PasswordChangeNeeded},
    {signIn, 454, 454, anyEnhanced, {}, Problem::AuthenticationDelayed},
    {signIn, 400, 499, anyEnhanced, {}, Problem::Temporary},
    {signIn, 535, 535, anyEnhanced, {}, Problem::WrongPassword},
    {signIn, 526, 526, anyEnhanced, {}, Problem::WrongPassword},
    {signIn, 500, 599, {5, 7, 8}, {}, Problem::WrongPassword},
    {signIn, 500, 504, anyEnhanced, {}, Problem::MechanismRefused},
    // "Sign in first" is no answer to AUTH: only another way to do so can be meant.
    {signIn, 530, 530, anyEnhanced, {}, Problem::MechanismRefused},
    {signIn, 534, 534, anyEnhanced, {}, Problem::MechanismRefused},
    {signIn, 500, 599, anyEnhanced, {}, Problem::Refused},

    // What any command of the transaction may be refused for; an unknown mailbox before all words.
    {recipient, 500, 599, {5, 1, 1}, {}, Problem::RecipientsRefused},
    {ofTransaction, 530, 530, anyEnhanced, {}, Problem::AuthenticationRequired},
    {ofTransaction, 500, 599, {5, 7, 57}, {}, Problem::AuthenticationRequired},
    {ofTransaction, 500, 599, anyEnhanced, notSignedInWords, Problem::AuthenticationRequired},
    {ofTransaction, 400, 599, {any, 5, 3}, {}, Problem::TooManyRecipients},
    {ofTransaction, 400, 599, anyEnhanced, tooManyRecipientWords, Problem::TooManyRecipients},
    {ofTransaction, 500, 599, {5, 4, 5}, {}, Problem::QuotaReached},
    {ofTransaction, 500, 599, {5, 1, 90}, {}, Problem::QuotaReached}, // Exchange's recipient rate limit
    {ofTransaction, 400, 599, {any, 7, 28}, {}, Problem::QuotaReached},
    {ofTransaction, 400, 599, anyEnhanced, quotaWords, Problem::QuotaReached},
    {ofTransaction, 500, 599, {5, 7, 60}, {}, Problem::SenderRefused},
    {ofTransaction, 500, 599, {5, 1, 7}, {}, Problem::SenderRefused},
    {ofTransaction, 500, 599, {5, 1, 8}, {}, Problem::SenderRefused},
    {ofTransaction, 500, 599, anyEnhanced, senderWords, Problem::SenderRefused},
    {ofTransaction, 500, 599, {5, 6, 7}, {}, Problem::SmtpUtf8Needed},
    {ofTransaction, 500, 599, {5, 6, 9}, {}, Problem::SmtpUtf8Needed},
    {ofTransaction, 500, 599, anyEnhanced, {"smtputf8"}, Problem::SmtpUtf8Needed},
    {ofTransaction, 500, 599, anyEnhanced, eightBitWords, Problem::EightBitMimeNeeded},
    {ofTransaction, 500, 599, {5, 6, any}, {}, Problem::Malformed},
    {ofTransaction, 500, 599, {5, 3, 4}, {}, Problem::LetterTooLarge},
    {ofTransaction, 500, 599, {5, 2, 3}, {}, Problem::LetterTooLarge},
    {ofTransaction, 523, 523, anyEnhanced, {}, Problem::LetterTooLarge},
    {sender | recipient, 500, 599, anyEnhanced, networkWords, Problem::ServerRefusesUs},

    // MAIL
    {sender, 400, 499, anyEnhanced, {}, Problem::Temporary},
    {sender, 552, 552, anyEnhanced, {}, Problem::LetterTooLarge}, // RFC 1870 6.1
    {sender, 501, 501, {5, 5, any}, {}, Problem::Refused},
    {sender, 501, 501, anyEnhanced, {}, Problem::SenderRefused}, // QQ: From must equal the login
    {sender, 550, 554, anyEnhanced, {}, Problem::SenderRefused},
    {sender, 500, 599, {5, 7, any}, {}, Problem::SenderRefused},

    // RCPT
    {recipient, 452, 452, {4, any, any}, {}, Problem::Temporary},       // it said what else it is
    {recipient, 452, 452, anyEnhanced, {}, Problem::TooManyRecipients}, // RFC 5321 4.5.3.1.10
    {recipient, 400, 499, anyEnhanced, {}, Problem::Temporary},
    {recipient, 500, 599, anyEnhanced, {"recipient address rejected"}, Problem::RecipientsRefused},
    {recipient, 500, 599, anyEnhanced, relayWords, Problem::RelayDenied},
    {recipient, 550, 554, {5, 7, 1}, {}, Problem::RelayDenied},
    {recipient, 503, 503, anyEnhanced, {}, Problem::Refused}, // out of sequence: no fault of the address
    {recipient, 500, 599, anyEnhanced, {}, Problem::RecipientsRefused},

    // DATA, and the letter
    {data | ofLetter, 400, 499, anyEnhanced, {}, Problem::Temporary},
    {data | ofLetter, 552, 552, {5, 7, any}, {}, Problem::ContentRefused}, // Gmail's forbidden attachments
    {data | ofLetter, 552, 552, anyEnhanced, {}, Problem::LetterTooLarge},
    {data | ofLetter, 500, 599, {5, 1, any}, {}, Problem::RecipientsRefused},
    {ofLetter, 500, 599, {5, 7, any}, {}, Problem::ContentRefused},
    {ofLetter, 550, 554, anyEnhanced, contentWords, Problem::ContentRefused},

    {everywhere, 400, 499, anyEnhanced, {}, Problem::Temporary},
    {everywhere, 500, 599, anyEnhanced, {}, Problem::Refused},
};

bool fits(int pattern, int value)
{
    return pattern == any || pattern == value;
}

bool fits(const EnhancedPattern &pattern, const std::optional<EnhancedStatus> &status)
{
    if (pattern.klass == any && pattern.subject == any && pattern.detail == any)
        return true;
    return status && fits(pattern.klass, status->klass) && fits(pattern.subject, status->subject) &&
           fits(pattern.detail, status->detail);
}

bool fits(const Words &words, const QByteArray &text)
{
    return words.size() == 0 ||
           std::any_of(words.begin(), words.end(), [&text](const char *word) { return text.contains(word); });
}

/// The words without the addresses, for <daily-relay@example.org> says nothing about limits and relays. Raw
/// octets with ASCII folded alone, so that UTF-8 and GBK stay comparable.
QByteArray wordsOf(const Reply &reply)
{
    QList<QByteArray> words = reply.lines.join(' ').toLower().split(' ');
    words.removeIf([](const QByteArray &word) { return word.contains('@'); });
    return words.join(' ');
}

} // namespace

Problem classify(Stage stage, const Reply &reply)
{
    const QByteArray text = wordsOf(reply);
    for (const Row &row : table) {
        if ((row.stages & bit(stage)) && reply.code >= row.lowest && reply.code <= row.highest &&
            fits(row.enhanced, reply.enhanced) && fits(row.words, text))
            return row.problem;
    }
    return Problem::ProtocolViolation; // no refusal at all, where only a refusal gets here
}

} // namespace pennypost
