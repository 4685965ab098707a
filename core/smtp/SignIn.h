// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/MechanismChooser.h"
#include "core/smtp/Reply.h"
#include "core/smtp/SubmissionDialogue.h"

#include <QList>

#include <optional>

namespace pennypost {

/// Which mechanisms are left to try, and the one exchange of RFC 4954 that is under way: lines for AUTH and
/// for the answers to 334, base64 and the length of a command line. What a final reply means is
/// SubmissionDialogue's to say.
class SignIn
{
public:
    SignIn(const QList<MechanismRow> &mechanisms, SaslContext context);
    ~SignIn();
    SignIn(const SignIn &) = delete;
    SignIn &operator=(const SignIn &) = delete;

    /// The AUTH line of the next mechanism; nothing when there is none left.
    std::optional<SendLines::Line> next(const Credential &credential);
    /// The answer to a 334; nothing if its challenge is none that this mechanism allows: cancel with "*".
    std::optional<SendLines::Line> answer(const Reply &challenge);
    /// The server did not follow the initial response (501, or a 334 where none may come): the mechanism may
    /// be tried again without, when all others have failed.
    void retryLaterWithoutInitialResponse();
    /// The server refused the user name or password before it saw anything to judge them by: the account is
    /// not one for this family of mechanisms. The next refusal may come of a lack of the same kind, and each
    /// counts as a failed sign-in, so that the whole family is left out. False if the secret was tried.
    bool leaveOutKin();
    /// A 235 came: may it end the exchange? If not, fault() says why.
    bool finishes(const Reply &success);
    /// Why the mechanism tried last gave up by itself; nothing if it was the server that did.
    std::optional<SaslError> fault() const { return m_fault; }
    QByteArray mechanism() const;

private:
    struct Attempt
    {
        MechanismRow row;
        bool initialResponse = true;
    };
    SaslContext m_context;
    QList<Attempt> m_attempts;
    Attempt m_current{};
    std::unique_ptr<SaslMechanism> m_mechanism;
    QByteArray m_held; ///< the initial response, to go out after the first 334; meant if m_holds
    bool m_holds = false;
    bool m_sentInitialResponse = false;
    bool m_answered = false; ///< a challenge, by the mechanism
    std::optional<SaslError> m_fault;
};

} // namespace pennypost
