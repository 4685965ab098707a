// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"
#include "core/sasl/MechanismChooser.h"

namespace pennypost {

namespace {

constexpr char usage[] =
    R"(Usage: pennypost-cli [--profile DIR] [--json] COMMAND [OPTIONS]

Hands letters to mail servers. Everything belongs to a profile: accounts, keychain entries, sent letters.

Commands
  account add --address A [--name N] --server H [--port P] [--security tls|starttls|none]
              [--user U] [--mechanism M] [--pin SHA256HEX | --ca FILE] [--client-certificate FILE]
              [--proxy system|none|socks5://[USER@]HOST:PORT|http://[USER@]HOST:PORT]
              [--password-stdin] [--pass-phrase-stdin] [--proxy-password-stdin] [--session-secret]
              [--id ID]
  account add --practice [--name N]
  account list
  account test ID [--password-stdin] [--pass-phrase-stdin] [--proxy-password-stdin] [--trace FILE]
  account remove ID
  build --from A [--to A]... [--cc A]... [--bcc A]... [--subject S] [--text FILE|-] [--html FILE]
        [--flowed] [--attach FILE]... [--inline FILE]... [--header 'Name: value']... [--date ISO8601]
        [--utc] [--message-id ID] [--entity FILE] [--body-only | --8bit]
  send  [--account ID] (the options of build but the last two | --eml FILE|-)
        [--envelope-from A] [--rcpt A]...
        [--all-or-nothing] [--dsn success,failure,delay|never] [--dsn-return headers|full] [--envid ID]
        [--require-tls] [--deliver-by SECONDS[,return|notify][,trace]] [--hold-until ISO8601]
        [--priority N] [--trace FILE] [--password-stdin] [--pass-phrase-stdin]
        [--proxy-password-stdin]
  sendmail [-t] [-i] [-f ADDRESS] [--] [RECIPIENT]...
  show FILE
  drafts list [--search WORDS] [--limit N]
  outbox list
  sent list [--search WORDS] [--limit N]
  drafts show ID; outbox show ID; sent show ID
  outbox settle ID --arrived | --not-arrived
  sent export ID FILE|-
  practice [--port P]

Everywhere
  --profile DIR       keep everything in DIR instead of the user's own folder
  --json              one JSON object on standard output (practice: one a line; build: the letter itself,
                      and an object only where it fails)
  --help, --version

Accounts
  --server            may be left out for providers that are known, with --port and --security
  --security          tls (465, the default), starttls (587), none (25; never with a user or password);
                      without it --port 587 means starttls, and without --port it says which
  --user              without it there is no sign-in; with --password-stdin, or with --session-secret
                      but no --client-certificate, it defaults to the address
  --password-stdin    the first line of standard input is the password. account add puts it into the
                      keychain (with a warning and as --session-secret where no keychain runs);
                      account test and send use it and leave the keychain alone; they refuse it for
                      an account without a user name. Without it, account add asks at the terminal.
  --pass-phrase-stdin, --proxy-password-stdin
                      the same for the pass phrase of --client-certificate and for the password of the
                      user that --proxy names. Of several, each is a line, in this order: password, pass
                      phrase, proxy password.
  --session-secret    keep none of them: send and account test then need the options above or ask
  --mechanism         %1; without it the strongest that both sides know.
                      With OAUTHBEARER and XOAUTH2 the password is an access token; GSSAPI has none,
                      nor has EXTERNAL, which wants --client-certificate
  --pin               trust exactly this certificate, colons allowed; or --ca FILE: these authorities too;
                      neither with --security none
  --client-certificate
                      a PEM or PKCS#12 file with your own certificate and its key, shown to a server
                      that asks for one. Without --password-stdin it is what signs in, where the server
                      offers EXTERNAL or asks for no more; --user then says as whom, if need be
  --proxy             system, the default: as this computer's settings say; none; or this one, which
                      looks the server's name up. Never for this very machine
  --id                a-z, 0-9 and hyphens, at most 64, no hyphen first; without it, from the address
  --practice          the account of the practice server, which send starts by itself

Letters
  --to, --cc, --bcc   repeat, and take lists: 'Ann <ann@example.org>, bob@example.org'
  --text              UTF-8; - is standard input (after the password's line with --password-stdin)
  --flowed            the text's long lines as format=flowed (RFC 3676), which every reader joins again
  --utc               the Date in UTC, which does not tell in which time zone you are
  --entity            a MIME entity instead of --text, --html and files: fields that begin with Content-, a
                      blank line, a body, of which no octet is changed, such as one that is signed
  --body-only         the entity alone, all of it in 7 bits, for a program that signs or encrypts it
  --8bit              as a server with 8BITMIME gets it; send finds out by itself
  --inline            a part that --html shows as cid:NAME, NAME being the file's name with every
                      character outside of A-Z a-z 0-9 . _ - written as -
  --date --message-id make build give the same bytes each time. Without --message-id it is made in the
                      domain of From where that is an address of the account, else of the account's
                      first address; of build, which has no account, in From's
  --eml               a finished letter, sent as it is but for Bcc and a mailbox file's From line, which
                      are taken out. Its header has to be ASCII or UTF-8. Its envelope is taken from From, To,
                      Cc and Bcc, or if it was resent from its first block of Resent- fields, unless
                      --envelope-from and --rcpt say otherwise
  --envelope-from     where bounces go; '' for nowhere. --rcpt: send to these instead
  --all-or-nothing    one refused recipient stops the letter; else the others get it (exit code 67)
  --dsn               have the servers report these of each recipient; --dsn-return: with the whole
                      letter or its headers; --envid: a name of yours that the reports bring back
  --require-tls       only over encrypted connections, all the way; else it comes back
  --deliver-by        within so many seconds, else it comes back (return, the default) or you are told
                      (notify). --hold-until: the server keeps it until then. --priority: -9 to 9, 0 is usual
                      A server that does not offer what one of these asks for gets no letter (69)
  --trace             the dialogue with the server, secrets masked, in a file of mode 0600; if it can't
                      be written to its end, a warning says so and the exit code stays

sendmail            as sendmail(1), for programs that hand over a letter so: it comes on standard input, up to a
                    line with a dot alone unless -i or -oi is there; -t takes the recipients from its header.
                    It goes through the account that has the address of -f, else the default one (or --account
                    ID), and is accepted by its server where the exit code is 0. -N, -R and -V ask for reports;
                    -F, -B, -o and their like change nothing

Stored
  --search            letters that have all of the words; --limit: at most so many, 500 without it
  settle              of a letter that may have been sent, when you know: --arrived puts it among the sent
                      ones; --not-arrived makes it a draft again, under the same Message-ID
  export              the letter as it went out, octet by octet

Ctrl+C and SIGTERM take the letter back (Cancelled, exit code 75) until its last line is out; then the
server's word is waited for. A second one ends at once with what is known by then: may-have-been-sent (76)
where that is nothing.

JSON, of send, of account test and of every command that fails: outcome (accepted: the server took the
letter or, of account test, the sign-in; not-sent; may-have-been-sent), problem, stage, replyCode,
enhancedCode, text (the server's or the system's words, or what came instead of a reply), cause (ours),
refused [{path, code, enhanced, text}], queueText, messageId, bytes, tls {protocol, cipher, sha256},
server {host, port, address, name}, exitCode; null, empty or 0 where there is nothing to tell. Beside them,
where they apply: accepted [path], mechanism, time, stored (is its receipt in the Sent list?), limit (of a
letter that is too large, in octets), certificate {subject, issuer, names, notAfter, sha256}, account (an
id), received (a file).
JSON, where it went well, of account add: account, exitCode; of account list: accounts [account], exitCode;
of account remove: removed (an id), exitCode. An account: id, address, name, server, port, security, user,
mechanism, pin, ca, clientCertificate, proxy, secret (keychain, session, none) and likewise
certificateSecret and proxySecret, practice, default.
JSON of show: header [{name, value}] (decoded; of To and its like also mailboxes [{name, address}]), type,
charset, disposition, fileName, contentId, encoding, offset and length (of the body in the file, octets),
isCut (has more than is read), parts (the same again, but for exitCode; of a letter within it that letter),
exitCode; of what is no multipart: size (decoded, octets); of a text: text, textIsWhole (false beyond 1 MiB).
JSON of drafts list: drafts [{id, account, to, subject, savedAt, mayHaveBeenSent}]; of outbox list: items
[{id, draft, account, messageId, recipients, subject, state, since, finished}]; of sent list: letters [{id,
account, recipients, subject, time, refused}]; of show: id, account, from, to, cc, bcc, subject, messageId,
date, text, html, attachments [{name, type, size, inline}], and of a draft typed {to, cc, bcc}, savedAt, of
an item what its list has, of a sent letter receipt, leftOut, settledByHand, finished; of settle: settled,
sent or draft (an id); of export: file; each with exitCode.
JSON of practice: host, port, security, user, password, pin, folder; then received for each letter.

Exit codes
)";

/// "A, B or C", in lines that begin where those of the other options do.
QString mechanismNames()
{
    constexpr qsizetype indent = 22;
    constexpr qsizetype width = 100;
    const auto table = mechanismTable();
    QString text;
    qsizetype column = indent;
    for (qsizetype i = 0; i < table.size(); ++i) {
        QString word = QString::fromLatin1(table[i].name);
        if (i + 1 < table.size())
            word += i + 2 < table.size() ? u"," : u" or";
        const bool fits = column + 1 + word.size() <= width;
        if (i > 0)
            text += fits ? QStringLiteral(" ") : u'\n' + QString(indent, u' ');
        column = fits ? column + 1 + word.size() : indent + word.size();
        text += word;
    }
    return text;
}

} // namespace

QString helpText()
{
    QString text = QString::fromLatin1(usage).arg(mechanismNames());
    for (const auto &row : exitCodeTable())
        text += u"  " + QString::number(int(row.code)).rightJustified(2) + u"  " + row.meaning + u'\n';
    return text;
}

} // namespace pennypost
