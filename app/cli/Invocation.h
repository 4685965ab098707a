// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/ServerSettings.h"
#include "core/message/Mailbox.h"
#include "core/smtp/DeliveryOptions.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace pennypost {

/// The secrets that come on standard input, a line each, in this order.
struct SecretLines
{
    bool password = false;
    bool passPhrase = false;
    bool proxyPassword = false;

    bool any() const { return password || passPhrase || proxyPassword; }
};

/// What one run of pennypost-cli was asked to do, each command with its own options. Values; made by
/// CommandLine, done by the *Command classes.
struct AccountAdd
{
    bool practice = false; ///< the practice server's account; nothing else counts then
    Mailbox mailbox;
    ServerSettings server; ///< an empty host: look it up in the provider table; port and security are settled
    bool portGiven = false;
    bool securityGiven = false;
    QString id; ///< empty: made from the address
    SecretLines fromStdin;
    bool sessionSecret = false;
};
struct AccountList
{
};
struct AccountTest
{
    QString id;
    QString trace;
    SecretLines fromStdin;
};
struct AccountRemove
{
    QString id;
};

/// The options that make a letter, as typed: what they mean is LetterMaker's to say.
struct LetterOptions
{
    QString from;
    QStringList to, cc, bcc;
    QString subject;
    QString text; ///< a file, or "-"
    bool flowed = false;
    bool utc = false;
    QString html;   ///< a file
    QString entity; ///< a file: instead of the text, html and attached files
    QStringList attach;
    QStringList inlined;
    QStringList headers; ///< "Name: value"
    QString date;
    QString messageId;
};
struct BuildLetter
{
    LetterOptions letter;
    bool bodyOnly = false; ///< what may be signed of it
    bool eightBit = false; ///< in its form for a server with 8BITMIME, where it has one
};
struct SendLetter
{
    QString account; ///< empty: the default one
    LetterOptions letter;
    QString eml; ///< a file, or "-": instead of `letter`
    std::optional<QString> envelopeFrom;
    QStringList rcpt;
    QString trace;
    SecretLines fromStdin;
    bool allOrNothing = false;
    DeliveryOptions delivery;
    bool sendmail =
        false; ///< asked as sendmail(1): the account of the sender's address, and no word where all is well
    bool dotEndsInput = false; ///< a line with a dot alone is the end
};
struct Practice
{
    quint16 port = 0;
};
struct ShowLetter
{
    QString file;
};
/// What the profile holds.
struct StoredLetters
{
    enum class What {
        DraftsList,
        DraftsShow,
        OutboxList,
        OutboxShow,
        OutboxArrived,    ///< of one that may have been sent
        OutboxNotArrived, ///< it becomes a draft again
        SentList,
        SentShow,
        SentExport,
    };
    What what = What::DraftsList;
    QString id;
    QString file; ///< to write to, or "-"
    QString search;
    int limit = 500;
};
struct ShowHelp
{
};
struct ShowVersion
{
};

struct Invocation
{
    QString profile; ///< empty: the usual one
    bool json = false;
    std::variant<ShowHelp, ShowVersion, AccountAdd, AccountList, AccountTest, AccountRemove, BuildLetter,
                 SendLetter, ShowLetter, StoredLetters, Practice>
        command;
};

} // namespace pennypost
