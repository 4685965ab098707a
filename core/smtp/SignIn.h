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
    explicit SignIn(const QList<MechanismRow> &mechanisms);
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
    /// May a 235 end the exchange now?
    bool mayFinish() const;
    QByteArray mechanism() const;

private:
    struct Attempt
    {
        MechanismRow row;
        bool initialResponse = true;
    };
    QList<Attempt> m_attempts;
    Attempt m_current{};
    std::unique_ptr<SaslMechanism> m_mechanism;
    QByteArray m_held; ///< the initial response, to go out after the first 334; meant if m_holds
    bool m_holds = false;
    bool m_sentInitialResponse = false;
};

} // namespace pennypost
