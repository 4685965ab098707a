// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/smtp/SubmissionDialogue.h"
#include "core/submission/ServerHabits.h"

#include <memory>
#include <optional>

namespace pennypost {

/// The one more try of a submission that the server could not follow, in plainer words: one command at a time
/// where it cut a burst of them, DATA where it would not have BDAT. Says when it is worth it, what is told if
/// the second fails too, and remembers what helped. Opens no connection itself. Used by SubmissionWorker on
/// the submission thread.
class PlainerRetry
{
public:
    /// `mayTry`: a small letter may find out whether a server stands BDAT.
    PlainerRetry(std::shared_ptr<ServerHabits> habits, bool mayTry);

    /// How the connection that begins now may speak.
    void adapt(DialogueSettings &settings, const ServerSettings &server) const;
    /// True if `error` is worth another try; once.
    bool begin(const SubmissionDialogue *dialogue, const SubmissionError &error);
    /// The second try is by DATA.
    bool isUnchunked() const { return m_first && m_unchunked; }
    /// The server asks for the letter: what it now took it had lost in a burst, if this is the second try.
    void cameThrough(const ServerSettings &server);
    /// The server has the letter; `trialPassed` as in Succeeded.
    void succeeded(const ServerSettings &server, bool trialPassed);
    /// Nobody knows whether the server has the letter, which went in chunks: no other will.
    void doubted(const ServerSettings &server) { m_habits->of(server).chunks = false; }
    /// What to tell of both tries: the first one's error where the second got no hearing.
    SubmissionError told(const SubmissionError &error) const;

private:
    std::shared_ptr<ServerHabits> m_habits;
    bool m_mayTry;
    std::optional<SubmissionError> m_first; ///< set: the second try is under way
    bool m_unchunked = false;               ///< by DATA, or else one command at a time
};

} // namespace pennypost
