// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/Invocation.h"
#include "core/outbox/SentLetter.h"
#include "core/store/Database.h"

namespace pennypost {

/// `drafts`, `outbox` and `sent`: what the profile holds, as lines or objects, a letter out of the Sent list
/// as the file that it was, and a person's decision about one that may have been sent. Each is one visit to
/// the store.
class StoredCommand final : public Command
{
    Q_OBJECT

public:
    StoredCommand(const CommandContext &context, StoredLetters options);
    void start() override;

private:
    /// What came of the visit: lines for a person, an object for a script.
    struct Answer
    {
        QStringList lines;
        QJsonObject object;
    };
    using Visit = Result<Answer, StoreError>;

    static Visit visit(const StoredLetters &options, Database &database, const Clock &clock, UniqueIds &ids);
    static Visit drafts(const StoredLetters &options, Database &database, const Clock &clock);
    static Visit outbox(const StoredLetters &options, Database &database, const Clock &clock);
    static Visit settle(const StoredLetters &options, Database &database, const Clock &clock, UniqueIds &ids);
    static Visit sent(const StoredLetters &options, Database &database, const Clock &clock);
    void answered(const Visit &visit);
    void exportLetter();
    Result<void, CliError> writeOut(const SentLetter &letter);

    StoredLetters m_options;
};

} // namespace pennypost
