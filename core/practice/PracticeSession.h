// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/PracticeDataReader.h"
#include "core/practice/PracticeLetterStore.h"
#include "core/practice/PracticePath.h"
#include "core/practice/PracticeSignIn.h"

#include <QByteArray>

#include <optional>

namespace pennypost {

/// The server's side of RFC 5321 and 6409 for one connection that is already encrypted, without I/O: octets
/// in, replies out, letters into a PracticeLetterStore. Takes any piece of any size, answers pipelined
/// commands in order, and keeps a bounded amount whatever comes: too long a line is thrown away as it
/// arrives, and a client that makes too many mistakes is sent off. Commands may end in a bare LF (people type
/// them); a letter may hold neither bare CR nor bare LF. Used by PracticeConnection and tests; any one
/// thread.
class PracticeSession
{
public:
    /// Both outlive it.
    PracticeSession(const PracticeSecrets &secrets, PracticeLetterStore &store);

    static QByteArray greeting();
    /// The replies to what became complete; may be empty.
    QByteArray take(QByteArrayView octets);
    /// After these replies the connection is to be closed.
    bool isOver() const { return m_over; }
    /// What to say before closing on a client that says nothing.
    static QByteArray tooSlow();

private:
    void takeLine(QByteArrayView line, QByteArray &out);
    void takeData(QByteArrayView &octets, QByteArray &out);
    void finishLetter(bool hasBareLineEnd, QByteArray &out);

    QByteArray obey(const QByteArray &verb, QByteArrayView argument);
    QByteArray hello(QByteArrayView argument, bool extended);
    QByteArray auth(QByteArrayView argument);
    QByteArray answer(const PracticeSignIn::Answer &answer);
    QByteArray mailFrom(QByteArrayView argument);
    QByteArray recipient(QByteArrayView argument);
    QByteArray data(QByteArrayView argument);
    std::optional<QByteArray> refuseParameters(const PracticePath &path);
    QByteArray mistake(const QByteArray &reply);
    void forgetLetter();

    const PracticeSecrets &m_secrets;
    PracticeLetterStore &m_store;
    QByteArray m_line; ///< an unfinished one
    bool m_lineTooLong = false;
    QByteArray m_helloName;
    bool m_signedIn = false;
    std::optional<PracticeSignIn> m_signIn; ///< an AUTH exchange is under way
    bool m_haveSender = false;
    PracticeEnvelope m_envelope;
    std::optional<PracticeDataReader> m_data; ///< the letter is under way
    bool m_storeFailed = false;
    int m_mistakes = 0;
    int m_wrongSecrets = 0;
    bool m_over = false;
};

} // namespace pennypost
