// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/Account.h"
#include "core/smtp/SubmissionError.h"
#include "core/submission/Receipt.h"
#include "core/submission/Submitter.h"

#include <QJsonObject>

namespace pennypost {

/// What a send knows of its letter and its way, beside how it ended.
struct LetterFacts
{
    QByteArray messageId; ///< without <>
    qint64 octets = 0;
    SubmissionProgress progress; ///< the last one: address, TLS, the server's name
    ServerSettings server;
};

/// The objects of --json; each has every member, null or empty where it says nothing; --help lists them.
/// Pure.
QJsonObject acceptedJson(const Receipt &receipt, const LetterFacts &facts);
/// outcome not-sent or, for Problem::MayHaveBeenSent, may-have-been-sent.
QJsonObject failedJson(const SubmissionError &error, const LetterFacts &facts);
/// outcome not-sent, no server having been asked; without facts: of a command that sends nothing.
QJsonObject notSentJson(const LetterFacts &facts);
/// Without any secret: there is none in an Account.
QJsonObject accountJson(const Account &account, bool isDefault);

} // namespace pennypost
