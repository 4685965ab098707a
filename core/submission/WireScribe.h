// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/Credential.h"
#include "core/smtp/SecretMask.h"
#include "core/smtp/SubmissionDialogue.h"
#include "core/submission/WireLog.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace pennypost {

/// Writes a dialogue into a WireLog, if there is one: masks what is secret by its mark and never by its
/// looks, and where the server quotes it; cuts the server's bytes into lines. Used by SubmissionWorker on the
/// submission thread.
class WireScribe
{
public:
    WireScribe() = default;
    explicit WireScribe(std::shared_ptr<WireLog> log) : m_log(std::move(log)) {}

    /// The session is about another letter now, with a log of its own. What is to be masked stays.
    void writeTo(std::shared_ptr<WireLog> log);

    /// What the server may quote of once a secret line has gone out.
    void signsInWith(const Credential &credential);
    /// "AUTH PLAIN ****", or "****" where the whole line is an answer.
    void sent(const SendLines::Line &line);
    void received(QByteArrayView bytes);
    /// Writes down an unfinished line: the connection ends or changes its state here.
    void endOfInput();
    void note(const QString &text);
    /// One that may quote the server.
    void noteQuoting(const QString &text);

private:
    void write(QByteArrayView received);

    std::shared_ptr<WireLog> m_log;
    QByteArray m_unfinished;
    Credential m_credential;
    SecretMask m_sentSecrets;
};

} // namespace pennypost
