// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/smtp/SubmissionDialogue.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace pennypost {

// clang-format off
/// One dialogue as a text file of tests/data/transcripts holds it, several to a file:
///
///     === the name of the test row    # reasons stand in comments
///     set protection starttls         tls (default), starttls, none
///     set user alice                  and password, token, certificate, ticket, mechanism, exporter, endpoint, nonce, hello,
///                                     from, to, size, partial, notify ...
///     S: 220 mx.example.net           what the server sends; \r \n \t \0 \\ \xHH; s: adds no CRLF
///     C: EHLO [127.0.0.1]             a line that must come out next; C!: must be marked secret
///     T:                              the dialogue must ask for TLS here; the handshake is done
///     A: rest                         the dialogue must ask about refused recipients here; or: A: nobody
///     B:                              it must ask for the letter here, and the final dot goes out; B- ... or
///                                     has not gone out yet; B: eightbit   in its form for 8BITMIME
///     L:                              likewise in chunks, the last of which goes out; L- ... or has not yet
///     K:                              a chunk goes out that is not the last
///     = Failed StartTlsMissing Hello  or: = Succeeded
///     then QUIT                       and reply, text (of it), refused, delivered, detail, limit, letter (its size),
///                                     retry, doubt, fault (of a sign-in), signedin (yes or no), mechanism,
///                                     server, again and unchunked (no value), trial (passed)
// clang-format on
struct Transcript
{
    struct Event
    {
        enum class Kind {
            Server,
            Client,
            Handshake,
            Answer,
            Body,
            BodyWithoutDot,
            Chunk,
            Chunks,
            ChunksWithoutLast
        } kind;
        QByteArray bytes;
        bool secret = false;
    };
    struct Outcome
    {
        std::optional<Problem> problem; ///< none: success
        Stage stage = Stage::Done;
        std::optional<QString> reply; ///< "550 5.1.1"
        std::optional<QString> text;  ///< the reply's, lines joined by '|'
        std::optional<QString> refused, delivered, detail, retry, mechanism, server, doubt, fault;
        std::optional<qint64> limit, letter;
        std::optional<bool> signedIn;
        QList<QByteArray> politeness;
        bool again = false;     ///< without pipelining
        bool unchunked = false; ///< again by DATA
        bool trialPassed = false;
    };

    QString name;
    DialogueSettings settings;
    QString userName;
    QByteArray password;
    Credential::Kind credentialKind = Credential::Kind::None;
    std::optional<Transaction> transaction;
    QList<Event> events;
    Outcome outcome;

    Credential credential() const;
};

/// Fails with a text that names file and line: a transcript is never skipped in silence.
QList<Transcript> readTranscripts(const QString &file, QString &error);

} // namespace pennypost
